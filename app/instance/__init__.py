"""One running program per user, data folder and screen: a second start hands its files to it."""
