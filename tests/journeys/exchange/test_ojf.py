"""Journeys of other mappers come in whole, in both dialects, and what is guessed or left out is told."""

from __future__ import annotations

import json

import pytest

from journeys import text
from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.errors import ExchangeError
from journeys.exchange import formats, ojf
from journeys.exchange.coming import to_study
from journeys.exchange.remarks import remark_text
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from journeys.messages import error_text
from journeys.model.integrity import MAX_STEPS, check_document
from journeys.session import Session
from tests.golden.texts import as_before
from tests.hostile import everything
from tests.journeys.studies import study

SAY = words("en")
BOARD = {
    "version": "1.0",
    "persona": "Fatma, moeder van twee",
    "pointOfView": "Een parkeervergunning aanvragen",
    "stages": [{"id": "s1", "name": "Zoeken"}, {"id": "s2", "name": "Aanvragen"}, {"id": "s3", "name": "Wachten"}],
    "swimlanes": [
        {"id": "a", "name": "Wat zij doet"}, {"id": "b", "name": "Knelpunten"}, {"id": "c", "name": "Wat zij voelt"},
        {"id": "d", "name": "Digital touchpoints"},
    ],
    "nodes": [
        {"stageId": "s1", "swimlaneId": "a", "title": "Zoekt op de website", "description": "Drie keer.", "score": -2,
         "tags": ["website", "avond"]},
        {"stageId": "s1", "swimlaneId": "c", "title": "Ongeduldig", "score": -4, "sentiment": "annoyed"},
        {"stageId": "s2", "swimlaneId": "b", "title": "Kenteken onbekend", "severity": "high", "score": -5,
         "isMomentOfTruth": True},
        {"stageId": "s2", "swimlaneId": "d", "title": "Vult het formulier in", "sentiment": "relieved",
         "isMomentOfTruth": True, "icon": "edit", "iconColor": "#ffffff"},
        {"stageId": "s3", "swimlaneId": "b", "title": "Geen bericht"},
    ],
}  # fmt: skip
BLUEPRINT = {
    "metadata": {"title": "Aan de balie", "persona": "Jan", "pov": "Een paspoort ophalen", "version": "1.1.0"},
    "stages": [{"id": "s1", "name": "Balie"}],
    "swimlanes": [{"id": "l", "name": "Reis van Jan"}],
    "nodes": [
        {"id": "n1", "stageId": "s1", "swimlaneId": "l", "title": "Meldt zich", "score": 3, "blueprint": {
            "evidence": [{"item": "Volgnummer", "type": "Physical"}],
            "onstage": [{"actor": "Receptie", "action": "Wijst de weg"}],
            "backstage": [{"actor": "Archief", "action": "Legt het paspoort klaar"}],
            "support": [{"system": "Afsprakensysteem", "description": "Roept het nummer op"}],
        }},
    ],
}  # fmt: skip


def read(data):
    return ojf.read(json.dumps(data).encode(), "reis.ojf")


def sentences(coming):
    return [remark_text(remark, SAY) for remark in coming.incoming.remarks]


def changed(board, **fields):
    return {**json.loads(json.dumps(board)), **fields}


def one_card(**fields):
    return {"stages": [{"id": "s1", "name": "Zoeken"}], "nodes": [{"stageId": "s1", "title": "Kaart", **fields}]}


# Reading


def test_stages_become_phases_and_cards_become_steps_of_the_persona():
    made = to_study(read(BOARD), "reis", "nl").document
    assert check_document(made) == []
    journey = next(iter(made.journeys.values()))
    assert (journey.title, made.personas[journey.persona].name) == (
        "Een parkeervergunning aanvragen", "Fatma, moeder van twee",
    )  # fmt: skip
    steps = {step.title: (made.phases[step.phase].name, step.emotion) for step in made.steps.values()}
    assert steps == {"Zoekt op de website": ("Zoeken", -1), "Vult het formulier in": ("Aanvragen", 1)}
    assert {phase.name for phase in made.phases.values()} == {"Zoeken", "Aanvragen", "Wachten"}


