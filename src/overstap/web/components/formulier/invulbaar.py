"""Which velden and parts do people fill in on a form, and which only come from elsewhere?"""

from overstap.domain.rapporten.catalogue import Bron, Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen


def invulbaar(veld: Veld) -> bool:
    """Do people fill in this veld, or a part of it, on the form of its sectie?"""
    if isinstance(veld.type, Groep | Rijen):
        return veld.bron is not Bron.ADVIES and bool(eigen_delen(veld.type))
    return veld.bron is Bron.SCHOOL


def eigen_delen(soort: Groep | Rijen) -> list[Deel]:
    """The parts that people fill in."""
    groep = soort.groep if isinstance(soort, Rijen) else soort
    return [deel for deel in groep.vraagdelen if deel.bron is Bron.SCHOOL]


def eigen_rijen(veld: Veld) -> bool:
    """May people add and take away rows? Not when the LAS makes them."""
    return isinstance(veld.type, Rijen) and veld.bron is Bron.SCHOOL
