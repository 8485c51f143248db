"""Everything about life journeys that is true without a window."""
