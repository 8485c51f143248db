"""The Qt application: windows, canvas and panels around the journeys package."""
