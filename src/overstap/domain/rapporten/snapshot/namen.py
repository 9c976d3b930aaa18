"""How does the name of somebody else leave a report, and who that is take its place?

A writer says which name it is; nobody guesses, and the name is kept nowhere.
"""

import re
from collections.abc import Iterable, Mapping

from overstap.domain.rapporten.catalogue import Bron, Catalogus, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Documenten, Groep, Rijen, Tekst, Veldtype, type_waarde


def met_rolwoord(
    waarden: Mapping[str, type_waarde], naam: str, rolwoord: str, lijst: Catalogus | None = None
) -> tuple[dict[str, type_waarde], int]:
    """(the velden that change, how often the name stood there), in everything that people here wrote."""
    woord = re.compile(rf"(?<!\w){re.escape(naam)}(?!\w)", re.IGNORECASE)
    anders = {
        veld.naam: _vervang(_eigen(veld), waarden[veld.naam], woord, rolwoord)
        for veld in _geschreven((lijst or catalogus()).velden.values())
        if veld.naam in waarden
    }
    wijzigingen = {veld: waarde for veld, (waarde, keer) in anders.items() if keer}
    return wijzigingen, sum(keer for _waarde, keer in anders.values())


def _geschreven(velden: Iterable[Veld]) -> Iterable[Veld]:
    """Names of people have a place of their own in what comes from the LAS; only what is added there is looked at."""
    return (veld for veld in velden if veld.bron is not Bron.ADVIES and veld.naam not in _MET_NAAM)


def _eigen(veld: Veld) -> Veldtype:
    """The type of a veld with only the parts that people here write."""
    if veld.bron is Bron.SCHOOL:
        return veld.type
    delen = veld.type.delen if isinstance(veld.type, Groep | Rijen) else ()
    groep = Groep(tuple(deel for deel in delen if deel.bron is Bron.SCHOOL))
    return Rijen(groep, "") if isinstance(veld.type, Rijen) else groep if delen else _GEEN


_GEEN = Documenten()


# Here a name belongs: whom the vo school calls, and who did a test.
_MET_NAAM = frozenset({"contactpersoon", "contactemail", "capaciteitenonderzoek"})


def _vervang(soort: Veldtype, waarde: type_waarde, woord: re.Pattern[str], rol: str) -> tuple[type_waarde, int]:
    if isinstance(soort, Groep):
        delen = {deel.naam: _vervang(deel.type, waarde[deel.naam], woord, rol) for deel in soort.gevuld(waarde)}
        return {**waarde, **{naam: nieuw for naam, (nieuw, _) in delen.items()}}, sum(n for _, n in delen.values())
    if isinstance(soort, Rijen):
        rijen = [_vervang(soort.groep, rij, woord, rol) for rij in waarde]
        return tuple(rij for rij, _ in rijen), sum(n for _, n in rijen)
    if isinstance(soort, Tekst) and not soort.code:
        return _in_zin(waarde, woord, rol)
    return waarde, 0


def _in_zin(tekst: str, woord: re.Pattern[str], rol: str) -> tuple[str, int]:
    """With a capital where a sentence begins."""

    def rolwoord(gevonden: re.Match[str]) -> str:
        ervoor = tekst[: gevonden.start()].rstrip()
        return rol[:1].upper() + rol[1:] if not ervoor or ervoor[-1] in ".!?\n" else rol

    return woord.subn(rolwoord, tekst)
