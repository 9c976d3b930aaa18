"""Are the pages of the samenwerkingsverband right?"""
