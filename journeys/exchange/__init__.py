"""Studies in other formats: one module per format, and the table of formats."""
