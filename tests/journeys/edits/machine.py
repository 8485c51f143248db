"""A state machine that performs any verb on any target that the model offers, with undo, redo and refusals."""

from __future__ import annotations

import datetime as dt
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journeys.edits import (
    entities,
    journeys,
    lanes,
    links,
    merge,
    moments,
    notes,
    parties,
    personas,
    phases,
    stances,
    steps,
)  # fmt: skip
from journeys.edits import study as studies
from journeys.errors import EditError, StoreError
from journeys.model import graph as graphs
from journeys.model.entities import Channel, Fact, Mute, Source, View
from journeys.model.integrity import check_document
from journeys.model.values import Contact, Due, Duration, Evidence, Judgement
from journeys.session import Session
from tests.journeys.studies import study

WORDS = st.sampled_from(["Erkenning?", "", "Naam kiezen", "R&D <b>", "één\u202e", "x" * 250, "Regel\nTwee", "👪"])
NAMES = WORDS.filter(bool)
SMALL = st.integers(-1, 4)
RATINGS = st.none() | st.integers(-2, 2)


def has(kind):
    """A rule that needs at least one entity of this kind."""
    return precondition(lambda machine: bool(machine.document.tables[kind]))


class Verbs(RuleBasedStateMachine):
    """Subclasses say how an edit is stored (`store`) and what must equal the document (`check_store`)."""

    def __init__(self):
        super().__init__()
        self.numbers = count(1)
        self.refuse = False

    @initialize(size=st.integers(0, 9), people=st.integers(1, 2))
    def begin(self, size, people):
        document = study(size, people)
        self.start = document.snapshot()
        self.session = self.open(document)
        self.done, self.undone = [], []

    # What a subclass with a real store replaces.

    def open(self, document):
        return Session(document, self.write)

    def write(self, edit):
        if self.refuse:
            raise StoreError("store.full")

    # The road.

    @property
    def document(self):
        return self.session.document

    def new_id(self):
        return f"{next(self.numbers):032x}".replace("0", "a", 1)

    def one(self, data, kind):
        return data.draw(st.sampled_from(sorted(self.document.tables[kind])), kind)

    def some(self, data, kind):
        ids = sorted(self.document.tables[kind])
        return data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True), f"{kind}s")

    def place(self, data, journey=None):
        journey = journey or self.one(data, "journey")
        stage = data.draw(st.sampled_from(["front", "back"]))
        return (journey, self.one(data, "phase"), stage, data.draw(st.integers(0, 4)), data.draw(st.integers(0, 2)))

    def perform(self, verb, *arguments, **options):
        before = self.document.snapshot()
        edit, refused = None, None
        try:
            edit = verb(self.document, *arguments, **options)
            self.session.apply(edit)
        except (EditError, StoreError) as error:
            refused = error
        if refused is not None:
            assert refused.code != "edit.stale", refused
            assert self.document == before
            return None
        if edit:
            self.done.append(edit)
            self.undone.clear()
        else:
            assert self.document == before
        return edit

    # Steps.

    @has("journey")
    @rule(data=st.data(), title=WORDS, emotion=RATINGS)
    def add_step(self, data, title, emotion):
        self.perform(steps.add, self.place(data), title, create_id=self.new_id, emotion=emotion)

    @has("step")
    @rule(data=st.data(), title=WORDS, verb=st.sampled_from([steps.add_after, steps.add_parallel]))
    def add_beside(self, data, title, verb):
        self.perform(verb, self.one(data, "step"), title, create_id=self.new_id)

    @has("step")
    @rule(data=st.data())
    def move_steps(self, data):
        ids = self.some(data, "step")
        self.perform(steps.move, ids, self.place(data, self.document.steps[ids[0]].journey))

    @has("step")
    @rule(data=st.data(), heading=st.sampled_from(["left", "right", "up", "down"]))
    def nudge_step(self, data, heading):
        self.perform(steps.nudge, self.one(data, "step"), heading)

    @has("step")
    @rule(data=st.data(), title=WORDS)
    def rename_step(self, data, title):
        self.perform(steps.rename, self.one(data, "step"), title)

    @has("step")
    @rule(data=st.data(), emotion=RATINGS)
    def feel(self, data, emotion):
        self.perform(steps.set_emotion, self.some(data, "step"), emotion)

    @has("step")
    @rule(data=st.data())
    def duplicate_steps(self, data):
        self.perform(steps.duplicate, self.some(data, "step"), create_id=self.new_id)

    @has("step")
    @rule(data=st.data())
    def delete_steps(self, data):
        self.perform(steps.delete, self.some(data, "step"), create_id=self.new_id)

    @has("step")
    @rule(data=st.data(), nobody=st.booleans(), days=SMALL)
    def fill_in_step(self, data, nobody, days):
        nobody = nobody or not self.document.parties
        contacts = () if nobody else (Contact(self.one(data, "party")), Contact(passes_on_for=self.one(data, "party")))
        fields = {
            "contacts": contacts, "nobody": nobody, "lasts": Duration(max(days, 0), 4, "week"),
            "judgement": Judgement(("user", "voter"), speed=data.draw(RATINGS), data_asked=("naam",)),
            "evidence": Evidence("observed", tuple(self.document.sources)[:1], "gezien"), "day": days,
        }  # fmt: skip
        self.perform(entities.change, "step", self.some(data, "step"), **fields)

    # Links.

    @has("step")
    @rule(data=st.data(), kind=st.sampled_from(["next", "choice", "back"]))
    def connect(self, data, kind):
        self.perform(links.connect, self.one(data, "step"), self.one(data, "step"), kind, create_id=self.new_id)

    @has("link")
    @rule(data=st.data())
    def disconnect(self, data):
        self.perform(links.disconnect, self.some(data, "link"))

    # Phases, moments, lanes.

    @rule(data=st.data(), name=NAMES, split=st.booleans())
    def add_phase(self, data, name, split):
        after = self.one(data, "phase") if split and self.document.phases else None
        self.perform(phases.add, name, after=after, create_id=self.new_id)

    @has("phase")
    @rule(data=st.data(), name=NAMES, day=st.integers(-300, 300))
    def change_phase(self, data, name, day):
        phase = self.one(data, "phase")
        self.perform(phases.rename, phase, name)
        self.perform(phases.set_start, phase, day)

    @has("phase")
    @rule(data=st.data())
    def delete_phase(self, data):
        self.perform(phases.delete, self.one(data, "phase"))

    @rule(data=st.data(), name=NAMES, day=st.integers(-50, 50))
    def change_moments(self, data, name, day):
        self.perform(moments.add, name, day, create_id=self.new_id)
        self.perform(moments.set_day0, self.one(data, "moment"))
        self.perform(moments.delete, self.one(data, "moment"))

    @rule(data=st.data(), title=WORDS, shown=st.booleans(), written=WORDS)
    def change_lanes(self, data, title, shown, written):
        self.perform(lanes.add, title, create_id=self.new_id)
        self.perform(lanes.show, self.one(data, "lane"), shown=shown)
        self.perform(entities.reorder, "lane", self.some(data, "lane"))
        if self.document.journeys and self.document.phases:
            self.perform(
                lanes.write_cell, self.one(data, "lane"), self.one(data, "journey"), self.one(data, "phase"), written,
                create_id=self.new_id,
            )  # fmt: skip

    @rule(data=st.data(), kind=st.sampled_from(["lane", "cell", "view", "fact", "mute", "source", "channel"]))
    def delete_anything(self, data, kind):
        if self.document.tables[kind]:
            self.perform(entities.delete, kind, self.some(data, kind))

    # Personas, journeys, parties.

    @rule(data=st.data(), name=NAMES)
    def add_persona_with_journey(self, data, name):
        edit = self.perform(personas.add, name, create_id=self.new_id)
        if edit:
            self.perform(journeys.add, edit.subjects[0], name, create_id=self.new_id)

    @has("persona")
    @rule(data=st.data())
    def delete_persona(self, data):
        self.perform(personas.delete, self.one(data, "persona"))

    @has("journey")
    @rule(data=st.data(), desired=st.booleans())
    def duplicate_journey(self, data, desired):
        if len(self.document.steps) < 60:
            options = {"variant": "desired"} if desired else {"persona": self.one(data, "persona")}
            self.perform(journeys.duplicate, self.one(data, "journey"), create_id=self.new_id, **options)

    @has("journey")
    @rule(data=st.data())
    def delete_journey(self, data):
        self.perform(journeys.delete, self.one(data, "journey"))

    @rule(data=st.data(), name=NAMES, kind=st.sampled_from(["department", "executor", "medium"]))
    def add_party(self, data, name, kind):
        parent = self.one(data, "party") if self.document.parties else None
        self.perform(parties.add, name, kind, parent=parent, create_id=self.new_id)

    @has("party")
    @rule(data=st.data())
    def change_party(self, data):
        self.perform(entities.change, "party", self.one(data, "party"), parent=self.one(data, "party"), acts_for=None)
        self.perform(studies.set_scope, self.one(data, "party"))

    @has("party")
    @rule(data=st.data())
    def delete_party(self, data):
        self.perform(parties.delete, self.one(data, "party"))

    # Notes, stances and the rest.

    @rule(data=st.data(), text=WORDS, kind=st.sampled_from(["need", "pain", "opportunity", "question", "quote"]))
    def add_note(self, data, text, kind):
        anchor = notes.PARKED
        if self.document.steps:
            anchor = notes.Anchor(step=self.one(data, "step"))
        elif self.document.personas:
            anchor = notes.Anchor(persona=self.one(data, "persona"))
        self.perform(notes.add, kind, text, anchor, create_id=self.new_id)

    @has("note")
    @rule(data=st.data(), text=WORDS)
    def change_notes(self, data, text):
        note = self.one(data, "note")
        self.perform(entities.change, "note", note, text=text, votes=3, due=dt.date(2026, 11, 21))
        self.perform(notes.answer, note, self.one(data, "party") if self.document.parties else None)
        self.perform(notes.move, note, notes.PARKED)
        self.perform(notes.delete, self.some(data, "note"))

    @precondition(lambda self: self.document.journeys and self.document.phases and self.document.parties)
    @rule(data=st.data(), reason=WORDS)
    def take_a_stance_or_opportunity(self, data, reason):
        journey, phase, party = self.one(data, "journey"), self.one(data, "phase"), self.one(data, "party")
        self.perform(stances.mark_deliberate, journey, phase, party, reason, create_id=self.new_id)
        self.perform(
            notes.opportunity, reason, journey, phase, via=[party], addresses=sorted(self.document.notes)[:2],
            create_id=self.new_id,
        )  # fmt: skip
        self.perform(stances.withdraw, journey, phase, party)

    @rule(data=st.data(), title=NAMES)
    def add_what_has_no_verb_of_its_own(self, data, title):
        moment = self.one(data, "moment")
        made = [
            Channel(self.new_id(), title), Source(self.new_id(), "survey", title, people=3),
            Fact(self.new_id(), title, from_day=-3, to_day=5, due=Due(moment, 3, "day", "termijnenwet", "BW 1:19e")),
            Mute(self.new_id(), "gap", (moment,), title),
            View(self.new_id(), title, tuple(self.document.journeys)[:1], tuple(self.document.lanes)[:2]),
        ]  # fmt: skip
        for entity in made:
            self.perform(entities.add, entity)

    @rule(title=WORDS, person=WORDS)
    def change_study(self, title, person):
        self.perform(studies.change, title=title, person_word=person)

    @rule(size=st.integers(0, 5))
    def merge_another_study(self, size):
        if len(self.document.steps) < 60:
            self.perform(merge.merge, study(size, 1), create_id=self.new_id)

    # Undo, redo, refused writes.

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        edit = self.done.pop()
        self.session.apply(edit.inverse())
        self.undone.append(edit)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        edit = self.undone.pop()
        self.session.apply(edit)
        self.done.append(edit)

    @precondition(lambda self: self.done)
    @rule()
    def write_is_refused(self):
        before = self.document.snapshot()
        self.refuse = True
        try:
            self.session.apply(self.done[-1].inverse())
        except StoreError:
            pass
        else:
            raise AssertionError("the refusal was swallowed")
        finally:
            self.refuse = False
        assert self.document == before

    # What always holds.

    @invariant()
    def document_is_well_formed(self):
        if hasattr(self, "session"):
            assert check_document(self.document) == []

    @invariant()
    def indexes_and_graphs_follow(self):
        if not hasattr(self, "session"):
            return
        fresh = self.document.snapshot()
        for (_, id_), _entity in fresh:
            assert set(self.document.referrers(id_)) == set(fresh.referrers(id_))
        for step in fresh.steps.values():
            assert self.document.step_at((step.journey, step.phase, step.stage, step.column, step.track)) == step
        for journey in fresh.journeys:
            kept = self.document.graph(journey)
            built = graphs.build(journey, fresh.steps.values(), fresh.links.values())
            assert sorted(kept.nodes(data="step"), key=repr) == sorted(built.nodes(data="step"), key=repr)
            assert sorted(kept.edges(data="link"), key=repr) == sorted(built.edges(data="link"), key=repr)

    def teardown(self):
        if not hasattr(self, "session"):
            return
        while self.done:
            self.session.apply(self.done.pop().inverse())
        assert self.document == self.start
