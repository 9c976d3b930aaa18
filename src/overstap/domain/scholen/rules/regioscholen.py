"""Which schools and boards does the file of a region name, and is what it says of them right?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from overstap.domain.scholen.enums import Onderwijs, Organisatiesoort
from overstap.domain.scholen.rules.fusies import kringen
from overstap.domain.scholen.rules.regiobestand import SWVNUMMER, School
from overstap.domain.scholen.rules.tomlbron import Tabellezer

type_lezer = Callable[[object, str], Tabellezer]
"""(values, name of the table) → who reads them and collects what is wrong."""

_IN_ZICHZELF = "Een school gaat niet in zichzelf op. Vul het BRIN van de andere school in."
_IN_EEN_KRING = "Deze scholen gaan in een kring in elkaar op. Laat dit leeg bij de school die blijft."
_BRIN = "[0-9]{2}[A-Z]{2}"


def lees_scholen(inhoud: Mapping[str, Any], lezer: type_lezer) -> tuple[School, ...]:
    """Every vestiging of the file, each with its own BRIN and number, and with a board that the file names."""
    rijen = inhoud.get("scholen", [])
    if not isinstance(rijen, list) or not rijen:
        lezer({}, "scholen").meld("", "Er zijn geen scholen. Begin elke school met [[scholen]].")
        return ()
    lezers = [lezer(rij, f"scholen[{nummer}]") for nummer, rij in enumerate(rijen, start=1)]
    scholen = tuple(map(_school, lezers))
    besturen = inhoud.get("besturen", {})
    vaker = Counter(school.sleutel for school in scholen if school.brin)
    for school, zijn in zip(scholen, lezers, strict=True):
        if vaker[school.sleutel] > 1:
            zijn.meld("brin", f"{school.brin} vestiging {school.vestiging} staat er vaker in. Laat er een staan.")
        if bezwaar := _swv_bezwaar(school, inhoud.get("swv", {})):
            zijn.meld("swv", bezwaar)
        if school.bestuur and school.bestuur not in besturen:
            zijn.meld("bestuur", f"Bestuur {school.bestuur} staat niet bij de besturen. Zet het daar eerst bij.")
    for plaats in kringen(scholen):
        zelf = scholen[plaats].opgegaan_in == scholen[plaats].brin
        lezers[plaats].meld("opgegaan_in", _IN_ZICHZELF if zelf else _IN_EEN_KRING)
    return scholen


def _swv_bezwaar(school: School, verbanden: object) -> str:
    """Why a school cannot be of this samenwerkingsverband, or nothing."""
    if not school.swv:
        return ""
    if school.soort is not Organisatiesoort.VO:
        return f"{school.naam} is geen vo-school. Alleen een vo-school hoort hier bij een samenwerkingsverband."
    if isinstance(verbanden, dict) and school.swv not in verbanden:
        zin = f"{school.naam} hoort bij {school.swv}, en dat staat dan niet in deze regio."
        return f"{zin} Kies bij de school een ander, of zet {school.swv} erbij."
    return ""


def lees_besturen(inhoud: Mapping[str, Any], lezer: type_lezer) -> dict[str, str]:
    """The boards by their number."""
    tabel = inhoud.get("besturen", {})
    deze = lezer(tabel, "besturen")
    if not isinstance(tabel, dict):
        return {}
    for nummer in tabel:
        if not re.fullmatch("[0-9]{5}", nummer):
            deze.meld(nummer, "Het nummer van een bestuur heeft vijf cijfers, zoals 99901. Zoek het op bij DUO.")
    return {nummer: deze.tekst(nummer, uitleg="de naam van het bestuur") for nummer in tabel}


def _school(lezer: Tabellezer) -> School:
    lezer.sleutels(School.__dataclass_fields__)
    soort = lezer.tekst("soort", vorm="po|vo", uitleg="po of vo")
    return School(
        brin=lezer.tekst("brin", vorm=_BRIN, uitleg="twee cijfers en twee hoofdletters, zoals 99XA"),
        vestiging=lezer.tekst(
            "vestiging", "00", vorm="[0-9]{2}", uitleg='twee cijfers tussen aanhalingstekens, zoals "00"'
        ),
        naam=lezer.tekst("naam", uitleg="de naam van de school"),
        soort=Organisatiesoort(soort or Organisatiesoort.PO),
        straat=lezer.tekst("straat", uitleg="de straat, zonder huisnummer"),
        huisnummer=lezer.tekst(
            "huisnummer", vorm="[0-9]+.*", uitleg='het huisnummer tussen aanhalingstekens, zoals "12a"'
        ),
        postcode=_postcode(
            lezer.tekst(
                "postcode", vorm="[1-9][0-9]{3} ?[A-Z]{2}", uitleg="vier cijfers en twee hoofdletters, zoals 9999 XA"
            )
        ),
        plaats=lezer.tekst("plaats", uitleg="de plaats"),
        telefoon=telefoon(lezer),
        email=email(lezer),
        aanleverpunt=lezer.tekst("aanleverpunt", "0", vorm="[0-9]+", uitleg='het aanleverpunt van OSO, meestal "0"'),
        onderwijs=Onderwijs(lezer.tekst("onderwijs", "bo", vorm="bo|sbo|so", uitleg="bo, sbo of so") or Onderwijs.BO),
        opgegaan_in=lezer.tekst("opgegaan_in", "", vorm=_BRIN, uitleg="het BRIN van de school waarin zij opging"),
        bestuur=lezer.tekst("bestuur", "", vorm="[0-9]{5}", uitleg="het nummer van het bestuur, vijf cijfers"),
        swv=lezer.tekst("swv", "", vorm=SWVNUMMER, uitleg="het nummer van het samenwerkingsverband, zoals VO9901"),
        laatste_dag=lezer.dag("laatste_dag"),
    )


def telefoon(lezer: Tabellezer) -> str:
    """A telephone number, or nothing."""
    return lezer.tekst("telefoon", "", vorm="[0-9]{10}", uitleg="tien cijfers zonder streepje")


def email(lezer: Tabellezer) -> str:
    """A mail address, or nothing."""
    return lezer.tekst("email", "", vorm="[^@ ]+@[^@ ]+", uitleg="een e-mailadres")


def _postcode(tekst: str) -> str:
    return re.sub(r"(?<=\d) ?(?=[A-Z])", " ", tekst)
