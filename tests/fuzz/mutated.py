"""Sound files with something wrong in them, for hypothesis; spreadsheets are changed inside their zip as well."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.fuzz.targets import XML_WORDS

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

ODD = (
    b"\0",
    b"\xff",
    b"\x80",
    b"\n",
    b" ",
    b'"',
    b"\\",
    b"<",
    b"&",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80",
)
CHANGES = ("flip", "cut", "double", "put", "over", "end")


@st.composite
def changed(draw: st.DrawFn, data: bytes, words: tuple[bytes, ...], most: int = 6) -> bytes:
    """These bytes after a few changes."""
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        size = draw(st.sampled_from((1, 2, 4, 16, 200)))
        word = draw(st.sampled_from(words + ODD) | st.binary(max_size=8))
        match draw(st.sampled_from(CHANGES)):
            case "flip" if data:
                data = data[:at] + bytes([data[at] ^ (1 << (size % 8))]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[at + size :]
            case "double":
                data = data[:at] + data[at : at + size] * 3 + data[at + size :]
            case "put":
                data = data[:at] + word + data[at:]
            case "over":
                data = data[:at] + word + data[at + len(word) :]
            case _:
                data = data[:at]
    return data


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Bytes for this target: any at all, changed seeds, and for zipped seeds changed parts."""
    seeds = target.seeds()
    found = [st.sampled_from(seeds).flatmap(lambda seed: changed(seed, target.words)), st.binary(max_size=200)]
    if target.words:
        found.append(st.lists(st.sampled_from(target.words) | st.binary(max_size=4), max_size=40).map(b"".join))
    zipped = [seed for seed in seeds if seed.startswith(b"PK")]
    if zipped:
        found.append(st.sampled_from(zipped).flatmap(_part_changed))
    plain = [seed for seed in seeds if seed.startswith(b"{")]
    if plain:
        found.append(st.sampled_from(plain).flatmap(_value_changed))
    return st.one_of(found)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("\0") | st.just(10**40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@st.composite
def _value_changed(draw: st.DrawFn, seed: bytes) -> bytes:
    """Sound JSON with something else in one place, or a key that nobody knows."""
    held = json.loads(seed)
    waiting: list[Any] = [held]
    found: list[tuple[Any, Any]] = []
    while waiting:
        holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            found.append((holder, key))
            if isinstance(value, dict | list):
                waiting.append(value)
    where, place = draw(st.sampled_from(found[:: max(1, len(found) // 400)]))
    if draw(st.booleans()) and isinstance(where, dict):
        place = draw(st.text(max_size=6))
    where[place] = draw(VALUES)
    return json.dumps(held).encode()


@st.composite
def _part_changed(draw: st.DrawFn, seed: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(changed(parts[name], XML_WORDS))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, held in parts.items():
            archive.writestr(part, held)
    return out.getvalue()
