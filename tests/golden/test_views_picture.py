"""Every view of the window looks as it did when somebody last looked at it: both languages, three looks.

After a change that is meant, look at the difference that a failure leaves behind, then write the pictures anew:
`LEVENSREIS_GOLDEN=write pytest tests/golden/test_views_picture.py`; with `-k "nl-light"` only those of one look.
"""

from __future__ import annotations

import pytest

from tests.golden.kept import looks_as_before
from tests.golden.shots import SCENES, SLIDES, taken

LOOKS = [(language, look) for language in ("nl", "en") for look in ("light", "dark", "contrast")]


@pytest.fixture(scope="module", params=LOOKS)
def album(request, qapp, tmp_path_factory):
    """All views in one language and look, and what that is called."""
    language, look = request.param
    folder = tmp_path_factory.mktemp(f"album-{language}-{look}")
    return f"{language}-{look}", taken(qapp, folder, language, look)


@pytest.mark.parametrize("view", [*SCENES, *SLIDES])
def test_each_view_looks_as_before(view, album, tmp_path):
    name, shots = album
    looks_as_before(shots[view], f"views/{view}-{name}", tmp_path)
