"""Forms of the pages of parents."""
