"""Windows beside the main one: the poster, questions about files, help."""
