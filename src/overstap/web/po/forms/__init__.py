"""What do people fill in on the pages of the basisschool, outside the report itself?"""
