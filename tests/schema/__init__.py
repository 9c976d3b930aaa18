"""Does the API do what its own document says, whatever is sent? Asked by `./dev api`, not in every run."""
