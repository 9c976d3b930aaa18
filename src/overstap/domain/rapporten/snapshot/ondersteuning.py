"""Does this report tell of support: what does an import answer by itself, and what stays at home after a no?"""

from collections.abc import Iterable, Mapping

from overstap.domain.rapporten.catalogue import Bron, Catalogus, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import is_leeg, type_waarde

VRAAG = "ondersteuningsvraag"


def antwoord_na_import(
    oud: Mapping[str, type_waarde], nieuw: Mapping[str, type_waarde], velden: Iterable[Veld]
) -> dict[str, bool]:
    """The answer that an import gives: yes when the LAS brings support that was not there before, else nothing.

    Somebody may have said no to what the LAS already had; that answer stays.
    """
    if nieuw.get(VRAAG) is True:
        return {}
    erbij = any(_zegt_iets(nieuw.get(naam)) and nieuw[naam] != oud.get(naam) for naam in _uit_las(velden))
    return {VRAAG: True} if erbij else {}


def antwoord_bij_begin(inhoud: Mapping[str, type_waarde], lijst: Catalogus | None = None) -> dict[str, bool]:
    """The answer that a file gives when it begins a new report."""
    return antwoord_na_import({}, inhoud, (lijst or catalogus()).velden.values())


def uit_las_over_ondersteuning(inhoud: Mapping[str, type_waarde], lijst: Catalogus | None = None) -> tuple[Veld, ...]:
    """The velden about support that the LAS filled: the reason why a form says yes."""
    velden = (lijst or catalogus()).velden
    return tuple(velden[naam] for naam in _uit_las(velden.values()) if _zegt_iets(inhoud.get(naam)))


def gaat_niet_mee(inhoud: Mapping[str, type_waarde], lijst: Catalogus | None = None) -> tuple[Veld, ...]:
    """The filled velden that stay at home because somebody answered no: kept, and no part of the report."""
    if inhoud.get(VRAAG) is not False:
        return ()
    velden = (lijst or catalogus()).velden.values()
    return tuple(veld for veld in velden if _onder_de_vraag(veld) and _zegt_iets(inhoud.get(veld.naam)))


def _uit_las(velden: Iterable[Veld]) -> list[str]:
    # The file says it too, but a person may change it: the one question about support that has bron SCHOOL.
    return [
        veld.naam for veld in velden if _onder_de_vraag(veld) and (veld.bron is Bron.LAS or veld.naam == _MEDICIJNEN)
    ]


_MEDICIJNEN = "medicijngebruik"


def _onder_de_vraag(veld: Veld) -> bool:
    voorwaarde = veld.alleen_als
    return voorwaarde is not None and VRAAG in {voorwaarde.veld, voorwaarde.en.veld if voorwaarde.en else ""}


def _zegt_iets(waarde: type_waarde) -> bool:
    """A no (such as: no medicines) is an answer, but tells of no support."""
    return waarde is not False and not is_leeg(waarde)
