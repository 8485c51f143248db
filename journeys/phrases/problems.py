"""A broken rule said with the name of what broke it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import messages
from journeys.phrases.terms import KINDS, quoted

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.rules import Problem


def problem_text(problem: Problem, say: Words, document: Document | None = None) -> str:
    """ "Step “Recognition” (place): 240 characters, at most 200 fit."."""
    entity = document.get((problem.kind, problem.id)) if document else None
    name = next(
        (value for field in ("title", "name", "text") if (value := getattr(entity, field, ""))),
        "",
    )
    subject = " ".join(filter(None, [say(KINDS[problem.kind]), quoted(name, 40) if name else ""]))
    where = f" ({problem.field})" if problem.field else ""
    return f"{subject}{where}: {messages.problem_text(problem, say)}."
