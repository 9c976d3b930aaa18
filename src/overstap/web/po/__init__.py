"""The pages of the basisschool: from the file of the administration to a report at the vo-school."""
