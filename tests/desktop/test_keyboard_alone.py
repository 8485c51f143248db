"""A whole workshop by keyboard alone, with a window manager and a screen reader's ears."""

from __future__ import annotations

import pytest

from journeys.store.opener import open_file


@pytest.fixture
def opened(screen, study_file):
    screen.open(str(study_file), title="Een kind krijgen")
    return screen


def titles(path):
    return [step.title for step in open_file(path).document.steps.values()]


def saved(screen, path, wanted, what):
    """Save with the keyboard and wait until the file says so."""
    screen.press("ctrl+s")
    screen.until(lambda: wanted(open_file(path).document), what)


def walk(node):
    yield node
    for child in node["children"]:
        yield from walk(child)


def hears(screen, words):
    screen.until(lambda: any(words in line for line in screen.spoken("focus")), f"the focus on {words}")


def test_a_screen_reader_hears_the_map_as_phases_with_steps_and_a_name_for_everything(opened):
    hears(opened, "list: Kaart van de reis")
    opened.press("Right")
    hears(opened, "list item: Stap 1 van 10: Positieve test.")
    nodes = list(walk(opened.spoken("tree")))
    (map_list,) = [node for node in nodes if node["role"] == "list" and node["name"] == "Kaart van de reis"]
    phases = [phase["name"].split(",")[0] for phase in map_list["children"]]
    assert phases == [
        "Fase Zwanger!", "Fase Voorbereiden", "Fase Bevalling", "Fase Aangifte balie", "Fase Kraamtijd",
        "Fase Eerste jaar",
    ]  # fmt: skip
    steps = [step["name"] for phase in map_list["children"] for step in phase["children"]]
    assert [name.split(":")[0] for name in steps] == [f"Stap {n} van 10" for n in range(1, 11)]
    assert {step["role"] for phase in map_list["children"] for step in phase["children"]} == {"list item"}
    speaking = {"push button", "radio button", "combo box", "text", "spin button", "slider", "tree table", "table"}
    assert [node for node in nodes if node["role"] in speaking and not node["name"]] == []


def test_steps_are_made_connected_changed_moved_and_deleted_by_keyboard(opened, study_file):
    before = titles(study_file)
    opened.press("End", "Return")
    opened.type("Eerste")
    opened.press("Return", "Return")
    opened.type("Tweede")
    opened.press("Return", "5", "Tab")
    opened.type("Naast tweede")
    opened.press("Return")

    def made(document):
        steps = {step.title: step for step in document.steps.values()}
        if not {"Eerste", "Tweede", "Naast tweede"} <= steps.keys():
            return False
        linked = {(link.source, link.target) for link in document.links.values()}
        first, second, beside = (steps[title] for title in ("Eerste", "Tweede", "Naast tweede"))
        return second.emotion == 2 and (first.id, second.id) in linked and (first.id, beside.id) in linked

    saved(opened, study_file, made, "three steps, a branch and a feeling")
    opened.press("F2")
    opened.type("Naast tweede stap")
    opened.press("Return", "alt+Left", "Delete")
    saved(
        opened, study_file, lambda document: "Naast tweede stap" not in {s.title for s in document.steps.values()},
        "the deleted step",
    )  # fmt: skip
    opened.press("ctrl+z")
    saved(
        opened, study_file, lambda document: "Naast tweede stap" in {s.title for s in document.steps.values()},
        "the step that came back",
    )  # fmt: skip
    for _ in range(12):
        opened.press("ctrl+z")
    saved(
        opened, study_file, lambda document: "Eerste" not in {s.title for s in document.steps.values()},
        "the study as it was",
    )  # fmt: skip
    assert titles(study_file) == before


def test_f6_and_tab_go_round_and_escape_comes_back_to_the_map(opened):
    heard = []
    for _ in range(5):
        opened.press("F6")
        heard.append(frozenset(opened.spoken("focus")))
    assert len(set(heard)) > 2
    opened.press("Escape", "Escape")
    hears(opened, "list: Kaart van de reis")
    heard = []
    for _ in range(4):
        opened.press("Tab", "Tab", "Tab")
        heard.append(tuple(opened.spoken("focus")))
    assert len(set(heard)) == 4
    opened.press(*["shift+Tab"] * 12)
    hears(opened, "list: Kaart van de reis")


def test_a_poster_is_made_by_keyboard(opened, tmp_path):
    opened.press("ctrl+k")
    opened.type("poster")
    opened.press("Return")
    opened.until(lambda: "Poster" in opened.title(), "the poster dialog")
    opened.press("Return")
    opened.until(lambda: opened.title().startswith("Poster opslaan als"), "the question where to save it")
    opened.type(str(tmp_path / "poster.pdf"))
    opened.press("Return")
    opened.until((tmp_path / "poster.pdf").is_file, "the poster")
    opened.until(lambda: opened.title().startswith("Poster —"), "the poster dialog again")
    opened.press("Escape")
    hears(opened, "list: Kaart van de reis")


def test_a_journey_is_written_in_a_new_study_from_the_welcome_page_on(screen):
    screen.open("--lang", "nl", title="Levensreis")
    hears(screen, "push button: Een kind krijgen")
    screen.press(*["Tab"] * 6)
    hears(screen, "push button: Lege studie")
    screen.press("Return")
    hears(screen, "list: Kaart van de reis")
    screen.press("ctrl+e")
    for words in ("Ik zie een folder @Gemeente +1", "Ik bel een vriend -1", "b: Wat moet ik regelen?"):
        screen.type(words)
        screen.press("Return")
    screen.press("Escape")
    hears(screen, "Stap 2 van 2: Ik bel een vriend. Gemeente. Beleving −1. Behoefte.")


def test_the_table_is_read_cell_by_cell_and_written_by_keyboard(opened, study_file):
    hears(opened, "list: Kaart van de reis")
    opened.press("alt+2")
    hears(opened, "table cell: Positieve test")
    opened.press("Down")
    hears(opened, "table cell: Fase Voorbereiden")
    opened.press("Down")
    hears(opened, "table cell: Eerste controle")
    opened.type("Eerste echo")
    opened.press("Return")
    saved(
        opened, study_file, lambda document: "Eerste echo" in {step.title for step in document.steps.values()},
        "the title that was typed in the table",
    )  # fmt: skip
