"""The part of the inspector in which a step is judged: roles, value, quality and who gives to whom."""
