"""When the poster's dialog has come to rest."""

from __future__ import annotations


def settled(dialog):
    """The page, its sharp part and what preflight says are there."""
    proof = dialog.proof
    return proof.settled and proof._looked == proof._asked and proof._part == proof._has
