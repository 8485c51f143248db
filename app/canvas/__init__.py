"""The map on the screen: painting, pointing, keyboard, inline editing and the screen reader's list."""
