"""What can go wrong with a file of the store: it is not there, or the store itself is away?"""


class NietBewaard(Exception):
    """The file is not in the store."""


class OpslagStoring(Exception):
    """The store could not do it now; nobody may conclude that the file is not there."""
