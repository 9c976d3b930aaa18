"""What holds in one region, once its file was checked: words, terms, schools, dates, colours, questions?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from overstap.domain.scholen.enums import Onderwijs, Organisatiesoort
from overstap.domain.scholen.rules.kalender import Kalender


@dataclass(frozen=True)
class School:
    """One vestiging as the region file gives it (art. 3-d: name, address, telephone, e-mail).

    `opgegaan_in` is the BRIN of the school into which it merged; its own BRIN then has ended.
    """

    brin: str
    vestiging: str
    naam: str
    soort: Organisatiesoort
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    telefoon: str
    email: str
    aanleverpunt: str
    onderwijs: Onderwijs = Onderwijs.BO
    opgegaan_in: str = ""


@dataclass(frozen=True)
class Samenwerkingsverband:
    """The samenwerkingsverband of the region: its number (VO and four digits, as DUO gives it), and how to reach it."""

    code: str
    naam: str
    plaats: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True)
class Regiowoorden:
    """What the region calls things, such as "OKR" or "oki-doc"."""

    rapport: str = "OKR"
    rapport_lang: str = "onderwijskundig rapport"


@dataclass(frozen=True)
class Regiocontact:
    """Whom a school asks when the help does not tell: shown to everybody, so never the number of one person at home."""

    naam: str = ""
    telefoon: str = ""
    email: str = ""
    bereikbaar: str = ""


@dataclass(frozen=True)
class Regioveld:
    """What a region says about one question of the report: an explanation of its own, and whether it asks for it."""

    uitleg: str = ""
    vragen: bool | None = None


@dataclass(frozen=True)
class Regiobestand:
    """A checked region file. ``kalenders`` holds only the moments that differ from the national ones."""

    naam: str
    swv: Samenwerkingsverband
    woorden: Regiowoorden
    reactietermijn_dagen: int
    gegevens_hoogstens_dagen: int
    pro_besluit_vragen: bool
    standaard_bijlagesoorten: tuple[str, ...]
    kleuren: Mapping[str, str]
    kalenders: Mapping[str, Mapping[str, date]]
    scholen: tuple[School, ...]
    velden: Mapping[str, Regioveld] = field(default_factory=dict)
    contact: Regiocontact = field(default_factory=Regiocontact)

    def kalender(self, schooljaar: str) -> Kalender:
        """The calendar of a school year in this region."""
        return Kalender.landelijk(schooljaar).met(self.kalenders.get(schooljaar, {}))

    def instellingen(self) -> dict[str, Any]:
        """Everything but the schools as plain JSON values, to be stored with the region."""
        return {
            "swv": self.swv.code,
            "swv_naam": self.swv.naam,
            "woorden": asdict(self.woorden),
            "contact": asdict(self.contact),
            "reactietermijn_dagen": self.reactietermijn_dagen,
            "gegevens_hoogstens_dagen": self.gegevens_hoogstens_dagen,
            "pro_besluit_vragen": self.pro_besluit_vragen,
            "standaard_bijlagesoorten": list(self.standaard_bijlagesoorten),
            "kleuren": dict(self.kleuren),
            "velden": {
                naam: {"uitleg": veld.uitleg, "vragen": bool(veld.vragen)} for naam, veld in self.velden.items()
            },
            "kalenders": {
                jaar: {moment: dag.isoformat() for moment, dag in momenten.items()}
                for jaar, momenten in self.kalenders.items()
            },
        }


def kalender_uit_instellingen(instellingen: Mapping[str, Any], schooljaar: str) -> Kalender:
    """The calendar of a school year from stored ``Regiobestand.instellingen``; national where nothing is set."""
    eigen = instellingen.get("kalenders", {}).get(schooljaar, {})
    return Kalender.landelijk(schooljaar).met({moment: date.fromisoformat(dag) for moment, dag in eigen.items()})
