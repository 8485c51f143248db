"""The shared model: frozen entities, their rules, and the document that holds them."""
