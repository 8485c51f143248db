"""The inspector of the study itself: what it is called, whose it is, its days and its channels."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.panels.channels_list import Channels
from app.panels.form import Form, page
from app.panels.labels import COUNTRIES, LANGUAGE_NAMES, options, scopes
from app.panels.moments_list import Moments
from app.panels.sources_list import SourcesList
from app.plain import PlainLabel, put
from journeys.edits import entities, study
from journeys.phrases.dates import WHOLE_WEEKDAYS
from journeys.phrases.personal import expired_text

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit


class StudyForm(Form):
    """The study."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "study")
        say = context.say
        self.title("title", say("Title of the study"), required=True)
        self.title("organisation", say("Organisation"))
        self._scope = self.choice("scope", say("Presence seen from"))
        self.title("person_word", say("Word for the people"), hint=say("residents, parents, neighbours"))
        self.day("end_day", say("The last phase ends on day"))
        self._moments_part = self.section("moments", say("Moments"))
        self.date("day0_date", say("Date of day 0, for real dates"), optional=say("no dates"))
        self._weekday = self.label("")
        self.moments = Moments(context)
        self.rows.addWidget(self.moments)
        self._channels_part = self.section("channels", say("Channels"), opened=False)
        self.channels = Channels(context)
        self.rows.addWidget(self.channels)
        self._sources_part = self.section("sources", say("Sources"), opened=False)
        self.sources = SourcesList(context)
        self.rows.addWidget(self.sources)
        self.section("edition", say("Language and edition"), opened=False)
        self.choice("language", say("Language of the study"), options(LANGUAGE_NAMES, say))
        self.choice("country", say("Country"), options(COUNTRIES, say))
        self.count("edition", say("Edition"))
        self.date("review_on", say("Look at it again on"), optional=say("date, if there is one"))
        self.date("expires_on", say("Valid until"), optional=say("date, if there is one"))
        self._expired = PlainLabel("", name="danger", wrap=True)
        self.rows.addWidget(self._expired)
        page(self)

    def refresh(self, entity: Any) -> None:
        say = self.context.say
        self._scope.offer([(party.name, party.id) for party in scopes(self.context.document)])
        self._scope.display(entity.scope)
        self._show_weekday(entity.day0_date)
        self._show_expired(entity.expires_on)
        self._moments_part.name(say("Moments"), self.moments.show_all())
        self._channels_part.name(say("Channels"), self.channels.show_all())
        self._sources_part.name(say("Sources"), self.sources.show_all())

    def _show_weekday(self, date: dt.date | None) -> None:
        say = self.context.say
        told = say("Without a date, days are counted from day 0.")
        if date is not None:
            told = say("Day 0 is a {weekday}.", weekday=say(WHOLE_WEEKDAYS[date.weekday()]))
        put(self._weekday, told)

    def _show_expired(self, until: dt.date | None) -> None:
        """A study that should be gone says so beside its date."""
        past = until is not None and until < dt.datetime.now().astimezone().date()
        put(self._expired, expired_text(until, self.context.say) if past else "")
        self._expired.setVisible(past)

    def verb(self, name: str, value: Any) -> Edit:
        if name == "scope" and value is not None:
            return study.set_scope(self.context.document, value)
        if name == "day0_date":
            return study.set_date(self.context.document, value)
        return entities.change(self.context.document, "study", self.id, **{name: value})

    def flush(self) -> None:
        super().flush()
        self.moments.flush()
        self.channels.flush()
        self.sources.flush()
