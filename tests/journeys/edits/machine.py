"""A state machine that performs any verb on any target that the model offers, with undo, redo and refusals."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journeys.analysis import privacy
from journeys.edits import (
    branches,
    capture,
    channels,
    contacts,
    entities,
    evidence,
    facts,
    fragment,
    images,
    intake,
    journeys,
    judgements,
    lanes,
    links,
    merge,
    moments,
    mutes,
    notes,
    parties,
    personas,
    phases,
    private,
    processes,
    putting,
    replacing,
    restoring,
    rows,
    stances,
    steps,
    thread,
    tidy,
    views,
)  # fmt: skip
from journeys.edits import study as studies
from journeys.edits.incoming import (
    Goal,
    Incoming,
    IncomingContact,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    IncomingStep,
)
from journeys.edits.notes import Anchor
from journeys.errors import EditError, StoreError
from journeys.model import graph as graphs
from journeys.model import search
from journeys.model.entities import Channel, Fact, Mute, Source, View
from journeys.model.integrity import check_document
from journeys.model.values import Contact, Due, Duration, Evidence, Judgement
from journeys.session import Session
from tests.journeys.studies import study

MERGED = ("persona", "party", "channel", "phase", "source", "step", "note")
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
        self.performed = 0

    # What a subclass with a real store replaces.

    def open(self, document):
        return Session(document, self.write)

    def write(self, edit):
        if self.refuse:
            raise StoreError("store.full")

    def stored(self, mark):
        """A picture whose bytes are there."""
        return images.Stored(mark * 64, "png", 40, 30)

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
        self.performed += 1
        before = self.document.snapshot()
        edit, refused = None, None
        try:
            edit = verb(self.document, *arguments, **options)
            self.session.apply(edit)
        except (EditError, StoreError) as error:
            refused = error
        if refused is not None:
            assert refused.code != "edit.stale", refused
            assert getattr(refused.values.get("problem"), "code", "") != "rule.dangling", refused  # a verb's own fault
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
    @rule(data=st.data())
    def move_a_step_along_the_thread(self, data):
        step = self.one(data, "step")
        place = self.place(data, self.document.steps[step].journey)

        def verb(document):
            return thread.along(document, steps.move(document, [step], place), create_id=self.new_id)

        self.perform(verb)

    @has("step")
    @rule(data=st.data(), stage=st.sampled_from(["front", "back"]))
    def move_steps_elsewhere(self, data, stage):
        self.perform(steps.move_to_phase, self.some(data, "step"), self.one(data, "phase"))
        self.perform(steps.set_stage, self.some(data, "step"), stage)

    @has("step")
    @rule(data=st.data())
    def duplicate_steps_to_a_place(self, data):
        ids = self.some(data, "step")
        place = self.place(data, self.document.steps[ids[0]].journey)
        self.perform(steps.duplicate, ids, place=place, create_id=self.new_id)

    @has("step")
    @rule(data=st.data(), heading=st.sampled_from(["up", "down"]), after=st.booleans())
    def move_rows(self, data, heading, after):
        ids = self.some(data, "step")
        self.perform(rows.shift, ids, heading)
        self.perform(rows.put_beside, ids, self.one(data, "step"), after=after)

    @has("step")
    @rule(data=st.data(), lines=st.lists(NAMES, max_size=3), text=WORDS)
    def write_cells(self, data, lines, text):
        step, kind = self.one(data, "step"), data.draw(st.sampled_from(["need", "quote"]))
        self.perform(rows.write_notes, Anchor(step=step), kind, lines, create_id=self.new_id)
        self.perform(rows.write_backstage, self.one(data, "step"), lines, create_id=self.new_id)
        if not self.document.steps:
            return  # that was the last one
        part = data.draw(st.sampled_from(["party", "channel", "passes_on_for"]))
        self.perform(rows.write_contacts, self.some(data, "step"), part, lines, create_id=self.new_id)
        self.perform(rows.set_part, "step", self.some(data, "step"), "evidence.note", text)

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

    @precondition(lambda self: self.document.steps and self.document.phases)
    @rule(data=st.data(), pointed=st.booleans(), noted=st.booleans())
    def copy_and_paste(self, data, pointed, noted):
        if len(self.document.steps) < 60:
            ids = self.some(data, "note" if noted and self.document.notes else "step")
            place = self.place(data)
            on = notes.Anchor(journey=place[0], phase=place[1]) if pointed else None
            taken = fragment.take(self.document, ids)
            at = place if pointed else None
            self.perform(putting.put, taken, place[0], at, on, create_id=self.new_id)

    @has("step")
    @rule(data=st.data(), size=st.integers(1, 6))
    def paste_from_another_study(self, data, size):
        if len(self.document.steps) < 60 and self.document.phases:
            other = study(size, 1)
            taken = fragment.take(other, [*other.steps, *other.notes])
            self.perform(putting.put, taken, self.one(data, "journey"), create_id=self.new_id)

    @has("step")
    @rule(data=st.data())
    def cut_or_duplicate(self, data):
        some = self.some(data, "step") + (self.some(data, "note") if self.document.notes else [])
        self.perform(putting.duplicate, some, create_id=self.new_id)
        self.perform(putting.cut, some, create_id=self.new_id)

    @precondition(lambda self: self.document.journeys and self.document.phases)
    @rule(data=st.data(), title=WORDS, emotion=RATINGS, made=st.booleans())
    def capture_step(self, data, title, emotion, made):
        party = self.one(data, "party") if self.document.parties else None
        heard = capture.Heard(title, title, None if made else party, "Nieuw" if made else "", party is None, emotion)
        self.perform(capture.capture, self.one(data, "journey"), self.one(data, "phase"), heard, create_id=self.new_id)

    @has("step")
    @rule(data=st.data(), rating=RATINGS, word=WORDS, on=st.booleans())
    def judge(self, data, rating, word, on):
        role = data.draw(st.sampled_from(judgements.ROLES))
        self.perform(judgements.take_role, self.some(data, "step"), role, on=on)
        self.perform(judgements.judge, self.some(data, "step"), value_collective=rating, value_reason=word)
        self.perform(judgements.judge, self.some(data, "step"), waiting=Duration(1, 2, "workday"), practical=rating)
        self.perform(judgements.ask, self.some(data, "step"), word)
        if self.document.notes:
            sort = data.draw(st.sampled_from(["small_gesture", "proactive"]))
            self.perform(notes.make, self.some(data, "note"), sort, on=on)
        self.perform(judgements.unask, self.some(data, "step"), word)
        if on:
            self.perform(judgements.clear, self.some(data, "step"))

    # Processes behind a step.

    @has("step")
    @rule(data=st.data(), title=WORDS, apart=st.booleans())
    def make_and_hang_a_process(self, data, title, apart):
        if len(self.document.journeys) < 12:
            self.perform(processes.add, self.one(data, "step"), title, create_id=self.new_id)
        step = None if apart else self.one(data, "step")
        self.perform(processes.put_behind, self.one(data, "journey"), step)

    # Links.

    @has("step")
    @rule(data=st.data(), kind=st.sampled_from(["next", "choice", "back"]))
    def connect(self, data, kind):
        self.perform(links.connect, self.one(data, "step"), self.one(data, "step"), kind, create_id=self.new_id)

    @has("link")
    @rule(data=st.data(), label=WORDS, kind=st.sampled_from(["next", "choice", "back"]), end=st.booleans())
    def change_links(self, data, label, kind, end):
        self.perform(links.label, self.one(data, "link"), label)
        self.perform(links.set_kind, self.some(data, "link"), kind)
        step = self.one(data, "step")
        self.perform(links.reroute, self.one(data, "link"), **({"target": step} if end else {"source": step}))

    @has("link")
    @rule(data=st.data())
    def disconnect(self, data):
        self.perform(links.disconnect, self.some(data, "link"))

    @has("step")
    @rule(data=st.data(), nobody=st.booleans())
    def meet(self, data, nobody):
        contact = Contact(self.one(data, "party") if self.document.parties else None)
        self.perform(contacts.add, self.some(data, "step"), contact)
        self.perform(contacts.set_nobody, self.some(data, "step"), nobody=nobody)
        self.perform(contacts.set_all, self.some(data, "step"), [contact, contact])
        self.perform(contacts.drop, self.some(data, "step"), contact)
        self.perform(links.connect_in_order, self.some(data, "step"), create_id=self.new_id)

    @has("source")
    @rule(data=st.data(), text=WORDS, kind=st.sampled_from(["step", "note", "persona"]))
    def change_evidence(self, data, text, kind):
        if self.document.tables[kind]:
            ids = self.some(data, kind)
            self.perform(evidence.set_status, kind, ids, "observed")
            self.perform(evidence.set_note, kind, ids, text)
            self.perform(evidence.cite, kind, ids, self.one(data, "source"))
            self.perform(evidence.cite_new, kind, ids, text, create_id=self.new_id, people=4)
            self.perform(evidence.uncite, kind, ids, self.one(data, "source"))
            self.perform(evidence.delete_source, self.one(data, "source"))

    @rule(data=st.data(), name=NAMES, places=SMALL)
    def change_channels(self, data, name, places):
        self.perform(channels.add, name, "desk", create_id=self.new_id)
        if self.document.channels:
            self.perform(channels.shift, self.one(data, "channel"), places)
            self.perform(channels.delete, self.one(data, "channel"))

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
        self.perform(phases.set_end, phase, day)

    @has("phase")
    @rule(data=st.data())
    def delete_phase(self, data):
        self.perform(phases.delete, self.one(data, "phase"))

    @rule(data=st.data(), name=NAMES, day=st.integers(-50, 50))
    def change_moments(self, data, name, day):
        self.perform(moments.add, name, day, create_id=self.new_id)
        self.perform(moments.set_day0, self.one(data, "moment"))
        self.perform(studies.set_date, data.draw(st.none() | st.dates()), day)
        self.perform(studies.shift_dates, day)
        self.perform(moments.move, self.one(data, "moment"), day)
        self.perform(moments.delete, self.one(data, "moment"))

    @rule(data=st.data(), title=WORDS, shown=st.booleans(), written=WORDS)
    def change_lanes(self, data, title, shown, written):
        self.perform(lanes.add, title, create_id=self.new_id)
        self.perform(lanes.show, self.one(data, "lane"), shown=shown)
        self.perform(entities.reorder, "lane", self.some(data, "lane"))
        self.perform(lanes.add, title, after=self.one(data, "lane"), create_id=self.new_id)
        self.perform(lanes.rename, self.one(data, "lane"), title)
        self.perform(lanes.move, self.one(data, "lane"), data.draw(st.sampled_from([-9, -1, 1, 2])))
        self.perform(lanes.move_among, self.one(data, "lane"), data.draw(st.sampled_from([-1, 1])))
        self.perform(lanes.reorder, sorted(self.document.tables["lane"]))
        if self.document.journeys and self.document.phases:
            self.perform(
                lanes.write_cell, self.one(data, "lane"), self.one(data, "journey"), self.one(data, "phase"), written,
                create_id=self.new_id,
            )  # fmt: skip

    @has("journey")
    @rule(data=st.data())
    def untangle_flow(self, data):
        self.perform(tidy.untangle, self.one(data, "journey"))

    @has("lane")
    @rule(data=st.data(), back=st.booleans())
    def drop_lanes(self, data, back):
        self.perform(lanes.delete, self.one(data, "lane"))
        self.perform(lanes.reset if back else lanes.show_all, **({"create_id": self.new_id} if back else {}))

    @rule(data=st.data(), kind=st.sampled_from(["lane", "cell", "view", "fact", "mute", "source", "channel"]))
    def delete_anything(self, data, kind):
        if self.document.tables[kind]:
            self.perform(entities.delete, kind, self.some(data, kind))

    # Saved views.

    @rule(data=st.data(), name=WORDS, zoom=st.none() | st.integers(5, 410), shown=st.sampled_from(["map", "compare"]))
    def save_a_view(self, data, name, zoom, shown):
        self.perform(views.add, name, self.seen(data, zoom, shown), create_id=self.new_id)

    @has("view")
    @rule(data=st.data(), name=WORDS, zoom=st.none() | st.integers(10, 400), by=st.sampled_from([-9, -1, 1, 2]))
    def change_views(self, data, name, zoom, by):
        self.perform(views.update, self.one(data, "view"), self.seen(data, zoom, "map"))
        self.perform(views.rename, self.one(data, "view"), name)
        self.perform(views.move, self.one(data, "view"), by)
        self.perform(views.reorder, sorted(self.document.tables["view"]))
        if self.document.journeys:
            self.perform(views.choose_journeys, self.one(data, "view"), self.some(data, "journey"))
        if len(self.document.views) < 9:
            self.perform(views.duplicate, self.one(data, "view"), create_id=self.new_id)

    @has("view")
    @rule(data=st.data())
    def forget_views(self, data):
        self.perform(views.delete, self.some(data, "view"))

    def seen(self, data, zoom, shown):
        return views.Seen(
            tuple(self.some(data, "journey")) if self.document.journeys else (),
            tuple(self.some(data, "lane")) if self.document.lanes else (),
            data.draw(st.sampled_from([None, "time", "roles"])), data.draw(st.sampled_from(["equal", "true"])), shown,
            zoom, self.one(data, "phase") if self.document.phases else None,
        )  # fmt: skip

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

    # Muted findings.

    @rule(data=st.data(), reason=WORDS, code=st.sampled_from(["structure.loop", "scope.gap"]))
    def mute_a_finding(self, data, reason, code):
        wanted = ("step", "note", "phase", "journey", "persona", "party")
        kinds = [kind for kind in wanted if self.document.tables[kind]]
        about = [self.one(data, data.draw(st.sampled_from(kinds))) for _ in range(2)] if kinds else []
        self.perform(mutes.mute, code, dict.fromkeys(about), reason, create_id=self.new_id)

    @has("mute")
    @rule(data=st.data())
    def unmute_a_finding(self, data):
        self.perform(mutes.unmute, self.one(data, "mute"))

    # Facts.

    @rule(data=st.data(), text=WORDS, timed=st.booleans(), kind=st.sampled_from(["need", "remark", "opportunity"]))
    def add_and_use_facts(self, data, text, timed, kind):
        phase = self.one(data, "phase") if timed and self.document.phases else None
        self.perform(facts.add, text, phase, create_id=self.new_id)
        if self.document.facts:
            self.perform(facts.to_note, self.one(data, "fact"), kind, notes.PARKED, create_id=self.new_id)

    @has("fact")
    @rule(data=st.data())
    def delete_fact(self, data):
        self.perform(facts.delete, self.one(data, "fact"))

    # Pictures.

    @has("step")
    @rule(data=st.data(), mark=st.sampled_from("abc"), words=WORDS)
    def put_a_picture(self, data, mark, words):
        stored = self.stored(mark)
        edit = self.perform(images.put_on_step, self.one(data, "step"), stored, create_id=self.new_id)
        if edit and self.document.images:
            self.perform(images.describe, self.one(data, "image"), alt=words, caption=words)

    @has("persona")
    @rule(data=st.data(), mark=st.sampled_from("abc"))
    def put_a_portrait(self, data, mark):
        stored = self.stored(mark)
        self.perform(images.put_portrait, self.one(data, "persona"), stored, create_id=self.new_id)

    @has("image")
    @rule(data=st.data())
    def remove_pictures(self, data):
        if self.document.steps:
            self.perform(images.remove_from_step, self.one(data, "step"))
        if self.document.personas:
            self.perform(images.remove_portrait, self.one(data, "persona"))

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
        self.perform(notes.set_kind, self.some(data, "note"), data.draw(st.sampled_from(["idea", "need", "quote"])))
        self.perform(notes.set_status, self.some(data, "note"), "planned")
        self.perform(notes.assign, self.some(data, "note"), text)
        self.perform(notes.set_due, self.some(data, "note"), data.draw(st.none() | st.just(dt.date(2027, 2, 1))))
        self.perform(notes.address, note, self.some(data, "note"))
        self.perform(notes.reach_through, note, self.some(data, "party") if self.document.parties else [])
        self.perform(notes.vote, note, 2)
        self.perform(notes.vote_more, note, len(text) % 3 - 1)
        self.perform(notes.clear_votes, self.some(data, "note"))
        self.perform(notes.move, note, notes.PARKED)
        if self.document.steps:
            kind = data.draw(st.sampled_from([None, "need", "opportunity"]))
            beside = self.document.notes[self.one(data, "note")] if self.document.notes else None
            anchor = notes.Anchor(step=self.one(data, "step")) if beside is None else notes.anchor_of(beside)
            before = None if beside is None else beside.id
            if beside is not None:
                self.perform(notes.move, self.some(data, "note"), anchor, kind=kind, before=before)
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

    @rule(words=st.sampled_from(["a", "e", "pijn"]), other=WORDS, one=st.booleans())
    def replace_what_is_found(self, words, other, one):
        found = search.find(self.document, words)
        self.perform(replacing.replace_found, found[:1] if one else found, other)

    @rule(data=st.data(), words=st.sampled_from(["[…]", "iemand"]), one=st.booleans())
    def take_out_who_is_named(self, data, words, one):
        found = privacy.mentions(self.document, data.draw(st.sampled_from(["Sanne", "Naam kiezen", "Regel"])))
        self.perform(private.take_out, found[:1] if one else found, words)

    @has("step")
    @rule(data=st.data(), sample=st.sampled_from(["06-••••••78", "•••••••33"]), back=st.booleans())
    def call_it_not_personal(self, data, sample, back):
        marks = [("personal.phone", id_, sample) for id_ in self.some(data, "step")]
        self.perform(private.not_personal, *marks[0], create_id=self.new_id)
        self.perform(private.marked, marks, private.after_all if back else private.not_personal)

    @rule(size=st.integers(0, 5))
    def merge_another_study(self, size):
        if len(self.document.steps) < 60:
            self.perform(merge.merge, study(size, 1), create_id=self.new_id)
            self.perform(branches.add, study(size, 2), "Zijtak", create_id=self.new_id)

    @precondition(lambda self: len(self.document.steps) < 50)
    @rule(data=st.data(), sizes=st.lists(st.integers(0, 4), min_size=1, max_size=2), steer=st.booleans())
    def merge_files_of_groups(self, data, sizes, steer):
        files = [study(size, 1) for size in sizes]
        kind = data.draw(st.sampled_from(MERGED))
        same = [
            (merge.Ref(merge.HERE, self.one(data, kind)), merge.Ref(number, id_))
            for number, file in enumerate(files)
            for id_ in list(file.tables[kind])[:1]
            if self.document.tables[kind]
        ]
        into = {}
        if steer and self.document.journeys:
            into[merge.Ref(0, next(iter(files[0].journeys)))] = merge.Ref(merge.HERE, self.one(data, "journey"))
        parts = [merge.Part(file, f"tafel {number}") for number, file in enumerate(files)]

        def verb(document):
            return merge.merge_files(document, parts, same, into, create_id=self.new_id).edit

        self.perform(verb)

    @precondition(lambda self: len(self.document.steps) < 60)
    @rule(data=st.data(), titles=st.lists(WORDS, max_size=3), phase=WORDS, party=WORDS, fresh=st.booleans())
    def take_rows_in(self, data, titles, phase, party, fresh):
        known = self.one(data, "step") if self.document.steps else ""
        coming = [
            IncomingStep(
                row, title, phase=phase, contacts=(IncomingContact(party),), notes=(IncomingNote("need", party),),
                id=known if row == 2 else "", stage="back" if row == 1 else None,
            )
            for row, title in enumerate(titles)
        ]  # fmt: skip
        goal = Goal(
            self.one(data, "journey") if self.document.journeys else "", "Reis", "Persona",
            after=known if party else "", fresh=fresh and not self.document.steps,
        )  # fmt: skip
        incoming = Incoming(tuple(coming), (IncomingPhase(phase, len(titles)),) if phase else ())
        self.perform(intake.take_in, incoming, goal, create_id=self.new_id)

    @precondition(lambda self: len(self.document.steps) < 60)
    @rule(
        titles=st.lists(WORDS, min_size=1, max_size=4), phase=WORDS, party=WORDS,
        pairs=st.lists(st.integers(0, 24), max_size=5),
        placed=st.booleans(), variant=st.sampled_from([None, "current", "desired"]), fresh=st.booleans(),
    )  # fmt: skip
    def take_a_notation_in(self, titles, phase, party, pairs, placed, variant, fresh):
        """With connections, places, notes on no step, and what is known of parties and people."""
        coming = [
            IncomingStep(
                row, title, phase=phase, persona=party, journey="Reis", variant=variant, key=str(row),
                contacts=(IncomingContact(party, title, phase),),
                column=row // 2 if placed else None, track=row % 2 if placed else None,
            )
            for row, title in enumerate(titles)
        ]  # fmt: skip
        incoming = Incoming(
            tuple(coming), (IncomingPhase(phase, note=party),),
            links=tuple(IncomingLink(str(pair // 5), str(pair % 5), party) for pair in pairs),
            notes=(
                IncomingNote("idea", party, status="done", owner=phase, persona=party),
                IncomingNote("question", phase, persona=party, journey="Reis", variant=variant, phase=phase),
            ),
            journeys=(IncomingJourney("Reis", party, variant, phase),),
            personas=(IncomingPersona(party, phase, party, phase, "society"),),
            parties=(IncomingParty(party, "municipality", phase, titles[0]), IncomingParty(phase, None, party)),
        )  # fmt: skip
        goal = Goal("", "Reis", "Persona", fresh=fresh and not self.document.steps)
        self.perform(intake.take_in, incoming, goal, create_id=self.new_id)

    @has("step")
    @rule(data=st.data(), words=st.sampled_from(["a", "e", "pijn"]), sample=WORDS)
    def keep_what_is_personal_out(self, data, words, sample):
        self.perform(private.take_out, search.find(self.document, words)[:2])
        step = self.one(data, "step")
        self.perform(private.not_personal, "personal.phone", step, sample, create_id=self.new_id)
        self.perform(private.after_all, "personal.phone", step, sample)
        marks = [("personal.phone", id_, sample) for id_ in self.some(data, "step")]
        self.perform(private.marked, marks, partial(private.not_personal, create_id=self.new_id))

    @has("step")
    @rule(data=st.data(), title=NAMES)
    def do_several_as_one(self, data, title):
        ids = self.some(data, "step")
        each = [partial(steps.rename, step=id_, title=f"{title} {id_[-2:]}") for id_ in ids]
        self.perform(rows.together, "step.rename", each, title=title)

    # Back to how it was.

    @rule(data=st.data(), whole=st.booleans(), kind=st.sampled_from(["step", "journey", "persona", "phase", "note"]))
    def go_back(self, data, whole, kind):
        if whole:
            self.perform(restoring.restore, self.start, "Na ronde 1")
            assert self.document == self.start
        elif self.start.tables[kind]:
            ids = data.draw(st.lists(st.sampled_from(sorted(self.start.tables[kind])), min_size=1, max_size=2))
            self.perform(restoring.bring_back, self.start, [(kind, id_) for id_ in ids])

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
    def every_muted_finding_is_about_what_is_there(self):
        if hasattr(self, "session"):
            there = {id_ for table in self.document.tables.values() for id_ in table}
            held = [(mute.code, frozenset(mute.subjects)) for mute in self.document.mutes.values()]
            assert all(subjects <= there for _, subjects in held)

    @invariant()
    def every_picture_is_shown_somewhere(self):
        if hasattr(self, "session"):
            shown = {step.image for step in self.document.steps.values()}
            shown |= {persona.portrait for persona in self.document.personas.values()}
            assert set(self.document.images) <= shown

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

    def take_all_back(self):
        """Every edit undone, the last one first: the study is what it was at the start."""
        while self.done:
            self.undo()
        assert self.document == self.start

    def do_all_again(self):
        """What was just taken back is done once more, to the same end."""
        while self.undone:
            self.redo()

    def teardown(self):
        if hasattr(self, "session"):
            self.take_all_back()
