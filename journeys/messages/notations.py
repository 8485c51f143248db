"""What is said of journeys from other programs, notation by notation."""

from __future__ import annotations

from typing import Final

from journeys.i18n import N_

SENTENCES: Final = {
    "xml.empty": N_("This file is empty. Export it again from the program that made it."),
    "xml.too_large": N_("This file is {found} MB and at most {most} MB fits. Export fewer journeys at a time."),
    "xml.too_many": N_("This file has more parts than Levensreis reads ({most}). Export fewer journeys at a time."),
    "xml.steps": N_("There are more than {most} steps in this file. Split it and try again."),
    "xml.syntax": N_(
        "Line {line}, position {column}: this is no proper XML. Often a “&” or “<” in a text is the cause: it must be "
        "written as “&amp;” or “&lt;”. Mend that line and try again."
    ),
    "xml.encoding": N_("The characters of this file cannot be read. Save it as UTF-8 and try again."),
    "xml.entity": N_(
        "Line {line}: there is a name between “&” and “;” that XML does not know. Write the character itself and try "
        "again."
    ),
    "xml.dtd": N_(
        "Line {line}: there is a DOCTYPE in this file. Levensreis does not read those, for safety. Delete it and try "
        "again."
    ),
    "xml.deep": N_("Line {line}: the parts of this file stand more than {most} deep in one another."),
    "xml.include": N_(
        "Line {line}: this file wants to bring in another file. Levensreis does not do that, for safety."
    ),
    "xml.too_long": N_(
        "Line {line}: “{name}” is {found} characters long and {most} fit. Shorten it there and try again."
    ),
    "xml.left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "xml.attribute_left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "xml.title_long": N_("A step of more than {most} characters goes on in its description."),
    "xml.unread": N_("“{text}” is not understood as {name} and was left out."),
    "xml.aside": N_("What Levensreis wrote here for itself was changed and cannot be read, so it was left out."),
    "cjml.format": N_("This is no CJML: the file begins with “{found}”. Choose a CJML file of version 2.0."),
    "cjml.empty": N_("There is no planned or actual journey in this CJML file."),
    "cjml.version": N_("This is CJML {version}. It was read as version 2.0: look whether all is there."),
    "cjml.actor_twice": N_("The actor “{id}” has two names; it is called {name}."),
    "cjml.no_actor": N_("“{id}” is not among the actors. It became a party of that name."),
    "cjml.second_user": N_("A journey has one persona in Levensreis. “{name}” became a party that is met."),
    "cjml.phase_twice": N_("The phase “{id}” has two names; it is called {name}."),
    "cjml.no_phase": N_("“{id}” is not among the phases. It became a phase of that name."),
    "cjml.without_phase": N_("A touchpoint without a phase went to the phase of the one before it."),
    "cjml.reference": N_("Which plan a journey followed was left out: {id}."),
    "cjml.summary": N_("The short summary became the question of the journey."),
    "cjml.told": N_("What is told of a whole journey became a note in its first phase."),
    "cjml.nobody": N_("An action without somebody else became a step where nobody is met."),
    "cjml.initiator": N_("Who began a contact was left out; the words of both are there."),
    "cjml.id_twice": N_("The touchpoint “{id}” stands here more than once; each became a step."),
    "cjml.untitled": N_("A touchpoint without words is called “{title}”."),
    "cjml.planned_words": N_("A touchpoint without words got those of the plan that the journey followed."),
    "cjml.from_comment": N_("A touchpoint without words got its comment for a title."),
    "cjml.times": N_("Of several dates of a touchpoint the first was taken, and the rest left out."),
    "cjml.hours": N_("Of dates with a time only the day was taken."),
    "cjml.quote": N_("What was told of an experience became a quote."),
    "cjml.compliance": N_("“{text}” became a note."),
    "cjml.missing": N_(
        "A touchpoint that was planned and did not take place became a step where nobody is met, with a pain point."
    ),
    "graphml.format": N_("This is no GraphML: the file begins with “{found}”. Choose a GraphML file."),
    "graphml.empty": N_("There is no node in this file, so nothing can become a step."),
    "graphml.key_twice": N_("The key “{id}” stands here twice; the first was taken."),
    "graphml.no_key": N_("A value without a key was left out: “{id}”."),
    "graphml.type": N_("“{text}” is not what the file says of “{name}” ({type}); it was read as it stands."),
    "graphml.value_twice": N_("“{name}” stands here twice; the first was taken."),
    "graphml.value_left_out": N_("“{name}” was left out: Levensreis has no place for it."),
    "graphml.node_twice": N_("The node “{id}” stands here twice. Both became a step; connections go to the first."),
    "graphml.untitled": N_("A node without a label is called by its id."),
    "graphml.further_label": N_("A second label was left out: “{text}”."),
    "graphml.looks": N_("Places, sizes, shapes and colours of the drawing were left out."),
    "graphml.groups": N_("Groups became phases: {names}."),
    "graphml.graphs": N_("There are {n} graphs in this file; each became a journey."),
    "graphml.no_edges": N_("There are no connections in this file; the steps were connected as they stand there."),
    "graphml.edge_to_nothing": N_("A connection was left out: there is no node “{id}”."),
    "graphml.edge_to_group": N_("A connection with a group was left out: “{id}”."),
    "graphml.edge_twice": N_("Two connections between the same steps became one."),
    "graphml.loop": N_("A connection of a step with itself was left out: “{id}”."),
    "graphml.undirected": N_("A connection without a direction leads from its first step to its second."),
    "graphml.across": N_("A connection between two journeys was left out."),
    "ojf.format": N_(
        "This is no journey in the OpenJourney Format: it has no “stages” and no “nodes”. "
        "Look whether it is the right file."
    ),
    "ojf.too_many": N_("This file has {found} cards, at most {most} fit. Split it and try again."),
    "ojf.too_long": N_("{where}: {found} characters, at most {most} fit. Shorten this text and try again."),
    "ojf.version": N_("This is version {version} of the format. It was read as version 1."),
    "ojf.said_twice": N_("“{field}” stands in this file twice. This one was left out: “{text}”."),
    "ojf.title_long": N_("A title of more than {most} characters goes on in the description."),
    "ojf.head_long": N_(
        "The title or point of view has more than {most} characters. What does not fit stands in a parked remark."
    ),
    "ojf.stage_unnamed": N_("A stage without a name is called after its place in the file."),
    "ojf.stage_twice": N_("There are two stages “{name}”. The second is now called “{free}”."),
    "ojf.no_stage": N_("These cards say no stage. They stay with the card before them."),
    "ojf.unknown_stage": N_("There is no stage “{stage}”. These cards stay with the card before them."),
    "ojf.unknown_lane": N_("There is no row “{lane}”. These cards became steps."),
    "ojf.id_twice": N_("The id “{id}” stands here more than once. Each card came in."),
    "ojf.scores": N_("Scores from −5 to +5 became emotions from −2 to +2: {read}."),
    "ojf.score_far": N_("The score {score} lies outside −5 to +5. The nearest one was taken."),
    "ojf.sentiments": N_("Cards without a score got their emotion from a word: {read}."),
    "ojf.lane_need": N_("Cards in the row “{lane}” became needs at the step before them."),
    "ojf.lane_pain": N_("Cards in the row “{lane}” became pain points at the step before them."),
    "ojf.lane_opportunity": N_("Cards in the row “{lane}” became opportunities at the step before them."),
    "ojf.lane_idea": N_("Cards in the row “{lane}” became ideas at the step before them."),
    "ojf.lane_question": N_("Cards in the row “{lane}” became questions at the step before them."),
    "ojf.lane_quote": N_("Cards in the row “{lane}” became quotes at the step before them."),
    "ojf.lane_remark": N_("Cards in the row “{lane}” became remarks at the step before them."),
    "ojf.onstage": N_("Who acts on stage became a contact. What they do stands in the description."),
    "ojf.backstage": N_("What happens backstage became a step behind the scenes."),
    "ojf.support": N_("A system that supports a step became a step behind the scenes, with the system as its party."),
    "ojf.evidence": N_("What people see or hold at a step (“evidence”) became a remark at that step."),
    "ojf.extra": N_("Tags, purpose, severity, feelings in words and rows have no field here. They are in remarks."),
    "ojf.usual": N_("Left out, because it says nothing that the step does not say: {names}."),
    "ojf.looks": N_("Icons and colours of cards were left out."),
    "ojf.odd": N_("“{field}” cannot be {text}, so that was left out."),
    "ojf.unknown": N_("Fields that Levensreis does not know were left out: {names}."),
    "mermaid.none": N_(
        "There is no Mermaid journey in this file. It begins with the word “journey” on a line of its own."
    ),
    "mermaid.other": N_("Line {line}: this is a Mermaid diagram of another kind ({kind}). Levensreis reads “journey”."),
    "mermaid.too_long": N_(
        "Line {line}: this text is {found} characters long and at most {most} fit. Shorten it and try again."
    ),
    "mermaid.too_many": N_("There are more than {most} steps in this file. Split it and try again."),
    "mermaid.fence_open": N_("A fence is not closed, so the diagram was read up to the end."),
    "mermaid.around": N_("Text around the diagrams was left out."),
    "mermaid.other_left": N_("A diagram of another kind was left out: {kind}."),
    "mermaid.first_word": N_("The word “journey” was read without minding its capitals."),
    "mermaid.setting": N_("A setting was left out: {name}."),
    "mermaid.directive": N_("Settings for how Mermaid draws were left out."),
    "mermaid.comment": N_("Comments were left out."),
    "mermaid.semicolon": N_("A semicolon at the end of a line was left out."),
    "mermaid.hash": N_("“#” was read as part of the name, not as the beginning of a comment."),
    "mermaid.no_score": N_("There is no score, so the emotion stays open."),
    "mermaid.score_unread": N_("The score “{text}” is not a number, so the emotion stays open."),
    "mermaid.score_range": N_("The score {text} lies outside 1 to 5 and became the nearest."),
    "mermaid.score_part": N_("The score {text} became {number}: a score is a whole number."),
    "mermaid.colon": N_(
        "A colon was read as part of the name; Mermaid itself would take the score for something else."
    ),
    "mermaid.actor_colon": N_(
        "A colon was read as part of an actor’s name; Mermaid itself leaves out what follows it."
    ),
    "mermaid.percent": N_("“%%” behind an actor is part of the name, as it is for Mermaid."),
    "mermaid.section_empty": N_("A section without a name was left out."),
    "mermaid.section_again": N_("The section “{title}” comes back later and became the phase “{name}”."),
    "mermaid.before_section": N_("Tasks before the first section went to the phase “{title}”."),
    "mermaid.acc_title": N_("The title for screen readers was left out: “{text}”."),
    "mermaid.question": N_("The description for screen readers became the question of the journey: “{text}”."),
    "mermaid.title_long": N_("A name of more than {most} characters goes on in the description."),
    "mermaid.title_again": N_("Two diagrams are called the same; the second journey is called “{title}”."),
    "mermaid.persona": N_("“{title}”: “{name}” is the persona, because that name stands first most often."),
    "mermaid.link_lost": N_("A connection leads to a step that is not in the file, and was left out."),
    "mermaid.own_broken": N_("A comment of Levensreis cannot be read any more, and was left out."),
    "mermaid.own_unknown": N_("A comment of Levensreis says something unknown, which was left out: {name}."),
    "mermaid.own_unread": N_("Something in a comment of Levensreis does not fit and was left out: {name}."),
    "guessed.kinds": N_("The kinds of these parties were guessed: {names}. Look at them in the list of parties."),
    "guessed.phase": N_("The first steps have no phase in the file. They stand in the phase “{title}”."),
}
