"""The questions of an operator's machines, one file each."""
