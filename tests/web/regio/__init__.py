"""Are the pages of the region right?"""
