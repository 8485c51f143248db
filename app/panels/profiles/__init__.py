"""A picture per lens: how a journey or the whole study stands, with numbers that can be traced."""
