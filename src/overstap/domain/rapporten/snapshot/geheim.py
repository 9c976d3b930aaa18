"""What may nobody outside the school see, because somebody's address or number is secret?

A secret flag closes the parts that name it (`geheim_als`), beside it and in everything below it: with a
secret address of the pupil the addresses of the carers stay away too, for there the pupil lives.
"""

from collections.abc import Iterable, Mapping

from overstap.domain.rapporten.catalogue import Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Groep, JaNee, Rijen, Veldtype, type_waarde

# The same place in another content, whose flags count too; of rows that are all rows there.
type_ook = tuple[Mapping[str, type_waarde], ...]


def zonder_geheim(
    waarden: Mapping[str, type_waarde], delen: Iterable[Veld | Deel], ook: Mapping[str, type_waarde] | None = None
) -> dict[str, type_waarde]:
    """The same values without what is secret; `delen` are the velden (or parts) that describe them.

    `ook` is a later content: what became secret there is secret here as well, so that a comparison shows no address
    that may no longer be seen.
    """
    return _open(waarden, tuple(delen), frozenset(), (ook,) if ook is not None else ())


def _open(
    waarden: Mapping[str, type_waarde], delen: tuple[Veld | Deel, ...], al_geheim: frozenset[str], ook: type_ook
) -> dict[str, type_waarde]:
    ja_nee = [deel.naam for deel in delen if isinstance(deel.type, JaNee)]
    vlaggen = frozenset(naam for naam in ja_nee if any(plek.get(naam) is True for plek in (waarden, *ook)))
    geheim = al_geheim | vlaggen
    return {
        deel.naam: _dieper(
            deel.type, waarden[deel.naam], geheim, tuple(plek[deel.naam] for plek in ook if deel.naam in plek)
        )
        for deel in delen
        if deel.naam in waarden and deel.geheim_als not in geheim
    }


def _dieper(soort: Veldtype, waarde: type_waarde, geheim: frozenset[str], ook: tuple[type_waarde, ...]) -> type_waarde:
    if isinstance(soort, Groep):
        return _open(waarde, soort.delen, geheim, ook)
    if isinstance(soort, Rijen):
        rijen = tuple(rij for plek in ook for rij in plek)
        return tuple(_open(rij, soort.delen, geheim, rijen) for rij in waarde)
    return waarde
