"""Views of the pages of parents."""
