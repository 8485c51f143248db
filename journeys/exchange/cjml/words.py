"""The words of CJML and ours for the same: channels and ratings."""

from __future__ import annotations

from typing import Final

TARGET: Final = "levensreis"
"""The name of the instructions with what CJML has no word for."""

CHANNELS: Final = {
    "desk": "service-desk", "phone": "telephone", "website": "internet-via-PC", "email": "email", "letter": "letter",
    "app": "app-on-smartphone", "chat": "chat", "home_visit": "face-to-face-conversation",
    "practice": "face-to-face-conversation", "meeting": "face-to-face-conversation",
}  # fmt: skip
"""Icon of a channel → the name by which programs for CJML know which picture to show."""

MIDDLE: Final = 3
"""An experience rating counts from 1 to 5."""
