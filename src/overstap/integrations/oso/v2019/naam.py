"""What is the namespace of OSO 2019.1, and how are its elements called in full?"""

from functools import cache

NAAMRUIMTE = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"
STANDAARDVERSIE = "2019.1"
VALIDATIEVERSIE = "2019.1.1"


@cache
def q(naam: str) -> str:
    """The full name of an element (Clark notation)."""
    return f"{{{NAAMRUIMTE}}}{naam}"


@cache
def qpad(pad: str) -> str:
    """The full form of a path below an element: `adreslijst/adres`."""
    return "/".join(q(naam) for naam in pad.split("/"))
