"""Recovery: what an earlier session left is offered calmly, can wait, and is never thrown away."""
