"""The map of a journey as cards, frames and arrows in whole pixels, for other people's drawing programs."""

from journeys.exchange.shapes.laying import boards
from journeys.exchange.shapes.values import Arrow, Board, Card, Frame, Hand, Rect, Side
from journeys.exchange.shapes.words import Line

__all__ = ["Arrow", "Board", "Card", "Frame", "Hand", "Line", "Rect", "Side", "boards"]
