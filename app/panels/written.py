"""Fields in which something is written that has to be understood first: a date, a duration."""

from __future__ import annotations

import datetime as dt
import re
from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from app.panels.fields import ChoiceField
from app.panels.labels import UNITS, options
from app.panels.text_fields import PAUSE_MS
from app.plain import put, tip
from journeys.model.values import Duration

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from app.context import Context
    from journeys.i18n import Words

_bursts = count(1)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RANGE: Final = re.compile(r"(\d{1,6})(?:\s*(?:[-–—]|tot|t/m|to)\s*(\d{1,6}))?")


def date_text(date: dt.date | None, say: Words) -> str:
    """As it is written in a field and a list: 31-12-2027, in English 2027-12-31."""
    if date is None:
        return ""
    return say.date(date)


def read_date(text: str, today: dt.date) -> dt.date:
    """31-12-2027, 31-12, 2027-12-31 or +14 (so many days from today). Raises ValueError for anything else."""
    written = text.strip()
    if re.fullmatch(r"\+\d{1,4}", written):
        return today + dt.timedelta(days=int(written))
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
        return dt.date(year, month, day)
    found = _DAY_FIRST.fullmatch(written)
    if found is None:
        raise ValueError(text)
    day, month = int(found[1]), int(found[2])
    if found[3] is not None:
        return dt.date(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, day)
    this_year = dt.date(today.year, month, day)
    return this_year if this_year >= today else dt.date(today.year + 1, month, day)


