"""What the analysis found, said in words: gaps with reasons, who is there instead, counts and silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.phrases.durations import duration
from journeys.phrases.terms import capital, count_of, joined, person_word, quoted, scope_word, shortened, signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analysis.counts import Count, Counts
    from journeys.analysis.evidence import Assumptions
    from journeys.analysis.gaps import Gap
    from journeys.analysis.severity import Reason
    from journeys.analysis.silence import Silence
    from journeys.i18n import Words
    from journeys.model.document import Document

ENDED: Final = (".”", "?”", "!”", "…”")
"""Words in quotation marks that end the sentence themselves."""


def headline(gap: Gap, document: Document, say: Words, scope: str | None = None) -> str:
    """ "Municipality absent for 5½ months"."""
    word = capital(scope_word(document, scope, say))
    if not gap.days:
        return say("{scope} absent", scope=word)
    return say("{scope} absent for {duration}", scope=word, duration=duration(gap.days, say))


def heading(gap: Gap, document: Document, say: Words) -> str:
    """ "Preparing — absent for 5½ months", as it stands above a finding on paper."""
    name = document.phases[gap.phase].name
    if not gap.days:
        return say("{phase} — absent", phase=name)
    return say("{phase} — absent for {duration}", phase=name, duration=duration(gap.days, say))


def gap_sentences(gap: Gap, document: Document, say: Words) -> list[str]:
    """Everything that explains the gap after its headline, a sentence each."""
    sentences = [
        _lowest(gap, say),
        _needs(gap, document, say),
        personas_sentence(gap, say),
        reach_sentence(gap, document, say),
        _no_need(gap, say),
        _unfilled(gap, say),
    ]
    return [sentence for sentence in sentences if sentence]


def gap_text(gap: Gap, document: Document, say: Words, scope: str | None = None) -> str:
    """The headline and its explanation as one paragraph."""
    return " ".join([f"{headline(gap, document, say, scope)}.", *gap_sentences(gap, document, say)])


def reach_sentence(gap: Gap, document: Document, say: Words) -> str:
    """ "Here residents do meet: midwife (3/3), hospital (2/3)."; empty when they meet nobody."""
    if not gap.reach:
        return ""
    met = ", ".join(f"{document.parties[r.party].name} ({r.personas}/{gap.personas_total})" for r in gap.reach)
    return say("Here {people} do meet: {parties}.", people=person_word(document, say), parties=met)


def personas_sentence(gap: Gap, say: Words) -> str:
    """ "Affects 2 of 3 personas."."""
    return say.many(
        "Affects {affected} of {n} persona.", "Affects {affected} of {n} personas.", gap.personas_total,
        affected=gap.personas_affected,
    )  # fmt: skip


def suggestion(gap: Gap, document: Document, say: Words) -> str:
    """The opportunity that the gap suggests, as the text of a note; empty without an open need or a partner."""
    from journeys.analysis.gaps import partners  # the map is painted before anybody counts gaps

    parties = [document.parties[party].name for party in partners(gap, document)]
    if not parties or not gap.open_needs:
        return ""
    need = shortened(document.notes[gap.open_needs[0]].text, 90)
    if not need:
        return say("Give information through {parties}", parties=joined(parties, say))
    return say("Give information through {parties}: {need}", parties=joined(parties, say), need=need)


def opportunity(gap: Gap, document: Document, say: Words) -> str:
    """What can be done: what hangs on the map as an answer, else what the gap suggests; empty for neither."""
    from journeys.analysis.gaps import answers  # as above

    held = [quoted(note.text, 90) for note in answers(document, gap) if note.text]
    if held:
        return say("On the map as opportunity: {text}", text=joined(held, say))
    suggested = suggestion(gap, document, say)
    return say("Opportunity: {text}", text=suggested) if suggested else ""


def reason_text(reason: Reason, gap: Gap, say: Words) -> str:
    """What a part of the severity counts: "2 open needs", "168 days"."""
    match reason.code:
        case "needs":
            return _count_needs(reason.count, say) if reason.count else say("no open need")
        case "hurdles":
            hurdles = [*_pains(gap, say), *_deadlines(gap, say)]
            return ", ".join(hurdles) or say("no pain point and no deadline")
        case "emotion" if gap.lowest_emotion is None:
            return say("emotion not known")
        case "emotion":
            return say("lowest emotion {emotion}", emotion=signed(gap.lowest_emotion or 0))
        case "duration":
            return (
                say.many("{n} day absent", "{n} days absent", reason.count) if reason.count else say("no period known")
            )
        case "personas":
            return personas_sentence(gap, say).rstrip(".")
        case "no_contact":
            return _unfilled(gap, say).rstrip(".")


def points_text(reason: Reason, say: Words) -> str:
    """ "52 points"."""
    return say.many("{n} point", "{n} points", reason.points)


def counts_sentence(counts: Counts, document: Document, say: Words, scope: str | None = None) -> str:
    """ "4 of 5 phases before day 0 (Declaration) without the municipality; at day 0: 0 of 1; after: 1 of 2."."""
    before = before_sentence(counts.before, document, say, scope)
    rest = say(
        "At day 0: {at} of {at_all}. After it: {after} of {after_all}.",
        at=counts.at.gaps, at_all=counts.at.phases, after=counts.after.gaps, after_all=counts.after.phases,
    )  # fmt: skip
    return f"{before} {rest}"


def before_sentence(count: Count, document: Document, say: Words, scope: str | None = None) -> str:
    """ "4 of 5 phases before the desk without the municipality."."""
    word = the_scope(document, scope, say)
    text = say.many(
        "{gaps} of {n} phase before day 0 without {scope}", "{gaps} of {n} phases before day 0 without {scope}",
        count.phases, gaps=count.gaps, scope=word,
    )  # fmt: skip
    more = [
        *([say("{n} deliberately", n=count.deliberate)] if count.deliberate else []),
        *([say("{n} not filled in yet", n=count.unmapped)] if count.unmapped else []),
    ]
    return f"{text} ({', '.join(more)})." if more else f"{text}."


def the_scope(document: Document, scope: str | None, say: Words) -> str:
    """The scope with its article where it has one: "the municipality"."""
    word = scope_word(document, scope, say)
    return say("the municipality") if word == say("municipality") else word


def silence_sentence(silence: Silence, say: Words) -> str:
    """ "Longest stretch without contact: 9 months (from 9 months before day 0 to day 0)."."""
    if not silence.days:
        return ""
    return say(
        "Longest stretch without contact: {duration} (from {start} to {end}).",
        duration=duration(silence.days, say),
        start=_position(silence.from_day, say),
        end=_position(silence.to_day, say),
    )


def assumptions_sentence(share: Assumptions, say: Words) -> str:
    """ "12 of 40 steps are assumptions"."""
    return say.many(
        "{assumed} of {n} step is an assumption", "{assumed} of {n} steps are assumptions", share.steps,
        assumed=share.assumed,
    )  # fmt: skip


def _position(day: int, say: Words) -> str:
    if day == 0:
        return say("day 0")
    amount = duration(abs(day), say)
    return say("{amount} before day 0", amount=amount) if day < 0 else say("{amount} after day 0", amount=amount)


def _lowest(gap: Gap, say: Words) -> str:
    if gap.lowest_emotion is None or gap.lowest_emotion >= 0:
        return ""
    return say("Lowest emotion {emotion}.", emotion=signed(gap.lowest_emotion))


def _needs(gap: Gap, document: Document, say: Words) -> str:
    if len(gap.open_needs) == 1:
        text = document.notes[gap.open_needs[0]].text
        needs = [say("1 open need: {need}", need=quoted(text)) if text else _count_needs(1, say)]
    else:
        needs = [_count_needs(len(gap.open_needs), say)] if gap.open_needs else []
    parts = [*needs, *_pains(gap, say), *_deadlines(gap, say)]
    told = capital(", ".join(parts))
    return told if not told or told.endswith(ENDED) else f"{told}."


def _count_needs(n: int, say: Words) -> str:
    return say.many("{n} open need", "{n} open needs", n)


def _pains(gap: Gap, say: Words) -> list[str]:
    return _counted(len(gap.pains), lambda n: say.many("{n} pain point", "{n} pain points", n))


def _deadlines(gap: Gap, say: Words) -> list[str]:
    return _counted(len(gap.deadlines), lambda n: say.many("{n} deadline", "{n} deadlines", n))


def _counted(n: int, said: Callable[[int], str]) -> list[str]:
    return [said(n)] if n else []


def _no_need(gap: Gap, say: Words) -> str:
    return "" if gap.open_needs else say("No open need found: is absence fitting here?")


def _unfilled(gap: Gap, say: Words) -> str:
    count = sum(reason.count for reason in gap.reasons if reason.code == "no_contact")
    if not count:
        return ""
    return say("Contact not filled in yet: {steps}.", steps=count_of("step", count, say))
