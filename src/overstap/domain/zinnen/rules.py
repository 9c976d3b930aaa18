"""What may a sentence of the school hold, and how does it come to be about one pupil?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from overstap.domain.rapporten.catalogue import Bron, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea, schoon
from overstap.domain.rapporten.rules.teksten import Geschreven, bezwaren_in

LANGSTE_ZIN = 1000
# A list in which nobody finds anything any more helps nobody.
MEESTE_PER_VELD = 50

# What stands in the place of a pupil, by geslacht; who has none in the report is "die".
INVULPLEKKEN: dict[str, dict[str, str]] = {
    "hij": {"vrouw": "zij", "man": "hij", "": "die"},
    "hem": {"vrouw": "haar", "man": "hem", "": "hen"},
    "zijn": {"vrouw": "haar", "man": "zijn", "": "hun"},
}
ROEPNAAM = "roepnaam"
_PLEK = re.compile(r"«\s*(\w+)\s*»")
# A keyboard has no «; these three are easy to type.
_GETYPT = re.compile(r"(?:<<|\[|\{)\s*(\w+)\s*(?:>>|\]|\})")
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# A name of this length or longer is hardly ever a word of the language, so it counts in lower case too.
_LANGE_NAAM = 5


class ZinGeweigerd(Exception):
    """This sentence cannot be kept; `zin` says why and what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def velden_met_zinnen() -> tuple[tuple[Sectie, tuple[Veld, ...]], ...]:
    """The velden in which people write, by sectie: there a sentence can be put."""
    secties = ((sectie, tuple(veld for veld in sectie.velden if kan_zinnen(veld))) for sectie in catalogus().secties)
    return tuple((sectie, velden) for sectie, velden in secties if velden)


def kan_zinnen(veld: Veld) -> bool:
    """Is this a veld in which people of the school write their own words?"""
    return veld.bron is Bron.SCHOOL and isinstance(veld.type, Alinea)


def vul_in(tekst: str, roepnaam: str, geslacht: str) -> str:
    """The sentence about this pupil. `geslacht` is that of the report; what is not known there reads "die"."""
    return _PLEK.sub(lambda plek: _woord(plek[1], roepnaam, geslacht), tekst)


def maak_algemeen(tekst: str, roepnaam: str) -> str:
    """What somebody wrote about one pupil, with the invulplek where the roepnaam stood."""
    return re.sub(rf"\b{re.escape(roepnaam)}\b", f"«{ROEPNAAM}»", tekst) if roepnaam else tekst


def netjes(tekst: str) -> str:
    """The sentence as it is kept: one way to write an invulplek, no spaces around it."""
    return _GETYPT.sub(lambda plek: f"«{plek[1]}»", schoon(tekst)).strip()


def controleer_zin(tekst: str, veldnaam: str, namen: Iterable[Sequence[str]], vandaag: date) -> None:
    """Raise `ZinGeweigerd` unless this may be kept for that veld.

    `namen` are the (roepnaam, achternaam) of all pupils of the school: a sentence is about nobody.
    """
    veld = catalogus().velden.get(veldnaam)
    if veld is None or not kan_zinnen(veld):
        raise ZinGeweigerd("Kies bij welke vraag van het rapport deze zin hoort.")
    if not tekst:
        raise ZinGeweigerd("Er staat nog geen tekst. Schrijf eerst de zin.")
    if len(tekst) > LANGSTE_ZIN:
        raise ZinGeweigerd(f"Maak de zin korter: {len(tekst)} tekens, er passen er {LANGSTE_ZIN}.")
    for plek in _PLEK.findall(tekst):
        if plek.lower() not in {ROEPNAAM, *INVULPLEKKEN}:
            bekend = ", ".join(f"«{naam}»" for naam in (ROEPNAAM, *INVULPLEKKEN))
            raise ZinGeweigerd(f"«{plek}» kan Overstap niet invullen. Gebruik {bekend}.")
    if naam := _naam_in(tekst, namen):
        raise ZinGeweigerd(
            f"In de zin staat een naam van een leerling van uw school: {naam}. "
            f"Schrijf «{ROEPNAAM}» in plaats van de naam. Dan past de zin bij iedereen."
        )
    for bezwaar in bezwaren_in([Geschreven(Alinea(LANGSTE_ZIN), tekst, van_de_school=True)], vandaag):
        raise ZinGeweigerd(f"{bezwaar.zin} Een zin van de school gaat over niemand in het bijzonder.")


def _naam_in(tekst: str, namen: Iterable[Sequence[str]]) -> str:
    """The first word that is a name of a pupil; a short name counts with its capital only, because "bas" is a word."""
    bekend = {deel for mens in namen for naam in mens for deel in _delen(naam)}
    return next((woord for woord in _WOORD.findall(_PLEK.sub(" ", tekst)) if _is_naam(woord, bekend)), "")


def _is_naam(woord: str, bekend: set[str]) -> bool:
    return _kaal(woord) in bekend and (woord[0].isupper() or len(woord) >= _LANGE_NAAM)


def _delen(naam: str) -> Iterator[str]:
    """The words of a name that tell who it is: no "van", "de" or "el"."""
    for woord in _WOORD.findall(naam):
        if woord[0].isupper() and len(woord) > 1:
            yield _kaal(woord)


def _kaal(woord: str) -> str:
    ontleed = unicodedata.normalize("NFKD", woord)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold()


def _woord(plek: str, roepnaam: str, geslacht: str) -> str:
    if plek.lower() == ROEPNAAM:
        return roepnaam
    woorden = INVULPLEKKEN.get(plek.lower())
    if woorden is None:
        return f"«{plek}»"
    woord = woorden.get(geslacht, woorden[""])
    return woord.capitalize() if plek[0].isupper() else woord
