"""The panel of findings: what each lens found, why it matters, and the cards it was counted from."""
