"""The look of the window's own parts: three sets of colours, the packaged font and one style sheet on Fusion."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.settings import Theme

Look = Literal["light", "dark", "contrast"]


class Colours(NamedTuple):
    """The colours of everything around the map; text on its ground keeps 4.5:1, lines and focus 3:1."""

    ground: str
    panel: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    soft: str
    focus: str
    danger: str
    danger_soft: str
    on_danger_soft: str
    good_soft: str
    care: str
    care_soft: str
    idle: str
    """Words and icons of what cannot be done now; need not be legible, but must differ."""


LOOKS: Final[dict[Look, Colours]] = {
    "light": Colours(
        ground="#f2f4f7", panel="#ffffff", raised="#eef1f5", line="#dfe4ea", edge="#838d9b", text="#17202c",
        muted="#55606f", accent="#154a7d", on_accent="#ffffff", soft="#e4eefa", focus="#0b6bd3",
        danger="#b3261e", danger_soft="#f6c9c1", on_danger_soft="#7a140d", good_soft="#e8f5e9",
        care="#7a4b00", care_soft="#fdf1d8", idle="#838d9b",
    ),
    "dark": Colours(
        ground="#14181d", panel="#1c2229", raised="#28303a", line="#343e4a", edge="#7e8b9b", text="#e9edf2",
        muted="#aab5c2", accent="#8cc0f2", on_accent="#0c1a29", soft="#22374f", focus="#6db5ff",
        danger="#ff9a8b", danger_soft="#5a2620", on_danger_soft="#ffd7d0", good_soft="#1f3b29",
        care="#f0bf6a", care_soft="#3f331d", idle="#7e8b9b",
    ),
    "contrast": Colours(
        ground="#ffffff", panel="#ffffff", raised="#ffffff", line="#000000", edge="#000000", text="#000000",
        muted="#000000", accent="#0000c8", on_accent="#ffffff", soft="#e6e6ff", focus="#0000c8",
        danger="#8a0000", danger_soft="#ffe0e0", on_danger_soft="#5c0000", good_soft="#ffffff",
        care="#5c3d00", care_soft="#ffffff", idle="#6e6e6e",
    ),
}  # fmt: skip

BASE_POINTS: Final = 10.0
FONTS_OF_THE_SYSTEM: Final = ("QMenuBar", "QMenu", "QAbstractItemView", "QMessageBox", "QStatusBar", "QToolButton")
"""What Windows and KDE have fonts of their own for."""
TICKED: Final = ("QCheckBox", "QRadioButton", "QAbstractItemView")
"""What has boxes to tick."""


def look(theme: Theme, app: QApplication) -> Look:
    """The look that a theme means now; "system" follows the desktop."""
    if theme != "system":
        return theme
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply(app: QApplication, chosen: Look, percent: int = 100, *, large: bool = False) -> Colours:
    """Dress the application: style, font, palette and sheet; `large` makes all that is pressed 44 pixels high."""
    colours = LOOKS[chosen]
    sheet = _sheet(colours, percent) + (_LARGE if large else "")
    if app.styleSheet() == sheet:  # it names every colour and the size, so this is worn; Qt would dress all anew
        _keep_font(app, font(percent))
        return colours
    if not app.styleSheet():  # a sheet hides the style it stands on, and only this function sets one
        app.setStyle("Fusion")
    app.setFont(font(percent))
    app.setPalette(_palette(colours))
    for kind in TICKED:
        app.setPalette(_ticked(colours), kind)  # type: ignore[arg-type]  # the stub says bytes; only str is taken
    app.setStyleSheet(sheet)
    _keep_font(app, font(percent))
    return colours


def _keep_font(app: QApplication, chosen: QFont) -> None:
    """A style sheet, and a change of the system's theme, bring the system's fonts back to menus and lists."""
    worn = (app.font(kind) for kind in FONTS_OF_THE_SYSTEM)  # type: ignore[call-overload]  # as with setPalette
    if any(one != chosen for one in worn):
        app.setFont(chosen)


def font(percent: int = 100) -> QFont:
    """The window's font; the file is read once."""
    chosen = QFont(_family())
    chosen.setPointSizeF(BASE_POINTS * percent / 100)
    return chosen


@cache
def _family() -> str:
    from journeys import fonts

    known = [QFontDatabase.addApplicationFont(str(fonts.path(weight))) for weight in ("regular", "semibold")]
    return QFontDatabase.applicationFontFamilies(known[0])[0]


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, colours.panel), (role.WindowText, colours.text), (role.Base, colours.panel),
        (role.AlternateBase, colours.raised), (role.Text, colours.text), (role.Button, colours.panel),
        (role.ButtonText, colours.text), (role.Highlight, colours.accent), (role.Link, colours.accent),
        (role.HighlightedText, colours.on_accent), (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text), (role.PlaceholderText, colours.muted), (role.Mid, colours.line),
        (role.Accent, colours.accent), (role.BrightText, colours.danger),
    ):  # fmt: skip
        palette.setColor(target, QColor(name))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.idle))
    return palette


