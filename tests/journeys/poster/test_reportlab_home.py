"""reportlab runs and obeys nothing that lies around on this computer, and its text layer is mended."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from journeys.poster.pdf import reportlab_home

PROBE = """
import sys
from journeys.poster.pdf import reportlab_home
canvas = reportlab_home.new_canvas(__import__("io").BytesIO(), 210, 297, title="t", language="nl")
from reportlab import rl_config
print(rl_config.trustedHosts, rl_config.toColorCanUse, rl_config.invariant, getattr(sys, "tripped", None))
"""


def probe(cwd=None, **environment) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], cwd=cwd,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment,
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_variables_in_the_environment_change_nothing():
    assert probe(RL_trustedHosts="localhost", RL_toColorCanUse="rl_safe_eval", RL_invariant="7") == probe()


@pytest.mark.parametrize("name", [".reportlab_mods", ".reportlab_settings"])
def test_files_in_the_home_folder_are_not_run(name, tmp_path):
    (tmp_path / name).write_text("import sys\nsys.tripped = True\ntrustedHosts = ['localhost']\n")
    assert probe(HOME=str(tmp_path), USERPROFILE=str(tmp_path)) == "None rl_extended_literal_eval 0 None"


@pytest.mark.parametrize("name", ["reportlab_mods", "reportlab_settings", "local_rl_settings"])
def test_modules_on_the_path_are_not_run(name, tmp_path):
    (tmp_path / f"{name}.py").write_text("import sys\nsys.tripped = True\ntrustedHosts = ['localhost']\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    assert probe(PYTHONPATH=path) == "None rl_extended_literal_eval 0 None"


@pytest.mark.parametrize("name", reportlab_home.HOOKS)
def test_C3_nothing_in_the_folder_where_one_works_is_run(name, tmp_path):
    planted = "import sys\nsys.tripped = True\ntrustedHosts = ['localhost']\n"
    for file in (f"{name}.py", f".{name}", ".reportlab_mods", ".reportlab_settings"):
        (tmp_path / file).write_text(planted)
    if "." in name:
        (tmp_path / name.replace(".", "/")).parent.mkdir(exist_ok=True)  # no package: reportlab's own comes first
    assert probe(cwd=tmp_path, HOME=str(tmp_path)) == "None rl_extended_literal_eval 0 None"


def test_changed_settings_stop_the_poster(monkeypatch):
    reportlab_home.neutralised()
    from reportlab import rl_config

    monkeypatch.setattr(rl_config, "trustedHosts", ["localhost"])
    with pytest.raises(RuntimeError, match="hosts"):
        reportlab_home.checked()


def test_reportlab_still_needs_our_text_layer():
    """Fails when reportlab has mended it (then ours can go) or moved to a version that nobody has looked at."""
    import reportlab

    assert int(reportlab.Version.split(".")[0]) in reportlab_home.MENDED
    probe = "from reportlab.pdfbase import ttfonts; print(ttfonts.makeToUnicodeCMap('F', [0x1F16A]))"
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert "<1F16A>" in done.stdout
    assert "<00> <D83CDD6A>" in reportlab_home.to_unicode("F", [0x1F16A])
