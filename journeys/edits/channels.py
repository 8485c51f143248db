"""Verbs on channels: add, put in another order; what was met through one that is deleted stays met."""

from __future__ import annotations

from journeys.edits import entities
from journeys.edits.edit import Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Channel


def add(document: Document, name: str, icon: str = "", *, create_id: NewId = new_id) -> Edit:
    """A new channel, last in the list."""
    order = max((channel.order for channel in document.channels.values()), default=-1) + 1
    return entities.add(document, Channel(create_id(), name, icon, order))


def in_order(document: Document) -> list[Channel]:
    """The channels as they are listed."""
    return sorted(document.channels.values(), key=lambda channel: (channel.order, channel.name.casefold(), channel.id))


def shift(document: Document, channel: str, places: int) -> Edit:
    """Move a channel up (below 0) or down in the list."""
    listed = [one.id for one in in_order(document)]
    if channel not in listed:
        return entities.change(document, "channel", channel)
    at = listed.index(channel)
    listed.insert(max(0, min(len(listed) - 1, at + places)), listed.pop(at))
    edit = entities.reorder(document, "channel", listed)
    return Edit(edit.code, edit.changes, edit.words, (channel,))


def delete(document: Document, channel: str) -> Edit:
    """Delete a channel; contacts through it no longer say how."""
    return entities.delete(document, "channel", channel)