def test_cards_in_a_row_of_pains_or_feelings_become_notes_at_the_step_before_them_or_the_first_after():
    steps = read(BOARD).incoming.steps
    notes = {step.title: [(note.kind, note.text) for note in step.notes] for step in steps}
    assert ("quote", "Ongeduldig\n(score: -4; sentiment: annoyed)") in notes["Zoekt op de website"]
    assert ("pain", "Kenteken onbekend\n(score: -5; severity: high; isMomentOfTruth: true)") in notes[
        "Vult het formulier in"
    ]


def test_a_note_in_a_stage_without_any_step_hangs_on_the_phase():
    note = read(BOARD).incoming.notes[0]
    assert (note.kind, note.text, note.phase, note.persona) == (
        "pain", "Geen bericht", "Wachten", "Fatma, moeder van twee",
    )  # fmt: skip


def test_a_feeling_beside_a_step_without_a_score_is_what_that_step_feels_like():
    board = changed(BOARD)
    del board["nodes"][0]["score"]
    assert read(board).incoming.steps[0].emotion == -2


def test_what_has_no_field_here_stands_in_a_remark_at_the_step():
    step = read(BOARD).incoming.steps[0]
    assert [note.text for note in step.notes if note.kind == "remark"] == [
        "tags: website, avond\nswimlane: Wat zij doet"
    ]


def test_all_that_is_guessed_or_left_out_is_told_in_words():
    told = sentences(read(BOARD))
    assert told == [
        "Icons and colours of cards were left out.",
        "Scores from −5 to +5 became emotions from −2 to +2: “-5” = −2, “-4” = −2, “-2” = −1.",
        "Cards without a score got their emotion from a word: “relieved” = +1.",
        "Tags, purpose, severity, feelings in words and rows have no field here. They are in remarks.",
        "Cards in the row “Wat zij voelt” became quotes at the step before them (“Ongeduldig”).",
        (
            "Cards in the row “Knelpunten” became pain points at the step before them (“Kenteken onbekend”, "
            "“Geen bericht”)."
        ),
    ]
    assert all("{" not in sentence for sentence in told)


def test_title_and_point_of_view_may_stand_among_the_metadata():
    found = read(BLUEPRINT)
    assert found.title == "Aan de balie"
    assert found.incoming.journeys[0].question == "Een paspoort ophalen"
    both = read(changed(BLUEPRINT, title="Boven"))
    assert both.title == "Boven"
    assert any("“Aan de balie”" in sentence for sentence in sentences(both))


def test_a_blueprint_becomes_contacts_steps_behind_the_scenes_and_a_remark():
    found = read(BLUEPRINT).incoming
    front, archive, system = found.steps
    assert [contact.party for contact in front.contacts] == ["Receptie"]
    assert front.body == "Receptie: Wijst de weg"
    assert [note.text for note in front.notes] == ["Volgnummer (Physical)"]
    assert (archive.stage, archive.title, archive.contacts[0].party) == ("back", "Legt het paspoort klaar", "Archief")
    assert (system.stage, system.title, system.contacts[0].party) == ("back", "Roept het nummer op", "Afsprakensysteem")
    assert [(party.name, party.kind) for party in found.parties] == [("Afsprakensysteem", "medium")]


def test_a_board_of_notes_only_is_a_board_of_steps():
    found = read({"stages": [{"id": "1", "name": "A"}], "swimlanes": [{"id": "p", "name": "Pain points"}],
                  "nodes": [{"stageId": "1", "swimlaneId": "p", "title": "Te duur"}]})  # fmt: skip
    assert [step.title for step in found.incoming.steps] == ["Te duur"]


