"""What changed in each release, from the metainfo: it is written down once, and told in the form that is asked for."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET

from environment import ROOT

from journeys.identity import APP_ID

METAINFO = ROOT / "packaging" / "linux" / f"{APP_ID}.metainfo.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def changelog(version: str, full: str, maintainer: str) -> str:
    """In the form of Debian; `full` is the Debian version of the release that is packed now."""
    told = []
    for release in all_of_them():
        number = release.get("version", "")
        shown = full if number == version else f"{debian_version(number)}-1"
        day = dt.datetime.fromisoformat(release.get("date", "")).replace(tzinfo=dt.UTC)
        lines = "\n".join(f"  * {line}" for line in changes(release))
        stamp = day.strftime("%a, %d %b %Y %H:%M:%S +0000")
        told.append(f"levensreis ({shown}) stable; urgency=medium\n\n{lines}\n\n -- {maintainer}  {stamp}\n")
    return "\n".join(told)


def all_of_them() -> list[ET.Element]:
    """The newest first."""
    return ET.parse(METAINFO).findall("releases/release")  # noqa: S314 - our own file


def changes(release: ET.Element) -> list[str]:
    """The English sentences about a release."""
    found = [one for tag in ("p", "li") for one in release.iter(tag) if one.get(LANGUAGE) is None]
    return [" ".join((one.text or "").split()) for one in found]


def debian_version(version: str) -> str:
    """A version of Python's kind in Debian's order: 0.2rc1 comes before 0.2, so it is called 0.2~rc1."""
    ahead = re.sub(r"(a|b|rc)(?=\d)", r"~\1", version)
    return ahead.replace(".dev", "~~dev").replace(".post", "+post")
