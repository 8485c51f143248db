"""What the study shows: presence, gaps, reach, silence and counts, as codes, ids and numbers only."""
