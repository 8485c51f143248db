"""The table view: the whole study as rows and columns, every field in reach of the keyboard."""
