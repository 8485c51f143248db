"""The page of a window without a study: begin, go on, or look at a sample."""
