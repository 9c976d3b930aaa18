"""What do people fill in on the pages for everybody?"""