def test_it_comes_into_the_open_study_as_one_step_of_undo():
    here = study(6)
    session = Session(here, lambda _: None)
    edit = intake.take_in(here, read(BOARD).incoming, Goal())
    before = len(here.steps)
    session.apply(edit)
    assert len(here.steps) == before + 2
    assert check_document(here) == []
    session.apply(edit.inverse())
    assert len(here.steps) == before


# Habits


@pytest.mark.parametrize(
    ("score", "emotion"), [(0, 0), (1, 1), (3, 1), (4, 2), (5, 2), (-1, -1), ("-3", -1), ("2,5", 1)]
)
def test_only_a_score_of_zero_is_neutral(score, emotion):
    assert read(one_card(score=score)).incoming.steps[0].emotion == emotion


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"score": 9}, "The score 9 lies outside −5 to +5. The nearest one was taken (“Kaart”)."),
        ({"score": "hoog"}, "“score” cannot be “hoog”, so that was left out (“Kaart”)."),
        ({"isMomentOfTruth": "soms"}, "“isMomentOfTruth” cannot be “soms”, so that was left out (“Kaart”)."),
        ({"stageId": "s9"}, "There is no stage “s9”. These cards stay with the card before them (“Kaart”)."),
        ({"stageId": ""}, "These cards say no stage. They stay with the card before them (“Kaart”)."),
        ({"swimlaneId": "x"}, "There is no row “x”. These cards became steps (“Kaart”)."),
        ({"nutsScore": 4, "owner": "Jan"}, ("Fields that Levensreis does not know were left out: nutsScore (1), "
                                           "owner (1).")),
        ({"blueprint": {"cost": [1], "onstage": [{"actor": "Balie", "time": "5 min"}]}},
         "Fields that Levensreis does not know were left out: cost (1), time (1)."),
    ],
)  # fmt: skip
def test_an_odd_field_is_told_with_its_card(fields, told):
    found = read(one_card(**fields))
    assert told in sentences(found)
    assert [step.title for step in found.incoming.steps] == ["Kaart"]


def test_missing_ids_numbers_for_words_and_tags_with_commas_are_habits():
    found = read(
        {
            "persona": {"name": "Ada", "quote": "Hoi", "age": 40},
            "stages": ["Eerst", {"name": 2}],
            "nodes": [
                {"stageId": "Eerst", "title": 2024, "tags": "een, twee"},
                {"stage": "2", "description": "Lang\nx"},
            ],
        }
    )
    steps = found.incoming.steps
    assert [(step.title, step.body, step.phase) for step in steps] == [("2024", "", "Eerst"), ("Lang", "x", "2")]
    assert steps[0].notes[0].text == "tags: een, twee"
    assert (found.incoming.personas[0].name, found.incoming.personas[0].quote) == ("Ada", "Hoi")
    assert sentences(found)[-1] == "Fields that Levensreis does not know were left out: age (1)."


def test_two_stages_of_one_name_stay_two():
    found = read({"stages": [{"id": "1", "name": "Zoeken"}, {"id": "2", "name": "zoeken"}],
                  "nodes": [{"stageId": "2", "title": "B"}]})  # fmt: skip
    assert found.incoming.steps[0].phase == "zoeken (2)"
    assert "There are two stages “zoeken”. The second is now called “zoeken (2)”." in sentences(found)


def test_a_long_title_goes_on_in_the_description():
    found = read(one_card(title="woord " * 60, description="Einde"))
    step = found.incoming.steps[0]
    assert len(step.title) <= text.TITLE_MAX
    assert " ".join(f"{step.title} {step.body}".split()) == " ".join(["woord"] * 60 + ["Einde"])
    assert "A title of more than 200 characters" in sentences(found)[0]


def test_a_file_called_json_is_known_by_what_is_in_it(tmp_path):
    path = tmp_path / "reis.json"
    path.write_text(json.dumps(BOARD), "utf-8-sig")
    assert len(formats.read_file(path).document.steps) == 2
    assert not ojf.is_ojf(formats.for_writing(path).write(wanted(study(3))))
    assert not ojf.is_ojf(b'{"nodes": [], "stages": [')
    assert not ojf.is_ojf(b'{"nodes": 3, "stages": []}')


