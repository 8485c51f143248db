"""What a facilitator needs in the room: time, votes, a parking lot, a map that stays put, large words."""
