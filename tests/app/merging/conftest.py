"""A window with a study, and the files that table groups made of the same life event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast
from uuid import uuid4

import pytest

from app import merging, tasks
from app.merging.dialog import MergeDialog
from journeys import store
from journeys.edits import entities
from journeys.model.document import Document
from journeys.model.references import renamed
from journeys.store.opener import open_file

if TYPE_CHECKING:
    from journeys.model.fields import Kind


@pytest.fixture
def window(program, path):
    """A window with the study open."""
    return program.open_file(program.new_window(), path)


@pytest.fixture
def group(tmp_path, child):
    """Writes the file of a group: the life event as they would have made it, with these names changed."""

    def make(name, people=("Sanne & Youssef",), **names):
        ids = {id_: uuid4().hex for table in child.tables.values() for id_ in table}
        study = Document.of(renamed(entity, ids) for _, entity in child)
        for persona in list(study.personas.values()):
            if persona.name not in people:
                study.write(entities.delete(study, "persona", persona.id).changes)
        for name_of_kind, changed in names.items():
            kind = cast("Kind", name_of_kind)
            for each in list(study.tables[kind].values()):
                field = next(field for field in ("name", "title", "text") if hasattr(each, field))
                if getattr(each, field) in changed:
                    study.tables[kind][each.id] = replace(each, **{field: changed[getattr(each, field)]})
        file = tmp_path / f"{name}.levensreis"
        store.create_file(file, study)
        return file

    return make


@pytest.fixture
def begin(window):
    """Merges these files and gives the dialog."""

    def shown(*paths):
        merging.begin(window, list(paths))
        tasks.wait_for_all()
        return window.findChild(MergeDialog)

    yield shown
    for dialog in window.findChildren(MergeDialog):
        dialog.reject()


@pytest.fixture
def copies(tmp_path, path):
    """Files of groups that began as copies of the open study: each with one step called otherwise, and a new one."""

    def make(*titles):
        study, made = open_file(path).document, []
        home = next(j for j in study.journeys.values() if (j.title, j.variant) == ("Een kind krijgen", "current"))
        own = [step for step in study.steps.values() if step.journey == home.id]
        for number, title in enumerate(titles):
            copy = study.snapshot()
            renamed = replace(own[number], title=f"{own[number].title} anders")
            new = replace(own[-1], id=uuid4().hex, title=title, column=own[-1].column + 3, contacts=(), based_on=None)
            copy.tables["step"] |= {renamed.id: renamed, new.id: new}
            made.append(tmp_path / f"Tafel {number + 1}.levensreis")
            store.create_file(made[-1], copy.snapshot())
        return made

    return make
