"""Which parties outside the scope already work for it: the first to ask where it is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.sides import organisation

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene


def known(scene: Scene) -> frozenset[str]:
    """Those that pass something on or act for the scope or its organisation anywhere; ask for `scene.once(known)`."""
    ours = organisation(scene.document, scene.scope.party) | scene.scope.inside
    acting = {party.id for party in scene.document.parties.values() if party.acts_for in ours}
    passing = {
        contact.party
        for step in scene.document.steps.values()
        for contact in step.contacts
        if contact.passes_on_for is not None and contact.passes_on_for in ours and contact.party is not None
    }
    return frozenset((acting | passing | ours) - scene.scope.inside)
