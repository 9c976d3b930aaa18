"""What does somebody fill in about each subject of a region?"""
