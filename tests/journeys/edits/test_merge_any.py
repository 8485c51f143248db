"""What holds of merging any studies, whatever is in them and whatever is judged the same."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journeys.edits import merge
from journeys.edits.merge import HERE, Part, Ref
from journeys.edits.merge.files import JOINED
from journeys.edits.merge.joining import texts
from journeys.model.document import Document
from journeys.model.integrity import check_document
from journeys.model.references import renamed
from journeys.session import Session
from tests.journeys.model.strategies import documents

QUICK = settings(
    max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate]
)
"""Making a study smaller takes longer than reading it."""
KEPT = ("persona", "journey", "step", "note", "cell", "fact")
"""What people told; the names of shared things are those of their like here."""


def apart(document):
    """The same study as somebody else would have made it, with ids of its own."""
    ids = {id_: uuid4().hex for table in document.tables.values() for id_ in table}
    return Document.of(renamed(entity, ids) for _, entity in document)


def told(document, kinds=KEPT):
    """Every text that somebody told, as often as it was told."""
    return Counter(text for kind in kinds for each in document.tables[kind].values() for text in texts(each))


def merged(document, parts, same=(), into=None):
    session = Session(document.snapshot(), lambda _edit: None)
    found = merge.merge_files(document, parts, same, into)
    session.apply(found.edit)
    return session.document, found


def pairs(data, studies, kinds=JOINED):
    """Any things of one kind, here or in a file, said to be the same."""
    found = []
    for kind in kinds:
        refs = [Ref(file, id_) for file, study in studies.items() for id_ in sorted(study.tables[kind])]
        if len(refs) > 1:
            one = st.tuples(st.sampled_from(refs), st.sampled_from(refs)).filter(lambda pair: pair[0] != pair[1])
            found += data.draw(st.lists(one, max_size=2), kind)
    return found


def steered(data, studies):
    """Journeys that go into another one."""
    goals = [Ref(file, id_) for file, study in studies.items() for id_ in sorted(study.journeys)]
    sources = [ref for ref in goals if ref.file != HERE]
    if not sources:
        return {}
    chosen = data.draw(st.lists(st.sampled_from(sources), max_size=2, unique=True), "into")
    return {ref: data.draw(st.sampled_from(goals), "goal") for ref in chosen}


@QUICK
@given(documents(), documents(), documents(), st.data())
def test_whatever_is_judged_the_same_the_study_stays_valid_and_one_undo_restores_it(document, first, second, data):
    studies = {HERE: document, 0: first, 1: second}
    parts = [Part(first, "Tafel 1"), Part(second, "Tafel 2")]
    after, found = merged(document, parts, pairs(data, studies), steered(data, studies))
    assert check_document(after) == []
    Session(after, lambda _edit: None).apply(found.edit.inverse())
    assert after == document


@QUICK
@given(documents(), documents(), documents())
def test_nothing_that_was_told_is_lost(document, first, second):
    after, _ = merged(document, [Part(first), Part(apart(second))])
    now = "\n".join(told(after))
    for study in (document, first, second):
        assert all(text in now for text in told(study))


@QUICK
@given(documents(), documents(), st.data())
def test_what_is_judged_the_same_keeps_its_words_as_well(document, other, data):
    other = apart(other)
    studies = {HERE: document, 0: other}
    after, _ = merged(document, [Part(other)], pairs(data, studies, ("note", "persona")))
    now = "\n".join(told(after)).casefold()
    notes = {note.text for study in studies.values() for note in study.notes.values()}
    contexts = {persona.context for study in studies.values() for persona in study.personas.values()}
    assert all(text.casefold() in now for text in notes | contexts)


@QUICK
@given(documents())
def test_a_study_merged_with_itself_gives_nothing_new(document):
    assert not merge.merge_files(document, [Part(document.snapshot()), Part(document.snapshot())]).edit


@QUICK
@given(documents(), documents())
def test_the_same_file_twice_gives_as_many_journeys_as_once(document, other):
    once, _ = merged(document, [Part(other)])
    twice, _ = merged(document, [Part(other), Part(other.snapshot())])
    kinds = ("persona", "journey", "step", "note")
    assert [len(twice.tables[kind]) for kind in kinds] == [len(once.tables[kind]) for kind in kinds]


@QUICK
@given(documents(), documents(), documents())
def test_the_order_of_the_files_changes_only_the_order(document, first, second):
    first, second = apart(first), apart(second)
    one, _ = merged(document, [Part(first), Part(second)])
    other, _ = merged(document, [Part(second), Part(first)])
    assert told(one, ("persona", "journey", "step", "note")) == told(other, ("persona", "journey", "step", "note"))
