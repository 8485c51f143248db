"""The lists on the left: personas, journeys and parties, each as tall as what is in it."""
