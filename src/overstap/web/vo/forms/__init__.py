"""Forms of the pages of the vo school."""
