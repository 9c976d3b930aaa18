"""How does one release of the OSO protocol spell its messages? One file per release says it, the unknowns included."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.uitkomst import Uitkomst

NIEUWSTE = "oso-2022"


@dataclass(frozen=True)
class Vorm:
    """How one message is built up: its fields in order (of a group: every row of which one must be there).

    `rest` is the field that takes every value that has no field of its own: nobody published what may stand there.
    """

    soort: str
    antwoord: str
    verplicht: tuple[str, ...]
    volgorde: tuple[str, ...]
    keuzes: tuple[tuple[tuple[str, ...], ...], ...]
    punten: bool
    dossier: bool
    voorbeeld: bool
    rest: str = ""


@dataclass(frozen=True)
class Code:
    """A result on the wire. `rang` orders the best result of a session; `bekend`: was this published?"""

    naam: str
    betekent: Uitkomst
    rang: int
    bekend: bool


@dataclass(frozen=True)
class Onbekend:
    """Something that nobody published, and what we chose until somebody does."""

    gat: str
    wat: str
    keuze: str


@dataclass(frozen=True)
class Registervorm:
    """How this release speaks with the Onderwijs Serviceregister: paths, names of fields, and what an answer means.

    `vraag` and `adres` map our name of a field to theirs. `school_oin` makes the OIN of a school of its BRIN.
    """

    machtigingen: str
    endpoints: str
    school_oin: str
    goed: str
    slecht: str
    token: str
    soort: str
    ontvanger: str
    geldig_seconden: int
    kop_soort: str
    kop_vingerafdruk: str
    vraag: Mapping[str, str]
    adres: Mapping[str, str]


@dataclass(frozen=True)
class Uitgave:
    """One release as data: `velden` maps our name of a field to its place in a message ("a/b")."""

    naam: str
    naamruimte: str
    naamruimten: frozenset[str]
    voorvoegsel: str
    velden: Mapping[str, str]
    punt: Mapping[str, str]
    vormen: Mapping[str, Vorm]
    codes: Mapping[str, Code]
    onbekend: tuple[Onbekend, ...]
    osr: Registervorm | None = None

    def vorm(self, soort: str) -> Vorm:
        """The form of a message; raises `Draadfout` ("onbekend_bericht")."""
        if soort not in self.vormen:
            raise Draadfout("onbekend_bericht")
        return self.vormen[soort]

    def code(self, naam: str) -> Code:
        """What a result means; one that nobody knows is a technical fault that nobody tries again."""
        return self.codes.get(naam, Code(naam, Uitkomst.TECHNISCH, 0, bekend=False))

    def code_voor(self, uitkomst: Uitkomst) -> Code:
        """How this release says that something came out like this: the highest code with that meaning."""
        return max((code for code in self.codes.values() if code.betekent is uitkomst), key=lambda code: code.rang)


@cache
def uitgaven() -> Mapping[str, Uitgave]:
    """Every release that we have a file of, by its name."""
    bestanden = sorted((files(__package__) / "uitgaven").iterdir(), key=lambda bestand: bestand.name)
    gelezen = (lees_uitgave(bestand.read_text(encoding="utf-8")) for bestand in bestanden)
    return {uitgave.naam: uitgave for uitgave in gelezen}


def lees_uitgave(tekst: str) -> Uitgave:
    """A release from its file (TOML). Raises KeyError or ValueError when the file is not whole."""
    ruw = tomllib.loads(tekst)
    velden, groepen = dict(ruw["velden"]), ruw["groepen"]
    vormen = {soort: _vorm(soort, vorm, velden, groepen) for soort, vorm in ruw["berichten"].items()}
    return Uitgave(
        naam=ruw["naam"],
        naamruimte=ruw["naamruimte"],
        naamruimten=frozenset({ruw["naamruimte"], *ruw["ook_lezen"]}),
        voorvoegsel=ruw["voorvoegsel"],
        velden=velden,
        punt=dict(ruw["aanleverpunt"]),
        vormen=vormen,
        codes=dict(_codes(ruw["resultaten"])),
        onbekend=tuple(Onbekend(**een) for een in ruw["onbekend"]),
        osr=Registervorm(**ruw["osr"]) if "osr" in ruw else None,
    )


def _vorm(soort: str, ruw: dict[str, Any], velden: Mapping[str, str], groepen: dict[str, list[list[str]]]) -> Vorm:
    verplicht: list[str] = []
    volgorde: list[str] = []
    keuzes = []
    for woord in ruw["velden"]:
        if woord in groepen:
            keuzes.append(tuple(tuple(rij) for rij in groepen[woord]))
            volgorde += [veld for rij in groepen[woord] for veld in rij]
            continue
        veld = woord.removesuffix("?")
        volgorde.append(veld)
        if veld == woord:
            verplicht.append(veld)
    if vreemd := set(volgorde) - velden.keys():
        raise ValueError(f"{soort}: geen plek voor {', '.join(sorted(vreemd))}")
    return Vorm(
        soort=soort,
        antwoord=ruw.get("antwoord", ""),
        verplicht=tuple(verplicht),
        volgorde=tuple(volgorde),
        keuzes=tuple(keuzes),
        punten=ruw.get("punten", False),
        dossier=ruw.get("dossier", False),
        voorbeeld=ruw.get("voorbeeld", False),
        rest=ruw.get("rest", ""),
    )


def _codes(ruw: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Code]]:
    for naam, code in ruw.items():
        yield naam, Code(naam, Uitkomst(code["betekent"]), code["rang"], bekend=code["bekend"])