def read_range(text: str) -> tuple[int, int]:
    """ "2" or "2-3": least and most. Raises ValueError for anything else, and when most is less than least."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    least = int(found[1])
    most = int(found[2]) if found[2] else least
    if most < least or most > 100_000:
        raise ValueError(text)
    return least, most


class DateField(QLineEdit):
    """A date, or nothing. Arrows go a day on or back, Alt+Down opens a calendar."""

    committed = Signal(object, str)  #: the date or None, and the burst
    refused = Signal(str)  #: what stands there is no date; how to write one

    def __init__(self, context: Context, name: str, *, optional: str = "") -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setMaxLength(20)
        self.setPlaceholderText(optional or context.say("day-month-year"))
        self._held: dt.date | None = None
        self._burst = ""
        self._menu: QMenu | None = None
        from app.icons import icon

        opener = self.addAction(icon("calendar", context.colours.muted), QLineEdit.ActionPosition.TrailingPosition)
        opener.setText(context.say("Choose from a calendar (Alt+Down)"))
        tip(opener, context.say("Choose from a calendar (Alt+Down)"))
        opener.triggered.connect(self.open_calendar)
        self.returnPressed.connect(self.flush)

    @property
    def value(self) -> dt.date | None:
        """The date that was committed or shown last."""
        return self._held

    def display(self, value: object) -> None:
        """Show what the study holds."""
        changed = value != self._held
        self._held = value if isinstance(value, dt.date) else None
        if changed or not self.hasFocus():
            put(self, date_text(self._held, self._context.say))
            self.setModified(False)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if not self.isModified():
            return
        try:
            value = read_date(self.text(), dt.date.today()) if self.text().strip() else None  # noqa: DTZ011 - the user's own calendar
        except ValueError:
            self.refused.emit(self._context.say("This is no date. Write it like 2027-12-31."))
            return
        self._commit(value)

    def forget(self) -> None:
        """What is no date is let go."""
        self.setModified(False)

    def open_calendar(self) -> None:
        """A month to click a day in."""
        if self._menu is None:
            self._menu = QMenu(self)
            calendar = _calendar(self._context.say)
            calendar.clicked.connect(self._chosen)
            calendar.activated.connect(self._chosen)
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(calendar)
            self._menu.addAction(action)
        for shown in self._menu.findChildren(QCalendarWidget):
            if self._held is not None:
                shown.setSelectedDate(QDate(self._held.year, self._held.month, self._held.day))
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
            shown.setFocus()

    def _chosen(self, day: QDate) -> None:
        if self._menu is not None:
            self._menu.close()
        self._commit(dt.date(day.year(), day.month(), day.day()))

    def _commit(self, value: dt.date | None) -> None:
        changed = value != self._held or bool(self.property("wrong"))
        self._held = value
        put(self, date_text(value, self._context.say))
        self.setModified(False)
        if changed:
            self.committed.emit(value, self._burst)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if turned is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif turned is not None:
            self._turn(turned)
        else:
            super().keyPressEvent(event)

    def _turn(self, days: int) -> None:
        self.flush()
        try:
            self._commit((self._held or dt.date.today()) + dt.timedelta(days=days))  # noqa: DTZ011 - the user's own calendar
        except OverflowError:
            return

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._burst = f"date {next(_bursts)}"
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


def _calendar(say: Words) -> QCalendarWidget:
    """A month in the language of the window; weekends look as other days, for red is no message here."""
    made = QCalendarWidget()
    made.setLocale(QLocale(say.language))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    months = made.findChild(QToolButton, "qt_calendar_monthbutton")
    if isinstance(months, QToolButton):
        months.setMenu(None)  # type: ignore[arg-type]  # Qt takes none; a menu in a menu would hold up everything
    plain = QTextCharFormat()
    plain.setForeground(made.palette().text())
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, plain)
    return made


def _amount(duration: Duration) -> str:
    """The numbers without the unit."""
    least, most = duration.least, duration.most
    return str(least) if least == most else f"{least}–{most}"


class DurationField(QWidget):
    """How long something lasts: one number or two, and a unit. Another unit never recounts the numbers."""

    committed = Signal(object, str)  #: the Duration or None, and the burst
    refused = Signal(str)  #: what stands there cannot be read; how to write it

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        say = context.say
        self._say = say
        self._held: Duration | None = None
        self._burst = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.amount = QLineEdit()
        self.amount.setAccessibleName(name)
        self.amount.setMaxLength(20)
        self.amount.setPlaceholderText(say("2 or 2-3"))
        self.unit = ChoiceField(say("{name}: unit", name=name), options(UNITS, say))
        self.unit.display("day")
        row.addWidget(self.amount, 2)
        row.addWidget(self.unit, 3)
        self.setFocusProxy(self.amount)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.amount.textEdited.connect(lambda _: self._pause.start())
        self.amount.returnPressed.connect(self.flush)
        self.amount.installEventFilter(self)
        self.unit.committed.connect(lambda *_: self._unit_chosen())

    def display(self, value: object) -> None:
        """Show what the study holds."""
        duration = value if isinstance(value, Duration) else None
        if self._pause.isActive() and self.amount.hasFocus():
            return
        self._held = duration
        put(self.amount, "" if duration is None else _amount(duration))
        self.amount.setModified(False)
        if duration is not None:
            self.unit.display(duration.unit)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self._pause.stop()
        if self.amount.isModified():
            self._read()

    def forget(self) -> None:
        """What cannot be read is let go."""
        self._pause.stop()
        self.amount.setModified(False)

    def _unit_chosen(self) -> None:
        self._burst = ""
        if self.amount.text().strip():
            self._read()

    def _read(self) -> None:
        from journeys.exchange import spans

        whole = spans.read(self.amount.text())
        if whole is not None:  # somebody wrote the unit too
            self.unit.display(whole.unit)
            put(self.amount, _amount(whole))
        try:
            least, most = read_range(self.amount.text()) if self.amount.text().strip() else (None, None)
        except ValueError:
            say = self._say
            self.refused.emit(say("Write one number, or two with the smallest first: 2 or 2-3."))
            return
        self.amount.setModified(False)
        value = None
        if least is not None and most is not None:
            value = Duration(least, most, self.unit.currentData())
        if value != self._held:
            self._held = value
            self.committed.emit(value, self._burst)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.amount and event.type() == QEvent.Type.FocusIn:
            self._burst = f"duration {next(_bursts)}"
        if watched is self.amount and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False
