"""A study shown without names while one works on: what is seen differs from what is edited and stored."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from journeys.analysis.veil import once_called, through, veil_of
from journeys.edits.edit import Draft, Edit
from journeys.edits.entities import drop_unused_images, pictures_of
from journeys.errors import EditError
from journeys.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journeys.i18n import Words
    from journeys.model.changes import Change, Key
    from journeys.model.entities import Entity
    from journeys.model.fields import Kind
    from journeys.session import Listener

NAMED = frozenset({"persona", "note", "stance", "source", "party", "image"})
"""Kinds whose change may bring or take a name."""
CHOSEN = frozenset({("note", "owner"), ("stance", "by")})
"""Fields that are a name as a whole: another one can be put there."""


class VeiledSession(Session):
    """Follows a session: the same study without names. Edits made from what is seen here become edits of the study."""

    def __init__(self, real: Session, say: Words, past: Iterable[Edit] = ()) -> None:
        """`past`: what was done before; a persona that was deleted keeps hidden where its name is left in a text."""
        self._say = say
        self._once = once_called(past)
        self._veil = veil_of(real.document, say, self._once)
        super().__init__(through(self._veil, real.document), real.apply)
        self.real = real
        self._true: dict[str, str] = {}
        for key, held in real.document:
            self._remember(held, self.document.get(key))
        self._stop: Callable[[], None] | None = None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Follows the study only as long as somebody listens."""
        if self._stop is None:
            self._stop = self.real.listen(self._follow)
        stop = super().listen(listener)

        def end() -> None:
            stop()
            if not self._listeners and self._stop is not None:
                self._stop()
                self._stop = None

        return end

    def apply(self, edit: Edit) -> None:
        """Do to the study what was meant here; listeners hear of it from there."""
        self.real.apply(self.meant(edit))

    def shown(self, text: str) -> str:
        return self._veil.text(text)

    def meant(self, edit: Edit) -> Edit:
        """The edit of the study itself. Raises EditError `edit.veiled` for words that hide a name."""
        changes: dict[Key, Change] = {}
        for key, (before, after) in edit.changes.items():
            held = self.real.document.get(key)
            if before is None or before == held:
                changes[key] = (before, None if after is None else self._twin(key, after, before))
            elif before != self.document.get(key):
                changes[key] = (before, after)  # the session will say that it is stale
            else:
                changes[key] = (held, None if after is None else self._merged(key[0], held, before, after))
        self._drop_portraits(changes)
        return Edit(edit.code, changes, edit.words, edit.subjects)

    def _drop_portraits(self, changes: dict[Key, Change]) -> None:
        """A persona that goes takes the portrait along, also where it is not seen."""
        draft, held = Draft(self.real.document), set[str]()
        for (kind, id_), (before, after) in changes.items():
            held |= pictures_of(before) if kind == "persona" else set()
            if after is None:
                draft.drop(kind, id_)
            else:
                draft.put(after)
        drop_unused_images(draft, held)
        for image in held:
            if draft.find("image", image) is None:
                changes["image", image] = (self.real.document.get(("image", image)), None)

    # Following

    def _follow(self, edit: Edit) -> None:
        """The same edit without names; when names have changed, everything may be called otherwise."""
        keys = list(edit.changes)
        if {kind for kind, _ in keys} & NAMED:
            self._once = list(dict.fromkeys([*self._once, *once_called([edit])]))
            veil = veil_of(self.real.document, self._say, self._once)
            if veil != self._veil:
                self._veil = veil
                keys = list(dict.fromkeys([*keys, *self._called_otherwise()]))
        both = {key: (self.document.get(key), self._seen(key)) for key in keys}
        for key in keys:
            self._remember(self.real.document.get(key), both[key][1])
        changes = {key: change for key, change in both.items() if change != (None, None)}
        self.document.write(changes)
        words = {name: self.shown(word) if isinstance(word, str) else word for name, word in edit.words.items()}
        self._tell(Edit(edit.code, changes, words, edit.subjects))

    def _seen(self, key: Key) -> Entity | None:
        held = self.real.document.get(key)
        return None if held is None else self._veil.seen(held)

    def _called_otherwise(self) -> list[Key]:
        return [key for key, _ in self.real.document if self.document.get(key) != self._seen(key)]

    # Meaning

    def _twin(self, key: Key, after: Any, before: Any) -> Any:
        """Something new, or seen as it is: words copied from elsewhere keep the names that stand there."""
        changed = {
            field.name: true for field in fields(after)
            if (now := getattr(after, field.name)) != (was := getattr(before, field.name, None))
            and (true := self._truly(key[0], field.name, was, now, after)) != now
        }  # fmt: skip
        return replace(after, **changed) if changed else after

    def _truly(self, kind: Kind, field: str, was: Any, now: Any, like: Any) -> Any:
        """A new value with true names where it has others, also in the values it is made of."""
        if isinstance(now, tuple):
            return tuple(self._truly(kind, field, None, one, like) for one in now)
        if is_dataclass(now) and not isinstance(now, type):
            return self._twin((kind, ""), now, was)
        return self._spoken(self._found(kind, field, now, like)) if self._speaks(now) else now

    def _speaks(self, value: object) -> bool:
        """Whether it names somebody by another name."""
        return isinstance(value, str) and any(alias in value for alias in self._veil.aliases)

    def _found(self, kind: Kind, field: str, value: str, like: Any) -> str:
        """The same words as they truly stand, in what is most like this one; else as they stood anywhere."""
        same = [one for one in self.document.tables[kind].values() if getattr(one, field, None) == value]
        if not same:
            return self._true.get(value, value)
        names = [each.name for each in fields(like)]
        twin = max(same, key=lambda one: sum(getattr(one, name, None) == getattr(like, name) for name in names))
        return str(getattr(self.real.document.get((kind, twin.id)), field))

    def _spoken(self, value: str) -> str:
        """Words of somebody who calls people as the screen does, with their names: only those are in the study."""
        names = {alias: name for name, alias in self._veil.people.items()}
        names |= {alias: self.real.document.personas[id_].name for id_, alias in self._veil.personas.items()}
        names |= {alias: self.real.document.sources[id_].title for id_, alias in self._veil.interviews.items()}
        other = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{other})(?!\w)", lambda match: names[match[0]], value)

    def _remember(self, held: Any, seen: Any) -> None:
        """What truly stands where other names are seen: it may be put back when it stands nowhere any more."""
        for field in fields(held) if held is not None and seen is not None and seen is not held else ():
            true, shown = getattr(held, field.name), getattr(seen, field.name)
            if isinstance(shown, str) and shown != true:
                self._true[shown] = true

    def _merged(self, kind: Kind, held: Any, before: Any, after: Any) -> Any:
        """What was changed from `before` to `after`, changed in what is held; the rest stays."""
        changed: dict[str, Any] = {}
        for field in fields(after):
            true, was, now = (getattr(one, field.name) for one in (held, before, after))
            if was != now and is_dataclass(now) and is_dataclass(was) and is_dataclass(true):
                changed[field.name] = self._merged(kind, true, was, now)
            elif was != now:
                changed[field.name] = self._changed((kind, field.name), true, was, now, after)
        return replace(held, **changed)

    def _changed(self, place: tuple[Kind, str], true: Any, was: Any, now: Any, after: Any) -> Any:
        """A new value; words in which a name is hidden can be emptied or chosen anew, but not rewritten."""
        kind, field = place
        if isinstance(now, tuple):
            known = dict(zip(was, true, strict=True))
            return tuple(known[one] if one in known else self._truly(kind, field, None, one, after) for one in now)
        if not isinstance(now, str):
            return self._truly(kind, field, was, now, after)
        found = self._found(kind, field, now, after) if self._speaks(now) else now
        if true != was and now and found == now and (place not in CHOSEN or self._speaks(now)):
            raise EditError("edit.veiled")
        return self._spoken(found) if self._speaks(found) else found
