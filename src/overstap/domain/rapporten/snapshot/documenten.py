"""Which attachments does a content point at, once only some of them travel along?"""

from collections.abc import Iterable, Mapping

from overstap.domain.rapporten.catalogue import Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Documenten, Groep, Rijen, Veldtype, type_waarde


def alleen_documenten(
    waarden: Mapping[str, type_waarde], delen: Iterable[Veld | Deel], sleutels: frozenset[str]
) -> dict[str, type_waarde]:
    """The same values, pointing only at the attachments with these keys; `delen` describe the values."""
    return {deel.naam: _dieper(deel.type, waarden[deel.naam], sleutels) for deel in delen if deel.naam in waarden}


def _dieper(soort: Veldtype, waarde: type_waarde, sleutels: frozenset[str]) -> type_waarde:
    if isinstance(soort, Documenten):
        return tuple(sleutel for sleutel in waarde if sleutel in sleutels)
    if isinstance(soort, Groep):
        return alleen_documenten(waarde, soort.delen, sleutels)
    if isinstance(soort, Rijen):
        return tuple(alleen_documenten(rij, soort.delen, sleutels) for rij in waarde)
    return waarde
