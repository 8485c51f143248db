"""The panes beside the map: lists on the left; inspector, gaps and notes on the right."""
