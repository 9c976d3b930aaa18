"""Views of the pages of the samenwerkingsverband."""
