"""What does a new import from the LAS change, and what does a form: neither touches what the other keeps?"""

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


def van_de_school(
    oud: Mapping[str, type_waarde], ingevuld: Mapping[str, type_waarde], velden: Iterable[Veld]
) -> Iterator[tuple[str, type_waarde]]:
    """(name, value) of what people may write of `ingevuld`: the velden of the school, and its parts in rows of the LAS.

    Anything else that a form sends is left out: names and results are mended in the LAS.
    """
    for veld in velden:
        if veld.naam not in ingevuld:
            continue
        if veld.bron is Bron.SCHOOL:
            yield veld.naam, ingevuld[veld.naam]
        elif veld.bron is Bron.LAS and isinstance(veld.type, Rijen):
            yield veld.naam, _alleen_eigen_delen(veld.type, oud.get(veld.naam) or (), ingevuld[veld.naam] or ())


def _alleen_eigen_delen(soort: Rijen, oud: tuple[type_waarde, ...], ingevuld: tuple[type_waarde, ...]) -> type_waarde:
    eigen = frozenset(deel.naam for deel in soort.delen if deel.bron is Bron.SCHOOL)
    if not eigen or len(oud) != len(ingevuld):
        return oud
    return tuple({**rij, **{naam: nieuw.get(naam) for naam in eigen}} for rij, nieuw in zip(oud, ingevuld, strict=True))


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
