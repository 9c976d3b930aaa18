"""What may a sentence of the school hold, and how does it come to be about one pupil?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from overstap.domain.rapporten.catalogue import Bron, Deel, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea, Groep, Rijen, schoon
from overstap.domain.rapporten.rules.teksten import Geschreven, bezwaren_in
from overstap.foundation.weigering import Weigering

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
# One way to write an invulplek, for the hint, the list and what is kept: the one that a keyboard has keys for.
_PLEK = re.compile(r"\[(\w+)\]")
_GETYPT = re.compile(r"(?:<<|«|\[|\{)\s*(\w+)\s*(?:>>|»|\]|\})")
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# A name of this length or longer is hardly ever a word of the language, so it counts in lower case too.
_LANGE_NAAM = 5


class ZinGeweigerd(Weigering):
    """This sentence cannot be kept; `zin` says why and what to do."""


@dataclass(frozen=True)
class Zinplek:
    """A question whose answer people write in their own words: a veld ("gedrag_contact"), or a part of one.

    A part is named "thuissituatie-relatie", in rows too: a sentence fits every row.
    """

    naam: str
    label: str


def plekken_met_zinnen() -> tuple[tuple[Sectie, tuple[Zinplek, ...]], ...]:
    """Where a sentence can be put, by sectie."""
    secties = ((sectie, tuple(p for veld in sectie.velden for p in _plekken(veld))) for sectie in catalogus().secties)
    return tuple((sectie, plekken) for sectie, plekken in secties if plekken)


def plek_van(invoer: str) -> str:
    """The place of an input of a form: "diagnoses-0-relatie" is one of "diagnoses-relatie"."""
    return "-".join(deel for deel in invoer.split("-") if not deel.isdecimal())


def labels_van_plekken() -> dict[str, str]:
    """The question of each place, by its name."""
    return {plek.naam: plek.label for _sectie, plekken in plekken_met_zinnen() for plek in plekken}


def _plekken(veld: Veld) -> Iterator[Zinplek]:
    if isinstance(veld.type, Groep | Rijen):
        for deel in veld.type.delen:
            if _van_mensen(deel):
                yield Zinplek(f"{veld.naam}-{deel.naam}", f"{veld.label}: {deel.label}")
    elif _van_mensen(veld):
        yield Zinplek(veld.naam, veld.label)


def _van_mensen(bij: Veld | Deel) -> bool:
    """Do people of the school write their own words here?"""
    return bij.bron is Bron.SCHOOL and isinstance(bij.type, Alinea)


def vul_in(tekst: str, roepnaam: str, geslacht: str) -> str:
    """The sentence about this pupil. `geslacht` is that of the report; what is not known there reads "die"."""
    return _PLEK.sub(lambda plek: _woord(plek[1], roepnaam, geslacht), tekst)


def maak_algemeen(tekst: str, roepnaam: str) -> str:
    """What somebody wrote about one pupil, with the invulplek where the roepnaam stood."""
    return re.sub(rf"\b{re.escape(roepnaam)}\b", invulplek(ROEPNAAM), tekst) if roepnaam else tekst


def invulplek(naam: str) -> str:
    """How an invulplek is written, wherever somebody sees it."""
    return f"[{naam}]"


def netjes(tekst: str) -> str:
    """The sentence as it is kept: one way to write an invulplek, no spaces around it."""
    return _GETYPT.sub(lambda plek: invulplek(plek[1]), schoon(tekst)).strip()


def controleer_zin(tekst: str, plek: str, namen: Iterable[Sequence[str]], vandaag: date) -> None:
    """Raise `ZinGeweigerd` unless this may be kept for that place.

    `namen` are the (roepnaam, achternaam) of all pupils of the school: a sentence is about nobody.
    """
    if plek not in labels_van_plekken():
        raise ZinGeweigerd("Kies bij welke vraag van het rapport deze zin hoort.")
    if not tekst:
        raise ZinGeweigerd("Er staat nog geen tekst. Schrijf eerst de zin.")
    if len(tekst) > LANGSTE_ZIN:
        raise ZinGeweigerd(f"Maak de zin korter: {len(tekst)} tekens, er passen er {LANGSTE_ZIN}.")
    for naam in _PLEK.findall(tekst):
        if naam.lower() not in {ROEPNAAM, *INVULPLEKKEN}:
            bekend = ", ".join(map(invulplek, (ROEPNAAM, *INVULPLEKKEN)))
            raise ZinGeweigerd(f"{invulplek(naam)} kan Overstap niet invullen. Gebruik {bekend}.")
    if naam := _naam_in(tekst, namen):
        raise ZinGeweigerd(
            f"In de zin staat een naam van een leerling van uw school: {naam}. "
            f"Schrijf {invulplek(ROEPNAAM)} in plaats van de naam. Dan past de zin bij iedereen."
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
        return invulplek(plek)
    woord = woorden.get(geslacht, woorden[""])
    return woord.capitalize() if plek[0].isupper() else woord