# Errors


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        ({"a": 1}, "ojf.format", None),
        ([], "ojf.format", None),
        ({"stages": [3], "nodes": []}, "plain.object", "stages[0]"),
        ({"stages": [], "nodes": {}}, "plain.type", "nodes"),
        (one_card(description={"a": 1}), "plain.type", "nodes[0].description"),
        (one_card(description="x" * 10_001), "ojf.too_long", "nodes[0].description"),
        (one_card(blueprint=[]), "plain.object", "nodes[0].blueprint"),
        (one_card(blueprint={"onstage": "Balie"}), "plain.type", "nodes[0].blueprint.onstage"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_place(data, code, where):
    with pytest.raises(ExchangeError) as told:
        read(data)
    assert told.value.code == code
    assert told.value.values.get("where") == where
    assert where is None or where in error_text(told.value, words("nl"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"nodes": [NaN]}', "json.number"),
        (b'{"nodes": [], "nodes": []}', "json.double"),
        (b'{"nodes": ["\\ud800"]}', "json.surrogate"),
        (b'{"nodes": [' + b"[" * 9000, "json.deep"),
        (b'{"nodes": [\xff]}', "json.encoding"),
        (b'{"nodes": [', "json.syntax"),
    ],
)
def test_E1_json_that_is_none_is_refused(data, code):
    with pytest.raises(ExchangeError) as told:
        ojf.read(data, "reis.ojf")
    assert told.value.code == code


def test_more_cards_than_a_study_holds_are_refused_with_the_number():
    with pytest.raises(ExchangeError) as told:
        read({"nodes": [{}] * (MAX_STEPS + 1)})
    assert told.value.code == "ojf.too_many"
    assert told.value.values["found"] == MAX_STEPS + 1


def test_twenty_thousand_notes_on_one_step_are_read():
    nodes = [{"stageId": "s", "title": "Stap"}]
    nodes += [{"stageId": "s", "swimlaneId": "p", "title": f"Knelpunt {n}"} for n in range(MAX_STEPS - 1)]
    lanes = [{"id": "p", "name": "Pains"}]
    found = read({"stages": [{"id": "s", "name": "S"}], "swimlanes": lanes, "nodes": nodes})
    assert len(found.incoming.steps[0].notes) == MAX_STEPS - 1


# Writing


def written(document, **wish):
    return json.loads(ojf.write(wanted(document, **wish)))


def test_a_journey_is_written_in_the_fields_that_other_mappers_read():
    found = written(study(8))
    assert list(found)[:7] == ["version", "title", "persona", "pointOfView", "stages", "swimlanes", "nodes"]
    stages, lanes = {stage["id"] for stage in found["stages"]}, {lane["id"] for lane in found["swimlanes"]}
    ids = [node["id"] for node in found["nodes"]]
    assert len(ids) == len(set(ids))
    for node in found["nodes"]:
        assert node["stageId"] in stages
        assert node["swimlaneId"] in lanes
        assert -5 <= node.get("score", 0) <= 5


def test_rows_are_called_as_in_the_language_of_the_file():
    assert "Knelpunten" in [lane["name"] for lane in written(study(2), say=words("nl"))["swimlanes"]]
    assert "Pain points" in [lane["name"] for lane in written(study(2), say=words("en"))["swimlanes"]]


def test_what_happens_behind_the_scenes_stands_in_the_blueprint_of_the_step_before_it():
    made = to_study(read(BLUEPRINT), "reis", "nl").document
    node = next(node for node in written(made)["nodes"] if node["title"] == "Meldt zich")
    assert [(one["actor"], one["action"]) for one in node["blueprint"]["onstage"]] == [("Receptie", "")]
    assert [one["action"] for one in node["blueprint"]["backstage"]] == ["Legt het paspoort klaar"]
    assert [one["system"] for one in node["blueprint"]["support"]] == ["Afsprakensysteem"]


