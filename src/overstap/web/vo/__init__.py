"""The pages of the vo school: what came in, reading it, and taking it over."""
