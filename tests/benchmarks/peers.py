"""The same steps for other programs: as JSON, as a Graphviz source and as a page for Mermaid in a browser."""

from __future__ import annotations

import html
import json
import textwrap
from typing import TYPE_CHECKING

from journeys.model import time

if TYPE_CHECKING:
    from journeys.model.document import Document


def data(document: Document) -> dict:
    """Phases with their steps, each with its words, and the connections between them."""
    journey = next(iter(document.journeys.values()))
    noted: dict[str, list[str]] = {}
    for note in document.notes.values():
        noted.setdefault(note.step or "", []).append(note.text)
    phases = []
    for phase in time.phases_in_order(document):
        steps = sorted((s for s in document.steps.values() if s.phase == phase.id), key=lambda s: (s.column, s.track))
        phases.append({"name": phase.name, "steps": [_step(document, step, noted) for step in steps]})
    links = [(link.source, link.target, link.label) for link in document.links.values()]
    return {"title": journey.title, "phases": phases, "links": links}


def _step(document, step, noted) -> dict:
    contacts = [
        f"{document.parties[c.party].name} · {document.channels[c.channel].name.lower()}" for c in step.contacts
    ]
    return {
        "id": step.id, "title": step.title, "body": step.body, "contacts": contacts, "notes": noted.get(step.id, []),
        "emotion": step.emotion or 0,
    }  # fmt: skip


def graphviz(found: dict) -> str:
    """A cluster per phase; notes hang below their step, feelings colour its edge."""
    lines = [
        'digraph { graph [rankdir=TB size="46.8,33.1!" ratio=fill fontname="Helvetica" fontsize=24]',
        'node [shape=box style="rounded,filled" fillcolor=white fontname="Helvetica" fontsize=8]',
        f"labelloc=t label={_quoted(found['title'])}",
    ]
    for number, phase in enumerate(found["phases"]):
        lines.append(f"subgraph cluster_{number} {{ label={_quoted(phase['name'])}")
        for step in phase["steps"]:
            lines.append(f"{_quoted(step['id'])} [label={_quoted(_words(step))}]")
            for index, note in enumerate(step["notes"]):
                name = _quoted(f"{step['id']}-{index}")
                lines += [
                    f'{name} [label={_quoted(_folded(note))} fillcolor="#FFEFB0"]',
                    f"{_quoted(step['id'])} -> {name}",
                ]
        lines.append("}")
    lines += [f"{_quoted(a)} -> {_quoted(b)} [label={_quoted(label)}]" for a, b, label in found["links"]]
    return "\n".join([*lines, "}"])


def mermaid_page(found: dict, script: str) -> str:
    """A page of A0 with a flowchart, to be printed by a browser; a subgraph per phase."""
    lines = ["flowchart TB"]
    for number, phase in enumerate(found["phases"]):
        lines.append(f'subgraph p{number}["{phase["name"]}"]')
        for step in phase["steps"]:
            lines.append(f's{step["id"]}["{_words(step).replace(chr(10), "<br>")}"]')
            for index, note in enumerate(step["notes"]):
                lines += [f's{step["id"]}n{index}["{note}"]', f"s{step['id']} --- s{step['id']}n{index}"]
        lines.append("end")
    lines += [f"s{a} --> s{b}" for a, b, _ in found["links"]]
    return (
        "<!doctype html><meta charset=utf-8><style>@page{size:1189mm 841mm;margin:10mm}svg{max-height:820mm}</style>"
        f"<h1>{html.escape(found['title'])}</h1><pre class=mermaid>{html.escape(chr(10).join(lines))}</pre>"
        f"<script>{script}</script>"
        "<script>mermaid.initialize({startOnLoad:false,maxTextSize:1e7,maxEdges:1e5,flowchart:{htmlLabels:false}});"
        "mermaid.run().then(()=>{document.title='done'})</script>"
    )


def as_json(found: dict) -> str:
    return json.dumps(found)


def _words(step: dict) -> str:
    return "\n".join(filter(None, (step["title"], _folded(step["body"]), *step["contacts"])))


def _folded(words: str) -> str:
    return textwrap.fill(words, 26)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