def test_what_another_program_changed_wins_and_what_it_added_follows_on():
    data = written(study(6))
    first, second = data["nodes"][0], data["nodes"][1]
    first |= {"title": "Anders", "score": 5}
    first["blueprint"] = {"onstage": [{"actor": "Iemand anders", "action": ""}]}
    added = {"stageId": first["stageId"], "swimlaneId": "steps", "title": "Ertussen"}
    data["nodes"].insert(1, added)
    found = to_study(read(data), "reis", "nl").document
    steps = {step.title: step for step in found.steps.values()}
    assert steps["Anders"].emotion == 2
    assert [found.parties[contact.party].name for contact in steps["Anders"].contacts] == ["Iemand anders"]
    pairs = {(found.steps[link.source].title, found.steps[link.target].title) for link in found.links.values()}
    assert {("Anders", "Ertussen"), ("Ertussen", second["title"])} <= pairs
    assert ("Anders", second["title"]) not in pairs


def test_a_file_of_one_journey_tells_nothing_of_another():
    document = study(4, personas=3)
    first, *others = document.journeys.values()
    said = ojf.write(wanted(document, journeys=(first.id,))).decode()
    hidden = {document.personas[journey.persona].name for journey in others}
    hidden |= {step.id for step in document.steps.values() if step.journey != first.id}
    assert not [name for name in hidden if name in said]


def test_our_own_file_comes_back_without_a_word():
    for document in (study(20), everything.everything()):
        for journey in wanted(document).journeys:
            assert sentences(ojf.read(ojf.write(wanted(document, journeys=(journey,))), "x.ojf")) == []


def test_several_journeys_in_one_file_come_back_as_several():
    document = study(4, personas=3)
    found = to_study(ojf.read(ojf.write(wanted(document)), "x.ojf"), "x", "nl").document
    assert len(found.journeys) == 3
    assert sorted(step.title for step in found.steps.values()) == sorted(s.title for s in document.steps.values())


@pytest.mark.parametrize("document", [study(3), everything.everything()], ids=["small", "everything"])
def test_the_file_is_as_before(document, request):
    fullest = max(wanted(document).journeys, key=lambda journey: len(document.referring(journey, "step")))
    found = ojf.write(wanted(document, words("en"), journeys=(fullest,)))
    as_before(found, f"ojf/{request.node.callspec.id}.ojf")


def test_a_name_that_does_not_fit_is_refused_with_its_place_and_never_cut():
    node = {"stageId": "s1", "title": "Belt", "blueprint": {"onstage": [{"actor": "Balie " * 60, "action": "helpt"}]}}
    with pytest.raises(ExchangeError) as caught:
        ojf.read(json.dumps({**BOARD, "nodes": [node]}).encode(), "x.ojf")
    assert (caught.value.code, caught.value.values["where"]) == ("ojf.too_long", "nodes[0].blueprint.onstage[0].actor")


def test_a_long_stage_persona_or_point_of_view_goes_on_elsewhere_and_that_is_told():
    long = "heel " * 60
    board = {**BOARD, "title": "Vergunning", "persona": f"Ali {long}", "pointOfView": f"Hoe {long}",
             "stages": [{"id": "s1", "name": f"Zoeken {long}"}],
             "nodes": [{"stageId": "s1", "title": "Belt"}]}  # fmt: skip
    found = ojf.read(json.dumps(board).encode(), "x.ojf").incoming
    told = [remark_text(remark, SAY) for remark in found.remarks]
    (on,) = (each for each in told if "goes on in the description" in each)
    assert "Ali" in on
    assert "Zoeken" in on
    assert sum("stands in a parked remark" in each for each in told) == 1
