"""Presenting: a journey for the whole room, phase by phase or step by step."""
