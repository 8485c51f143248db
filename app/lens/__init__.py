"""The lens through which the map is seen: its colours, and the legend under the map."""
