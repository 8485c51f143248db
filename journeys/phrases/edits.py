"""What an edit did, said in one sentence for undo, redo and the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.i18n import N_
from journeys.phrases.terms import KINDS, LANES, NOTES, count_of, quoted, signed

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.i18n import Words

ONE: Final = {
    "step.add_parallel": N_("Step added beside {beside}"),
    "step.rename": N_("Step renamed: {title}"),
    "step.move": N_("Step moved to {phase}"),
    "step.intake": N_("Step made of text: {title}"),
    "step.duplicate": N_("Step duplicated: {title}"),
    "step.paste": N_("Step pasted in {phase}: {title}"),
    "step.paste_spread": N_("Step pasted: {title}"),
    "step.cut": N_("Step cut: {title}"),
    "step.front": N_("Step brought to the front: {title}"),
    "step.back": N_("Step put behind the scenes: {title}"),
    "step.contacts": N_("Contacts changed: {title}"),
    "step.connect": N_("Connected in order: {title}"),
    "step.judge": N_("Judgement changed: {title}"),
    "step.roles": N_("Roles changed: {title}"),
    "step.data_asked": N_("Data asked changed: {title}"),
    "phase.rename": N_("Phase renamed: {title}"),
    "phase.period": N_("Period of phase changed: {title}"),
    "moment.day0": N_("Day 0 is now {title}"),
    "link.add": N_("Connected: {source} → {target}"),
    "link.delete": N_("Connection deleted"),
    "link.change": N_("Connection changed"),
    "link.label": N_("Label of connection: {title}"),
    "link.reroute": N_("Connection moved: {source} → {target}"),
    "note.paste": N_("Note pasted: {title}"),
    "note.cut": N_("Note cut: {title}"),
    "note.duplicate": N_("Note duplicated: {title}"),
    "note.opportunity": N_("Opportunity added: {title}"),
    "note.lines": N_("Notes changed: {title}"),
    "step.backstage": N_("Behind the scenes changed: {title}"),
    "table.write": N_("Cells changed"),
    "table.paste": N_("Pasted into the table"),
    "table.clear": N_("Cells emptied"),
    "note.move": N_("Note moved: {title}"),
    "note.answer": N_("Answer recorded: {title}"),
    "note.kind": N_("Kind of note changed: {title}"),
    "note.status": N_("Status changed: {title}"),
    "note.owner": N_("Owner recorded: {title}"),
    "note.due": N_("Due date recorded: {title}"),
    "note.small_gesture": N_("Marked as a small gesture: {title}"),
    "note.no_small_gesture": N_("No longer a small gesture: {title}"),
    "note.proactive": N_("Marked as a proactive message: {title}"),
    "note.no_proactive": N_("No longer a proactive message: {title}"),
    "note.address": N_("Addressed needs recorded: {title}"),
    "note.via": N_("Parties recorded: {title}"),
    "note.votes": N_("Votes recorded: {title}"),
    "note.vote_given": N_("Dot given: {title}"),
    "note.vote_taken": N_("Dot taken back: {title}"),
    "note.votes_cleared": N_("Votes back to zero: {title}"),
    "stance.add": N_("Marked as deliberately absent: {title}"),
    "stance.delete": N_("No longer deliberately absent: {title}"),
    "mute.add": N_("Finding muted: {title}"),
    "mute.delete": N_("Finding told again: {title}"),
    "study.not_personal": N_("Marked as not personal: {title}"),
    "study.personal_after_all": N_("No longer marked as not personal: {title}"),
    "journey.duplicate": N_("Journey duplicated for {persona}"),
    "journey.desired": N_("Desired journey made of {title}"),
    "journey.process": N_("Process made behind step {title}"),
    "journey.behind": N_("Made the process behind a step: {title}"),
    "journey.front": N_("No longer a process behind a step: {title}"),
    "study.scope": N_("Presence is now seen from {title}"),
    "study.dated": N_("Real dates chosen"),
    "study.undated": N_("Real dates taken away"),
    "study.merge": N_("Study merged in: {title}"),
    "study.branch": N_("Branch added: {title}"),
    "study.import": N_("Imported: {title}"),
    "study.restore": N_("Put back to {title}"),
    "study.bring_back": N_("Brought back: {title}"),
    "study.change": N_("Study changed"),
    "lane.show": N_("Lane shown: {title}"),
    "lane.hide": N_("Lane hidden: {title}"),
    "step.untangle": N_("Flow untangled: {title}"),
    "lane.show_all": N_("All lanes shown"),
    "lane.move": N_("Lane moved: {title}"),
    "lane.reorder": N_("Order of the lanes changed"),
    "lane.rename": N_("Lane renamed: {title}"),
    "lane.reset": N_("The usual lanes are back"),
    "view.update": N_("View is now what was shown: {title}"),
    "view.journeys": N_("Other journeys in view: {title}"),
    "view.rename": N_("View renamed: {title}"),
    "view.move": N_("View moved: {title}"),
    "view.duplicate": N_("View duplicated: {title}"),
    "cell.change": N_("Text changed in {title}"),
    "image.portrait": N_("Portrait chosen for {title}"),
    "image.portrait_removed": N_("Portrait removed: {title}"),
    "image.step": N_("Picture put on step {title}"),
    "image.step_removed": N_("Picture removed from step {title}"),
    "image.describe": N_("Words with the picture changed"),
}
MANY: Final = {
    "step.move": N_("{things} moved to {phase}"),
    "step.intake": N_("{things} made of text"),
    "step.duplicate": N_("{things} duplicated"),
    "step.paste": N_("{things} pasted in {phase}"),
    "step.paste_spread": N_("{things} pasted"),
    "step.cut": N_("{things} cut"),
    "note.paste": N_("{things} pasted"),
    "note.cut": N_("{things} cut"),
    "note.duplicate": N_("{things} duplicated"),
    "step.front": N_("{things} brought to the front"),
    "step.back": N_("{things} put behind the scenes"),
    "note.move": N_("{things} moved"),
    "step.contacts": N_("Contacts of {things} changed"),
    "step.connect": N_("{things} connected in order"),
    "step.judge": N_("Judgement of {things} changed"),
    "step.roles": N_("Roles of {things} changed"),
    "step.data_asked": N_("Data asked of {things} changed"),
    "note.votes_cleared": N_("Votes of {things} back to zero"),
    "note.kind": N_("Kind of {things} changed"),
    "note.status": N_("Status of {things} changed"),
    "note.owner": N_("Owner of {things} recorded"),
    "note.due": N_("Due date of {things} recorded"),
    "note.small_gesture": N_("{things} marked as a small gesture"),
    "note.no_small_gesture": N_("{things} no longer a small gesture"),
    "note.proactive": N_("{things} marked as a proactive message"),
    "note.no_proactive": N_("{things} no longer a proactive message"),
}
ACTIONS: Final = {
    "add": N_("{kind} added"),
    "change": N_("{kind} changed"),
    "delete": N_("{kind} deleted"),
    "reorder": N_("{kind}: order changed"),
    "evidence": N_("{kind}: evidence changed"),
}
ACTIONS_NAMED: Final = {
    "add": N_("{kind} added: {title}"),
    "change": N_("{kind} changed: {title}"),
    "delete": N_("{kind} deleted: {title}"),
    "evidence": N_("Evidence changed: {title}"),
}
ACTIONS_MANY: Final = {
    "change": N_("{things} changed"),
    "delete": N_("{things} deleted"),
    "evidence": N_("Evidence of {things} changed"),
}


def edit_text(edit: Edit, say: Words) -> str:
    """One sentence without a full stop: "Step moved to Preparing"."""
    words: dict[str, Any] = dict(edit.words)
    if "lane" in words:  # most lanes have no title of their own
        kind_of_lane = words["lane"]
        words["title"] = words.get("title") or say(LANES[kind_of_lane])
    kind, _, action = edit.code.partition(".")
    n = words.get("n", 1)
    if edit.code in OWN:
        return OWN[edit.code](words, say)
    if edit.code == "phase.delete" and words.get("n"):
        return say(
            "Phase deleted: {title}; {steps} now in {phase}",
            title=quoted(str(words["title"]), 40), steps=count_of("step", words["n"], say),
            phase=quoted(str(words.get("phase")), 40),
        )  # fmt: skip
    if edit.code == "study.replace":
        title = quoted(str(words["title"]), 40)
        return say.many("{n} place replaced with {title}", "{n} places replaced with {title}", words["n"], title=title)
    if edit.code == "study.bring_back" and n > 1:
        title = quoted(str(words["title"]), 40)
        return say.many(
            "Brought back: {title} and {n} other thing", "Brought back: {title} and {n} other things", n - 1,
            title=title,
        )  # fmt: skip
    if kind == "note" and action.startswith("add."):
        return _named(say(NOTES[action.removeprefix("add.")]), "add", words, say)
    if n > 1 and (edit.code in MANY or (action in ACTIONS_MANY and edit.code not in ONE)):
        pattern = MANY.get(edit.code) or ACTIONS_MANY[action]
        return say(pattern, things=count_of(kind, n, say), **_said(words, say))
    if edit.code in ONE:
        return say(ONE[edit.code], **_said(words, say))
    if action in ACTIONS and kind in KINDS:
        return _named(say(KINDS[kind]), action, words, say)
    return say("Changed")


def _taken_out(words: dict[str, Any], say: Words) -> str:
    return say.many("{n} piece of text taken out", "{n} pieces of text taken out", words["n"])


def _merged(words: dict[str, Any], say: Words) -> str:
    """ "3 files merged: 2 personas, 4 journeys, 31 steps, 6 doubles joined"."""
    joined = words.get("joined", 0)
    kinds = ("persona", "journey", "step")
    things = [count_of(kind, words[f"{kind}s"], say) for kind in kinds if words.get(f"{kind}s")]
    things += [say.many("{n} double joined", "{n} doubles joined", joined)] if joined else []
    what = say.many("{n} file merged", "{n} files merged", words.get("files", 1))
    return f"{what}: {', '.join(things)}" if things else what


def _emotion(words: dict[str, Any], say: Words) -> str:
    emotion, n = words.get("emotion"), words.get("n", 1)
    subject = count_of("step", n, say) if n > 1 else quoted(str(words.get("title") or "…"), 40)
    if emotion is None:
        return say("Emotion cleared: {subject}", subject=subject)
    return say("Emotion {emotion}: {subject}", emotion=signed(emotion), subject=subject)


def _named(kind: str, action: str, words: dict[str, Any], say: Words) -> str:
    title = words.get("title")
    if title and action in ACTIONS_NAMED:
        return say(ACTIONS_NAMED[action], kind=kind, title=quoted(str(title), 40))
    return say(ACTIONS[action], kind=kind)


def _said(words: dict[str, Any], say: Words) -> dict[str, object]:
    """Names in quotation marks, except where they are a place; what has no title says so."""
    said: dict[str, object] = {}
    for name, value in words.items():
        if name in ("title", "source", "target", "beside"):
            said[name] = quoted(str(value), 40) if value else say("without a title")
        elif name != "n":
            said[name] = value
    return said


OWN: Final = {"step.emotion": _emotion, "study.merge_files": _merged, "study.take_out": _taken_out}
"""What makes a sentence of its own."""
