"""The kinds of posters: each lays out its own sheets."""
