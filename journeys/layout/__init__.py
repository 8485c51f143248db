"""One layout engine: (document, spec) -> Drawing; canvas and paper are two specs of it."""
