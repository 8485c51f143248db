"""Parts of sheets that several kinds share."""
