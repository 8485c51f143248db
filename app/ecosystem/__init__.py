"""The network of parties on the screen: who people meet, and where they go from one to another."""
