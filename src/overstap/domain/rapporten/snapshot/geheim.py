"""What may nobody outside the school see, because somebody's address or number is secret?

A secret flag closes the parts that name it (`geheim_als`), beside it and in everything below it: with a
secret address of the pupil the addresses of the carers stay away too, for there the pupil lives.
"""

from collections.abc import Iterable, Mapping

from overstap.domain.rapporten.catalogue import Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Groep, JaNee, Rijen, Veldtype, type_waarde


def zonder_geheim(waarden: Mapping[str, type_waarde], delen: Iterable[Veld | Deel]) -> dict[str, type_waarde]:
    """The same values without what is secret; `delen` are the velden (or parts) that describe them."""
    return _open(waarden, tuple(delen), frozenset())


def _open(
    waarden: Mapping[str, type_waarde], delen: tuple[Veld | Deel, ...], al_geheim: frozenset[str]
) -> dict[str, type_waarde]:
    vlaggen = frozenset(deel.naam for deel in delen if isinstance(deel.type, JaNee) and waarden.get(deel.naam) is True)
    geheim = al_geheim | vlaggen
    return {
        deel.naam: _dieper(deel.type, waarden[deel.naam], geheim)
        for deel in delen
        if deel.naam in waarden and deel.geheim_als not in geheim
    }


def _dieper(soort: Veldtype, waarde: type_waarde, geheim: frozenset[str]) -> type_waarde:
    if isinstance(soort, Groep):
        return _open(waarde, soort.delen, geheim)
    if isinstance(soort, Rijen):
        return tuple(_open(rij, soort.delen, geheim) for rij in waarde)
    return waarde
