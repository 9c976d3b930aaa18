"""How do two administrations exchange a dossier over the line? The OSO protocol, with its unknowns as data."""
