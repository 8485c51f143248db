"""The look of the table: grid, headings, and the words under a cell that was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.theme import Colours


def sheet_style(colours: Colours) -> str:
    """What the window's style sheet does not say about tables."""
    return f"""
QTableView {{ background: {colours.panel}; gridline-color: {colours.line}; border: none;
  border-top: 1px solid {colours.line}; }}
QHeaderView {{ background: {colours.raised}; }}
QHeaderView::section {{ background: {colours.raised}; color: {colours.muted}; border: none; font-weight: 600;
  border-right: 1px solid {colours.line}; border-bottom: 1px solid {colours.line}; padding: 5px 7px; }}
QHeaderView::section:checked {{ color: {colours.accent}; background: {colours.soft}; }}
QTableView QLineEdit, QTableView QComboBox, QTableView QPlainTextEdit {{ border: 2px solid {colours.focus};
  border-radius: 0; padding: 1px 4px; background: {colours.panel}; }}
QTableView QComboBox QLineEdit {{ border: none; padding: 0; }}
QTableCornerButton::section {{ background: {colours.raised}; border: none;
  border-bottom: 1px solid {colours.line}; border-right: 1px solid {colours.line}; }}
QLabel#wrong {{ background: {colours.danger_soft}; color: {colours.on_danger_soft}; border: 1px solid {colours.danger};
  padding: 5px 8px; }}
"""
