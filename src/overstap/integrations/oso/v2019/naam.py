"""Which fixed words does OSO 2019.1 use: its namespace, versions, names in full and secret values?"""

from functools import cache

NAAMRUIMTE = "http://www.edustandaard.nl/oso_gegevensset/2019/dossier"
STANDAARDVERSIE = "2019.1"
VALIDATIEVERSIE = "2019.1.1"
# What stands in the place of a secret number, by kind of communicatie.
GEHEIM = {"telefoon": "9999999999", "e-mail": "geheim@geheim.geheim"}


@cache
def q(naam: str) -> str:
    """The full name of an element (Clark notation)."""
    return f"{{{NAAMRUIMTE}}}{naam}"


@cache
def qpad(pad: str) -> str:
    """The full form of a path below an element: `adreslijst/adres`."""
    return "/".join(q(naam) for naam in pad.split("/"))
