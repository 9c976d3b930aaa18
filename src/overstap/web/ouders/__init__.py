"""The pages of parents: reading the report before it goes to the middelbare school, and answering."""
