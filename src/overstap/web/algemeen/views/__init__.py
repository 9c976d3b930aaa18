"""Views of the pages for everybody."""
