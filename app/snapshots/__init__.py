"""Named earlier states of the study: kept, compared with now, and brought back."""
