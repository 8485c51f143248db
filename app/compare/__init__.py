"""Personas side by side, and current against desired journeys, on the screen."""
