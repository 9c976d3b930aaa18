"""What do people type of a test of a pupil without a file from the LAS, and which row of the report is that?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.typen import (
    Datum,
    Decimaal,
    Gebrek,
    Getal,
    Groep,
    Keuze,
    Tekst,
    is_leeg,
    type_waarde,
)
from overstap.domain.rapporten.catalogue.veld import Bron, Deel

LANDELIJK = "Landelijk"
# A didactische leeftijd counts ten months a year from group 3; special education goes on somewhat longer.
MEESTE_MAANDEN = 100


def _niveau(soort: str) -> Tekst:
    """One level of an ordered scale, typed: a select of five cannot be emptied with one key, and this can."""
    hoogste_eerst = codelijsten.BANDEN[soort][::-1]
    zin = f"Vul {', '.join(hoogste_eerst[:-1])} of {hoogste_eerst[-1]} in."
    return Tekst(3, f"(?i:{'|'.join(hoogste_eerst)})", zin, code=True)


# The scores that compare with the whole country, by their code of OSO codelijst 11.
_VERGELIJKINGEN = (
    Deel(naam="niveau_iv", label="Niveau I tot V", type=_niveau("IV"), uitleg="I is het hoogste deel, V het laagste."),
    Deel(
        naam="niveau_ae", label="Niveau A tot E", type=_niveau("AE"), uitleg="A is het hoogste niveau, E het laagste."
    ),
    Deel(
        naam="fn",
        label="FN",
        type=Tekst(20, code=True),
        uitleg="Alleen als uw LVS die zo noemt; schrijf het net zo.",
    ),
    Deel(
        naam="dle",
        label="DLE",
        type=Getal(0, MEESTE_MAANDEN),
        uitleg="Bij hoeveel maanden onderwijs de score past.",
    ),
)
_CODE = {"niveau_iv": "IV", "niveau_ae": "AE", "fn": "FN", "dle": "DLE"}
_SCORES = ("vaardigheidsscore", *_CODE)

VRAGEN = tuple(
    replace(deel, bron=Bron.SCHOOL)
    for deel in (
        Deel(
            naam="leergebied",
            label="Vak",
            type=Keuze(codelijsten.TOETSVAK),
            verplicht=True,
            bij_leeg="Kies bij welk vak de toets hoort.",
        ),
        Deel(
            naam="toetsnaam",
            label="Naam van de toets",
            type=Tekst(),
            uitleg="Zoals uw LVS die noemt.",
            verplicht=True,
            bij_leeg="Schrijf op welke toets het is.",
        ),
        Deel(
            naam="afnamedatum",
            label="Gemaakt op",
            type=Datum(),
            uitleg="Bijvoorbeeld 26-1-2026.",
            verplicht=True,
            bij_leeg="Vul in wanneer de leerling de toets maakte.",
        ),
        Deel(
            naam="jaargroep",
            label="In groep",
            type=Keuze(codelijsten.TOETSGROEP),
            verplicht=True,
            bij_leeg="Kies in welke groep de leerling toen zat.",
        ),
        Deel(
            naam="vaardigheidsscore",
            label="Vaardigheidsscore",
            type=Decimaal(-500, 1000),
            uitleg="Het getal van de toets zelf, als u dat heeft.",
        ),
        *_VERGELIJKINGEN,
        Deel(
            naam="dl",
            label="DL",
            type=Getal(0, MEESTE_MAANDEN),
            uitleg="Maanden onderwijs tot die dag, tien per jaar vanaf groep 3.",
        ),
    )
)


@dataclass(frozen=True)
class Toetsgroep(Groep):
    """The parts of one test. When `getypt` people answer `VRAGEN`, each of which is one value somewhere in the row."""

    getypt: bool = False

    @property
    def vraagdelen(self) -> tuple[Deel, ...]:
        return VRAGEN if self.getypt else self.delen

    def antwoorden(self, waarde: Mapping[str, type_waarde]) -> Mapping[str, type_waarde]:
        if not self.getypt:
            return waarde
        landelijk = {
            score["soort"]: score["waarde"]
            for score in waarde.get("referentiescores") or ()
            if score["vergelijkingsgroep"] == LANDELIJK
        }
        vergeleken = {naam: landelijk.get(code) for naam, code in _CODE.items()}
        dle = vergeleken["dle"]
        return {
            **waarde,
            **(waarde.get("toetsscore") or {}),
            **vergeleken,
            "dle": int(dle) if dle and dle.lstrip("-").isdecimal() else None,
        }

    def uit_antwoorden(
        self, waarde: Mapping[str, type_waarde], antwoorden: Mapping[str, type_waarde]
    ) -> dict[str, type_waarde]:
        if not self.getypt:
            return super().uit_antwoorden(waarde, antwoorden)
        eigen = {naam: antwoorden.get(naam) for naam in ("leergebied", "toetsnaam", "afnamedatum", "jaargroep", "dl")}
        return {
            **waarde,
            **eigen,
            # OSO wants a code of each test. Of one that was typed only the name is known, so that tells them apart.
            "toetscode": antwoorden.get("toetsnaam"),
            "toetsscore": {"vaardigheidsscore": antwoorden.get("vaardigheidsscore")},
            "referentiescores": tuple(_vergelijkingen(antwoorden)),
        }

    def ontbrekend(self, waarde: Mapping[str, type_waarde]) -> Iterable[Gebrek]:
        if not self.getypt:
            yield from super().ontbrekend(waarde)
            return
        antwoorden = self.antwoorden(waarde)
        for deel in VRAGEN:
            if deel.verplicht and is_leeg(antwoorden.get(deel.naam)):
                yield _gebrek(deel.naam, deel.bij_leeg)
        if all(is_leeg(antwoorden.get(naam)) for naam in _SCORES):
            yield _gebrek("vaardigheidsscore", "Vul minstens één score in: die van de toets, een niveau of een DLE.")
        if not is_leeg(antwoorden["dle"]) and is_leeg(antwoorden.get("dl")):
            yield _gebrek("dl", "Vul ook de DL in. Een DLE zegt pas iets naast de maanden onderwijs.")


def _vergelijkingen(antwoorden: Mapping[str, type_waarde]) -> Iterable[dict[str, str]]:
    for naam, code in _CODE.items():
        waarde = antwoorden.get(naam)
        if not is_leeg(waarde):
            tekst = str(waarde).strip().upper() if code in codelijsten.BANDEN else str(waarde)
            yield {"soort": code, "vergelijkingsgroep": LANDELIJK, "waarde": tekst}


def _gebrek(naam: str, zin: str) -> Gebrek:
    return Gebrek(naam, zin, zin)
