"""Which codes does a reader not need, because words beside it say the same, or because to a parent they say nothing?"""

from collections.abc import Mapping

from overstap.domain.rapporten.catalogue import Deel
from overstap.domain.rapporten.catalogue.typen import Groep, Keuze, Meerkeuze, Rijen, Veldtype, is_leeg, type_waarde


def zonder_codes(soort: Veldtype, waarde: type_waarde, *, ouders: bool) -> type_waarde:
    """The same value as this reader sees it; None where nothing is left.

    A code whose meaning was never published stays for the schools, which may know it, and says nothing to a parent,
    unless without it the value beside it says nothing either.
    """
    if isinstance(soort, Groep):
        return {
            deel.naam: zonder_codes(deel.type, waarde[deel.naam], ouders=ouders and not deel.onmisbaar)
            for deel in soort.gevuld(waarde)
            if _nodig(deel, waarde, ouders=ouders)
        }
    if isinstance(soort, Rijen):
        return tuple(zonder_codes(soort.groep, rij, ouders=ouders) for rij in waarde)
    if ouders and isinstance(soort, Keuze):
        return waarde if soort.lijst.is_openbaar(waarde) else None
    if ouders and isinstance(soort, Meerkeuze):
        return tuple(filter(soort.lijst.is_openbaar, waarde))
    return waarde


def _nodig(deel: Deel, waarde: Mapping[str, type_waarde], *, ouders: bool) -> bool:
    in_woorden = bool(deel.code_van) and not is_leeg(waarde.get(deel.code_van))
    return deel.toont(waarde[deel.naam], ouders=ouders) and not in_woorden
