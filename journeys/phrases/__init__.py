"""Codes and numbers turned into sentences in a given language, for window, poster, command line and files alike."""

from __future__ import annotations

from journeys.phrases.dates import date_words, day_said, period_said, period_whole
from journeys.phrases.durations import day_text, duration, period_text
from journeys.phrases.edits import edit_text
from journeys.phrases.gaps import (
    assumptions_sentence,
    before_sentence,
    counts_sentence,
    gap_sentences,
    gap_text,
    heading,
    headline,
    opportunity,
    personas_sentence,
    points_text,
    reach_sentence,
    reason_text,
    silence_sentence,
    suggestion,
    the_scope,
)  # fmt: skip
from journeys.phrases.preflight import preflight_text
from journeys.phrases.problems import problem_text
from journeys.phrases.steps import contacts_text, step_line
from journeys.phrases.terms import (
    as_said,
    capital,
    count_of,
    degree_word,
    emotion_word,
    joined,
    level_label,
    level_word,
    person_word,
    quoted,
    scope_word,
    shortened,
    signed,
)  # fmt: skip

__all__ = [
    "as_said", "assumptions_sentence", "before_sentence", "capital", "contacts_text", "count_of", "counts_sentence",
    "date_words", "day_said", "day_text", "degree_word", "duration", "edit_text", "emotion_word", "gap_sentences",
    "gap_text", "heading", "headline", "joined", "level_label", "level_word", "opportunity", "period_said",
    "period_text", "period_whole", "person_word", "personas_sentence", "points_text", "preflight_text",
    "problem_text", "quoted", "reach_sentence", "reason_text", "scope_word", "shortened", "signed",
    "silence_sentence", "step_line", "suggestion", "the_scope",
]  # fmt: skip
