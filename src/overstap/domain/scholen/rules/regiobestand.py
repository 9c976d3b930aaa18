"""What holds in one region, once its file was checked: words, terms, schools, dates, colours, questions?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from overstap.domain.scholen.enums import Onderwijs, Organisatiesoort
from overstap.domain.scholen.rules.kalender import Kalender


@dataclass(frozen=True)
class School:
    """One vestiging as the region file gives it (art. 3-d: name, address, telephone, e-mail).

    `opgegaan_in` is the BRIN of the school into which it merged; its own BRIN then has ended. `bestuur` is the number
    of its board (DUO), `laatste_dag` the last day on which the school is there. `swv` is the number of the
    samenwerkingsverband of a vo school, empty where nobody said which.
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
    bestuur: str = ""
    swv: str = ""
    laatste_dag: date | None = None

    @property
    def sleutel(self) -> str:
        """What tells one vestiging from all others: "99XA-00"."""
        return f"{self.brin}-{self.vestiging}"

    def gegevens(self) -> dict[str, str]:
        """What is stored beside the name, the kind and the place of a school."""
        waarden = {naam: waarde for naam, waarde in asdict(self).items() if naam not in _EIGEN_KOLOM}
        laatste = waarden.pop("laatste_dag")
        return {**waarden, **({"laatste_dag": laatste.isoformat()} if laatste else {})}

    @classmethod
    def uit(cls, kolommen: Mapping[str, str], gegevens: Mapping[str, Any]) -> School:
        """The school of its own columns and of `gegevens`, as they were stored."""
        laatste = str(gegevens.get("laatste_dag") or "")
        teksten = {naam: str(gegevens.get(naam) or "") for naam in _TEKSTEN}
        return cls(
            **kolommen,  # type: ignore[arg-type]  # the columns are named as the fields
            **teksten,  # type: ignore[arg-type]  # these fields are texts
            aanleverpunt=str(gegevens.get("aanleverpunt") or "0"),
            onderwijs=Onderwijs(gegevens.get("onderwijs") or Onderwijs.BO),
            laatste_dag=date.fromisoformat(laatste) if laatste else None,
        )


_EIGEN_KOLOM = frozenset({"brin", "vestiging", "naam", "soort", "plaats"})
_TEKSTEN = ("straat", "huisnummer", "postcode", "telefoon", "email", "opgegaan_in", "bestuur", "swv")


SWVNUMMER = "VO[0-9]{4}"


@dataclass(frozen=True)
class Samenwerkingsverband:
    """A samenwerkingsverband of the region: its number (VO and four digits, as DUO gives it), and how to reach it.

    `routes` is what it says of each zorgroute, where that is not what the law says; the zorgroutes know what may stand
    there.
    """

    code: str
    naam: str
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    routes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def tabel(self) -> dict[str, Any]:
        """What stands under its number in the file of the region."""
        return {naam: waarde for naam, waarde in asdict(self).items() if naam != "code"}

    def gegevens(self) -> dict[str, Any]:
        """What is stored beside the number, the name and the place."""
        return {"telefoon": self.telefoon, "email": self.email, "routes": dict(self.routes)}

    @classmethod
    def uit(cls, kolommen: Mapping[str, str], gegevens: Mapping[str, Any]) -> Samenwerkingsverband:
        """The samenwerkingsverband of its own columns and of `gegevens`, as they were stored."""
        teksten = {veld: str(gegevens.get(veld) or "") for veld in ("telefoon", "email")}
        return cls(**kolommen, **teksten, routes=gegevens.get("routes", {}))


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
    """A checked region file. ``kalenders`` holds only the moments that differ from the national ones.

    `verbanden` are its samenwerkingsverbanden, at least one, by their number.
    """

    naam: str
    verbanden: tuple[Samenwerkingsverband, ...]
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
    besturen: Mapping[str, str] = field(default_factory=dict)
    """The boards by their number, with their name."""
    mails: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Its own texts of mails, by kind and language."""

    def kalender(self, schooljaar: str) -> Kalender:
        """The calendar of a school year in this region."""
        return Kalender.landelijk(schooljaar).met(self.kalenders.get(schooljaar, {}))

    def instellingen(self) -> dict[str, Any]:
        """Everything but the schools as plain JSON values, to be stored with the region."""
        return {
            "swv": [swv.code for swv in self.verbanden],
            "woorden": asdict(self.woorden),
            "contact": asdict(self.contact),
            "besturen": dict(self.besturen),
            "mails": {soort: dict(teksten) for soort, teksten in self.mails.items()},
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

    def aangevuld_met(self, nieuw: Regiobestand) -> Regiobestand:
        """The newer file, with the schools of this one that it does not name: nobody takes a school away unasked.

        The board and the samenwerkingsverband of such a school stay with it.
        """
        scholen = {school.sleutel: school for school in (*self.scholen, *nieuw.scholen)}
        genoemd = {nummer for school in scholen.values() for nummer in (school.bestuur, school.swv)}
        besturen = {nummer: naam for nummer, naam in self.besturen.items() if nummer in genoemd}
        verbanden = {swv.code: swv for swv in self.verbanden if swv.code in genoemd}
        verbanden |= {swv.code: swv for swv in nieuw.verbanden}
        return replace(
            nieuw,
            scholen=tuple(scholen.values()),
            besturen={**besturen, **nieuw.besturen},
            verbanden=tuple(verbanden[code] for code in sorted(verbanden)),
        )

    def weg_in(self, nieuw: Regiobestand) -> list[Samenwerkingsverband]:
        """The samenwerkingsverbanden of this region that the newer file no longer names."""
        blijft = {swv.code for swv in nieuw.verbanden}
        return [swv for swv in self.verbanden if swv.code not in blijft]

    @classmethod
    def uit(
        cls,
        naam: str,
        instellingen: Mapping[str, Any],
        verbanden: tuple[Samenwerkingsverband, ...],
        scholen: tuple[School, ...],
    ) -> Regiobestand:
        """The file of a region as it is stored: the way back of `instellingen`."""
        velden = {
            veld: Regioveld(str(wat.get("uitleg") or ""), vragen=True if wat.get("vragen") else None)
            for veld, wat in instellingen.get("velden", {}).items()
        }
        kalenders = {
            jaar: {moment: date.fromisoformat(dag) for moment, dag in momenten.items()}
            for jaar, momenten in instellingen.get("kalenders", {}).items()
        }
        return cls(
            naam=naam,
            verbanden=verbanden,
            woorden=Regiowoorden(**instellingen["woorden"]),
            reactietermijn_dagen=instellingen["reactietermijn_dagen"],
            gegevens_hoogstens_dagen=instellingen["gegevens_hoogstens_dagen"],
            pro_besluit_vragen=instellingen["pro_besluit_vragen"],
            standaard_bijlagesoorten=tuple(instellingen["standaard_bijlagesoorten"]),
            kleuren=dict(instellingen.get("kleuren", {})),
            kalenders=kalenders,
            scholen=scholen,
            velden=velden,
            contact=Regiocontact(**instellingen.get("contact", {})),
            besturen=dict(instellingen.get("besturen", {})),
            mails={soort: dict(teksten) for soort, teksten in instellingen.get("mails", {}).items()},
        )


def kalender_uit_instellingen(instellingen: Mapping[str, Any], schooljaar: str) -> Kalender:
    """The calendar of a school year from stored ``Regiobestand.instellingen``; national where nothing is set."""
    eigen = instellingen.get("kalenders", {}).get(schooljaar, {})
    return Kalender.landelijk(schooljaar).met({moment: date.fromisoformat(dag) for moment, dag in eigen.items()})
