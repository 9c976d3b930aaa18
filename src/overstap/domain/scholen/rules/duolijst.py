"""What does DUO's open list of schools change in a region: who is new, changed, ended or merged?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from overstap.domain.scholen.enums import Duolijstsoort, Duovoorstelsoort, Organisatiesoort
from overstap.domain.scholen.rules.regiowijziging import schoolsleutel, type_inhoud
from overstap.foundation.weigering import Weigering

# A list says no more of a school than this; what it leaves empty stays as it is.
_VERGELIJK = ("naam", "straat", "huisnummer", "postcode", "plaats", "telefoon", "bestuur", "laatste_dag", "opgegaan_in")
# DUO writes places and streets in capitals in some years.
_SCHRIJFWIJZE = frozenset({"naam", "straat", "plaats", "huisnummer"})


@dataclass(frozen=True)
class Duoschool:
    """One row of the list: which vestiging, in which gemeente, and what the list says of it."""

    brin: str
    vestiging: str
    gemeente: str
    waarden: Mapping[str, Any]

    @property
    def sleutel(self) -> str:
        """Which vestiging: "99XA-00"."""
        return f"{self.brin}-{self.vestiging}"


@dataclass(frozen=True)
class Duovoorstel:
    """One school of which the list says something else; `anders` is what would change, in the form of the file."""

    soort: Duovoorstelsoort
    sleutel: str
    naam: str
    anders: type_inhoud
    waarom: str = ""


class AndereLijst(Weigering):
    """The list is of another kind of education than somebody said; `zin` says of which."""


def controleer_soort(inhoud: Mapping[str, Any], lijst: Iterable[Duoschool], soort: Duolijstsoort) -> None:
    """Raise `AndereLijst` when the list names a school of the region that is of another kind: po is not vo."""
    genoemd = {school.sleutel for school in lijst}
    for school in inhoud["scholen"]:
        if schoolsleutel(school) in genoemd and school["soort"] != soort.kolommen["soort"]:
            ander = Organisatiesoort(school["soort"]).label
            zin = f"In deze lijst staat {school['naam']}, en dat is een {ander}. Kies de lijst voor {soort.label}."
            raise AndereLijst(zin, "bestand")


def voorstellen(
    inhoud: Mapping[str, Any], lijst: Iterable[Duoschool], soort: Duolijstsoort, today: date
) -> list[Duovoorstel]:
    """What the list would change in a region (in the form of its file), in the order of the kinds.

    New is who shares a BRIN or a place with a school of the region. A school of this kind that the list does not name
    has ended; at the address of another one it seems to have merged into that.
    """
    hier = {schoolsleutel(school): school for school in inhoud["scholen"]}
    rijen = {school.sleutel: school for school in lijst}
    brins = {school["brin"] for school in hier.values()}
    plaatsen = {str(school.get("plaats", "")).casefold() for school in hier.values()}
    gevonden = []
    for sleutel, rij in rijen.items():
        if sleutel in hier:
            gevonden += _gewijzigd(hier[sleutel], rij)
        elif rij.brin in brins or str(rij.waarden.get("plaats", "")).casefold() in plaatsen:
            gevonden.append(_nieuw(rij, soort))
    for sleutel, school in hier.items():
        if sleutel not in rijen and "laatste_dag" not in school and soort.past(school):
            gevonden.append(_weg(sleutel, school, rijen.values(), today))
    return sorted(gevonden, key=lambda een: (list(Duovoorstelsoort).index(een.soort), een.naam))


def toegepast(inhoud: Mapping[str, Any], gekozen: Iterable[Duovoorstel]) -> type_inhoud:
    """The chosen schools as they become, by their key; what the list does not say stays as it is now."""
    hier = {schoolsleutel(school): school for school in inhoud["scholen"]}
    return {een.sleutel: {**hier.get(een.sleutel, {}), **een.anders} for een in gekozen}


def _gewijzigd(school: Mapping[str, Any], rij: Duoschool) -> list[Duovoorstel]:
    anders = {
        veld: waarde
        for veld in _VERGELIJK
        if (waarde := rij.waarden.get(veld)) and not _zelfde(veld, school.get(veld), waarde)
    }
    if not anders:
        return []
    if "opgegaan_in" in anders:
        soort = Duovoorstelsoort.FUSIE
    else:
        soort = Duovoorstelsoort.GESTOPT if "laatste_dag" in anders else Duovoorstelsoort.GEWIJZIGD
    return [Duovoorstel(soort, rij.sleutel, str(school["naam"]), anders)]


def _nieuw(rij: Duoschool, soort: Duolijstsoort) -> Duovoorstel:
    vast = {"brin": rij.brin, "vestiging": rij.vestiging, **soort.kolommen, "aanleverpunt": "0"}
    waarden = {veld: waarde for veld, waarde in rij.waarden.items() if waarde}
    return Duovoorstel(Duovoorstelsoort.NIEUW, rij.sleutel, str(rij.waarden.get("naam", "")), {**vast, **waarden})


def _weg(sleutel: str, school: Mapping[str, Any], rijen: Iterable[Duoschool], today: date) -> Duovoorstel:
    adres = [str(school.get(veld, "")).casefold() for veld in ("postcode", "huisnummer")]
    for rij in rijen:
        daar = [str(rij.waarden.get(veld, "")).casefold() for veld in ("postcode", "huisnummer")]
        if all(adres) and daar == adres and rij.brin != school["brin"]:
            anders = {"laatste_dag": today, "opgegaan_in": rij.brin}
            zin = f"Staat niet meer in de lijst. Op dit adres staat nu {rij.waarden.get('naam', rij.brin)}."
            return Duovoorstel(Duovoorstelsoort.FUSIE, sleutel, str(school["naam"]), anders, zin)
    zin = "Staat niet meer in de lijst. Kijk na of de school echt stopt."
    return Duovoorstel(Duovoorstelsoort.GESTOPT, sleutel, str(school["naam"]), {"laatste_dag": today}, zin)


def _zelfde(veld: str, oud: object, nieuw: object) -> bool:
    if veld in _SCHRIJFWIJZE:
        return str(oud or "").casefold().replace("-", "") == str(nieuw).casefold().replace("-", "")
    return oud == nieuw
