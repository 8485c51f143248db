"""The command palette: every command and everything in the study, found by typing a few letters."""