def _ticked(colours: Colours) -> QPalette:
    """Fusion draws the edge of a box to tick in a darker shade of the window, which a dark window swallows."""
    palette, role = _palette(colours), QPalette.ColorRole
    for target, name in ((role.Highlight, colours.soft), (role.HighlightedText, colours.text)):
        palette.setColor(target, QColor(name))
    palette.setColor(role.Window, QColor(colours.muted).lighter(128))
    return palette


@cache
def _sheet(colours: Colours, percent: int) -> str:
    sizes = {f"p{size}": f"{size * percent / 1000:.2f}pt" for size in (84, 90, 100, 105, 115, 150, 200)}
    values = colours._asdict() | {
        "tick": f"{round(15 * percent / 100)}px",
        "icon": f"{round(20 * max(percent, 100) / 100)}px",
    }
    text = _SHEET
    for name, value in (sizes | values).items():
        text = text.replace(f"${name};", f"{value};")
    return text


_LARGE: Final = """
QToolButton { min-height: 38px; }
QToolButton#small { min-width: 40px; min-height: 40px; }
QToolButton#entry, QToolButton#fold { min-height: 40px; }
QToolButton#swatch, QToolButton#rate { min-width: 38px; min-height: 40px; }
QToolButton#role { min-height: 40px; border-radius: 21px; }
QPushButton { min-height: 32px; }
QPushButton#link, QPushButton#number { min-height: 38px; }
QPushButton#inline { min-height: 0; }
QStatusBar QPushButton#link { min-height: 38px; min-width: 42px; }
QPushButton#sign { min-height: 40px; }
QPushButton#quiet { min-height: 34px; }
QLineEdit#question { min-height: 40px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { min-height: 36px; }
QSpinBox QLineEdit, QComboBox QLineEdit { min-height: 0; }
QCheckBox, QRadioButton { min-height: 44px; }
QTabBar::tab { padding: 12px 10px 10px 10px; }
QTreeWidget::item, QListWidget#boxed::item { min-height: 40px; }
QMenu::item { padding: 10px 28px 10px 26px; }
QScrollBar:vertical { width: 20px; }
QScrollBar:horizontal { height: 20px; }
QScrollBar::handle { border-radius: 8px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QSlider::handle:horizontal { width: 24px; height: 24px; margin: -10px 0; border-radius: 12px; }
"""
"""What is added for a whole room: fingers and pointers on a wall need targets of 44 pixels."""
_SHEET: Final = """
QMainWindow, QDialog { background: $panel; }
QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $soft; color: $text; }
QMenu { background: $panel; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: 4px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::icon:checked { background: $soft; border: 1px solid $accent; border-radius: 4px; }
QMenu::item:disabled { color: $idle; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 5px 10px; spacing: 4px; }
QToolBar::separator { width: 1px; background: $line; margin: 4px 8px; }
QToolBar, QToolButton, QPushButton, QMenu { icon-size: $icon; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 2px 9px; min-height: 22px; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $soft; border-color: $accent; color: $accent; font-weight: 600; }
QToolButton:focus, QPushButton:focus { border: 2px solid $focus; outline: none; }
QToolButton:disabled { color: $idle; }
QToolBar QToolButton { padding: 2px 6px; }
QToolButton#small { padding: 1px; min-width: 24px; min-height: 24px; }
QToolButton#small::menu-indicator { image: none; }
QToolButton#entry { padding: 0px 2px; min-height: 24px; }
QToolButton#entry:focus { padding: 0px 1px; }
QToolButton#chooser { border-color: $edge; padding-right: 22px; }
QToolButton#chooser:focus { border: 2px solid $focus; }
QToolButton#chooser::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QToolButton#drop { padding-right: 24px; }
QToolButton#drop::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 7px; }
QToolButton#fold { border: 1px solid transparent; padding: 2px 2px; min-height: 24px; font-weight: 600;
  text-align: left; }
QToolButton#fold:checked { background: transparent; color: $text; border-color: transparent; }
QToolButton#fold:hover, QToolButton#fold:checked:hover { background: $raised; }
QToolButton#fold:focus { border: 2px solid $focus; padding: 1px; }
QToolButton#swatch { padding: 0; min-width: 28px; min-height: 26px; border-radius: 6px; }
QToolButton#swatch:checked { border: 2px solid $accent; }
QToolButton#swatch:focus { border: 2px solid $focus; background: $soft; }
QToolButton#size:focus, QToolButton#language:focus { padding: 1px 8px; }
QToolButton#kind { border: 1px solid $line; border-radius: 8px; padding: 5px 4px 4px 4px; }
QToolButton#kind:checked { background: $soft; border: 2px solid $accent; padding: 4px 3px 3px 3px; }
QToolButton#kind:focus { border: 2px solid $focus; padding: 4px 3px 3px 3px; background: $raised; }
QPushButton#remark { border: 1px solid $line; border-radius: 6px; padding: 0; }
QPushButton#remark[still="true"] { border-color: transparent; }
QPushButton#remark:hover { background: $raised; border-color: $edge; }
QPushButton#remark[still="true"]:hover { background: transparent; border-color: transparent; }
QPushButton#remark:focus { border: 2px solid $focus; }
QAbstractScrollArea#page { border: 1px solid $line; }
QAbstractScrollArea#page:focus { border: 2px solid $focus; }
QFrame#palette { background: $panel; border: 1px solid $edge; border-radius: 10px; }
QFrame#palette QListView { border: none; background: $panel; outline: none; }
QLineEdit#large { padding: 7px 10px; font-size: $p115; }
QFrame#strip { background: $panel; border-top: 1px solid $line; }
QPushButton#corner { border: none; background: transparent; color: $muted; padding: 5px 14px 3px 6px; }
QPushButton#corner:hover { color: $accent; text-decoration: underline; }
QToolButton#search { background: $ground; border: 1px solid $edge; color: $muted; padding: 2px 12px 2px 8px; }
QToolButton#search:focus { border: 2px solid $focus; }
QToolButton#face { padding: 3px 4px; }
QToolButton#rate { border: 1px solid $edge; border-radius: 5px; padding: 1px; min-width: 20px; min-height: 22px; }
QToolButton#rate:checked { background: $accent; color: $on_accent; border-color: $accent; }
QToolButton#rate:focus { border: 2px solid $focus; padding: 0px; }
QToolButton#rate:checked:focus { border: 2px solid $focus; background: $soft; color: $accent; }
QToolButton#role { border: 1px solid $edge; border-radius: 11px; padding: 1px 8px; min-height: 22px; }
QToolButton#role:checked { background: $soft; border: 2px solid $accent; padding: 0px 7px; color: $text; }
QToolButton#role[some="true"] { border: 2px dashed $accent; padding: 0px 7px; }
QToolButton#role:focus { border: 2px solid $focus; padding: 0px 7px; background: $raised; }
QToolButton#portrait { padding: 2px; border: 2px solid transparent; border-radius: 47px; }
QToolButton#portrait:hover { border-color: $edge; }
QToolButton#portrait:focus, QToolButton#portrait:pressed { border: 3px solid $focus; padding: 1px; }
QToolButton#primary, QPushButton#primary { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; padding: 3px 14px; }
QPushButton#primary { padding: 5px 14px; }
QToolButton#primary:focus, QPushButton#primary:focus { border: 2px solid $focus; }
QToolButton#primary:disabled, QPushButton#primary:disabled { background: $raised; color: $idle; border-color: $line; }
QPushButton { background: $panel; border: 1px solid $edge; border-radius: 6px; padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:disabled { color: $idle; border-color: $line; }
QPushButton#link { border: 1px solid transparent; background: transparent; color: $accent; text-decoration: underline;
  padding: 2px 0px; min-height: 18px; text-align: left; }
QStatusBar QPushButton#link { min-width: 22px; }
QPushButton#link:disabled { color: $muted; text-decoration: none; }
QPushButton#link:focus { border: 2px solid $focus; }
QPushButton#sign { background: $soft; color: $text; border: 1px solid $accent; border-radius: 9px; padding: 1px 8px;
  min-height: 20px; font-weight: 600; }
QPushButton#sign:hover { background: $panel; }
QPushButton#sign:focus { border: 2px solid $focus; padding: 0px 7px; }
QPushButton#number { background: $soft; color: $accent; border: 1px solid transparent; border-radius: 9px;
  padding: 2px 8px; min-height: 18px; font-weight: 600; }
QPushButton#number:hover { border-color: $accent; background: $panel; }
QPushButton#number:focus { border: 2px solid $focus; padding: 1px 7px; }
QPushButton#inline { border: 2px solid transparent; border-radius: 4px; background: transparent; color: transparent;
  padding: 0; min-height: 0; }
QPushButton#inline:hover { border: 1px solid $accent; }
QPushButton#inline:focus { border: 2px solid $focus; }
QPushButton#card { text-align: left; padding: 12px 14px; border-color: $line; }
QPushButton#card:hover { border-color: $edge; }
QPushButton#card:focus { border: 2px solid $focus; outline: none; }
QPushButton#file { text-align: left; padding: 0; border: 1px solid transparent; border-radius: 8px;
  background: transparent; }
QPushButton#file:hover { background: $panel; border-color: $line; }
QPushButton#file:focus { border: 2px solid $focus; background: $panel; }
QPushButton#quiet { border: 1px solid transparent; background: transparent; padding: 4px 9px; }
QPushButton#quiet:hover { background: $panel; border-color: $line; }
QPushButton#quiet:focus { border: 2px solid $focus; padding: 3px 8px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $panel; border: 1px solid $edge;
  border-radius: 5px; padding: 3px 6px; min-height: 20px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit QToolButton { border: none; padding: 0; min-width: 24px; min-height: 24px; }
QLineEdit#question { border-color: $panel; background: $panel; font-weight: 600; padding: 1px 6px; }
QLineEdit#question:hover { border-color: $edge; }
QLineEdit#question:focus { border: 2px solid $focus; padding: 0px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid $focus;
  padding: 2px 5px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] {
  border: 2px solid $danger; padding: 2px 5px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 6px; min-height: 0; background: transparent; }
QSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: none; padding: 0 6px; }
QListWidget#boxed { border: 1px solid $edge; padding: 3px; }
QListWidget#boxed::item { min-height: 24px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; selection-background-color: $soft;
  selection-color: $text; }
QCheckBox, QRadioButton { spacing: 7px; min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: $tick; height: $tick; }
QCheckBox:focus, QRadioButton:focus { background: $soft; border-radius: 4px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: $panel; }
QTabBar::tab { background: transparent; color: $muted; padding: 9px 8px 7px 8px; border: none;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $soft; }
QTabBar::scroller { width: 48px; }
QTabBar QToolButton { background: $panel; border: 1px solid $edge; border-radius: 4px; padding: 0; min-height: 22px; }
QTabBar::tear { width: 0; border: none; }
QTableView { gridline-color: $line; }
QTableCornerButton::section { background: $raised; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; color: $muted; border: none; font-weight: 600; padding: 4px 7px;
  border-right: 1px solid $line; border-bottom: 1px solid $line; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: $panel; border: none; }
QSplitter::handle { background: $line; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QListWidget, QTreeWidget { border: 1px solid transparent; border-radius: 6px; outline: none; }
QListWidget:focus, QTreeWidget:focus { border: 2px solid $focus; }
QTreeWidget { show-decoration-selected: 0; }
QTreeWidget::item { min-height: 25px; border-radius: 5px; }
QTreeWidget::item:selected, QTreeWidget::branch, QTreeWidget::branch:selected { background: transparent; }
QAbstractScrollArea::corner { background: $panel; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }
QTreeWidget::item:selected { color: $text; }
QTreeWidget#counted::item { padding: 0 8px; border-radius: 0; }
QTreeWidget#counted::item:hover { background: $raised; }
QTreeWidget#counted::item:selected { background: $soft; color: $text; }
QLabel#heading { color: $muted; font-weight: 600; font-size: $p90; letter-spacing: 0.5px; }
QLabel#muted { color: $muted; }
QLabel#field { color: $muted; font-size: $p90; }
QLabel#strong { font-weight: 600; }
QLabel#title { font-weight: 600; font-size: $p115; }
QLabel#display { font-weight: 600; font-size: $p200; color: $accent; }
QLabel#lead { font-size: $p115; color: $muted; }
QLabel#warn { color: $danger; }
QLabel#danger { color: $danger; font-weight: 600; }
QLabel#severityHigh { background: $danger; color: $panel; border-radius: 9px; padding: 2px 9px; font-weight: 600;
  font-size: $p84; }
QLabel#severityMiddle { background: $danger_soft; color: $on_danger_soft; border-radius: 9px; padding: 2px 9px;
  font-weight: 600; font-size: $p84; }
QLabel#severityLow { background: $raised; color: $muted; border-radius: 9px; padding: 2px 9px; font-size: $p84; }
QLabel#chip { background: $soft; color: $text; border-radius: 8px; padding: 2px 8px; font-size: $p84; }
QFrame#card { background: $panel; border: 1px solid $line; border-radius: 9px; }
QFrame#card[current="true"] { border: 2px solid $accent; }
QFrame#good { background: $good_soft; border: 1px solid $line; border-radius: 6px; }
QFrame#care { background: $care_soft; border: 1px solid $care; border-radius: 6px; }
QFrame#bar { background: $soft; border-bottom: 1px solid $accent; }
QFrame#bar[grave="true"] { background: $danger_soft; border-bottom: 1px solid $danger; }
QFrame#rule { background: $line; max-height: 1px; min-height: 1px; border: none; }
QWidget#side { background: $panel; }
QWidget#ground, QScrollArea#ground, QScrollArea#ground > QWidget > QWidget#page { background: $ground; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QProgressBar { border: 1px solid $edge; border-radius: 5px; text-align: center; min-height: 18px; }
QProgressBar::chunk { background: $soft; border-right: 3px solid $accent; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
QSlider:focus { border: 1px solid $focus; border-radius: 4px; }
"""
