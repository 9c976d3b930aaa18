"""Does the API give each program what its key opens, and nothing else?"""
