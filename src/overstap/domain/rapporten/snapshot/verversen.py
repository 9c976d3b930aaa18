"""What does a new import from the LAS change, without touching what people wrote?"""

from collections.abc import Iterable, Iterator, Mapping

from overstap.domain.rapporten.catalogue import Bron, Deel, Veld
from overstap.domain.rapporten.catalogue.typen import Documenten, Rijen, type_waarde


def ververst(
    oud: Mapping[str, type_waarde], las: Mapping[str, type_waarde], velden: Iterable[Veld]
) -> Iterator[tuple[str, type_waarde]]:
    """(name, value) of every veld that the LAS renews; None where the LAS no longer has it."""
    for veld in velden:
        if veld.bron is Bron.LAS:
            yield veld.naam, _nieuwe_waarde(veld, oud.get(veld.naam), las.get(veld.naam))
        elif veld.bron is Bron.SCHOOL and veld.naam in las and veld.naam not in oud:
            yield veld.naam, las[veld.naam]


def _nieuwe_waarde(veld: Veld, oud: type_waarde, nieuw: type_waarde) -> type_waarde:
    if not isinstance(veld.type, Rijen) or not oud or not nieuw:
        return nieuw
    eigen = frozenset(deel.naam for deel in veld.type.delen if deel.bron is Bron.SCHOOL)
    return _met_eigen_delen(veld.type.delen, eigen, oud, nieuw) if eigen else nieuw


def _met_eigen_delen(
    delen: tuple[Deel, ...],
    eigen: frozenset[str],
    oud: tuple[type_waarde, ...],
    nieuw: tuple[type_waarde, ...],
) -> tuple[type_waarde, ...]:
    """The new rows, each with what people wrote at the old row that looks most like it."""
    namen = [deel.naam for deel in delen if deel.naam not in eigen and not isinstance(deel.type, Documenten)]
    over, rijen = list(oud), []
    for rij in nieuw:
        gelijkenis = [_gelijkenis(rij, vorige, namen) for vorige in over]
        if not over or max(gelijkenis) <= 0:
            rijen.append(rij)
            continue
        vorige = over.pop(gelijkenis.index(max(gelijkenis)))
        rijen.append({**rij, **{naam: vorige[naam] for naam in eigen & vorige.keys()}})
    return tuple(rijen)


def _gelijkenis(rij: type_waarde, vorige: type_waarde, namen: list[str]) -> int:
    """How many more parts are the same than differ; nought or less is another row."""
    gelijk = len([naam for naam in namen if naam in rij and rij[naam] == vorige.get(naam)])
    anders = len([naam for naam in namen if rij.get(naam) != vorige.get(naam)])
    return gelijk - anders
