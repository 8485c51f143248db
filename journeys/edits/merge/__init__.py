"""Merges other studies into this one: their personas and journeys come in, shared things are matched by name."""

from __future__ import annotations

from journeys.edits.merge.alike import SHARED
from journeys.edits.merge.bring import merge
from journeys.edits.merge.files import HERE, Merged, Part, Ref, groups_names, merge_files

__all__ = ["HERE", "SHARED", "Merged", "Part", "Ref", "groups_names", "merge", "merge_files"]
