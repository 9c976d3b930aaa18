"""What must be true of the OSO file that the vo school got, and of everything that was left behind?"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso import lees
from overstap.integrations.schoonmaak.proces import maak_schoon
from tests.e2e import lek, verhaal
from tests.e2e.product import Product
from tests.integrations.pdf.lezen import tekst_van

PROJECT = Path(__file__).parents[2]
XSD = (PROJECT / os.environ.get("OVERSTAP_OSO_MAP", "../shared/oso")).resolve() / "2019.1" / "OSO_gegevensset.xsd"
# What the LAS gave and a report may not pass on: a prefilled answer that somebody changed, and closed attachments.
_GEWIJZIGD = {"contactnodig", "overige_documenten"}


def gelezen(xml: bytes) -> Gelezen:
    """An OSO file of the day of the journey, as our own reader takes it."""
    return lees(xml, vandaag=verhaal.vandaag())


def controleer_inzage(verzonden: Gelezen) -> None:
    """Offered provably, on this day; not agreed, as the parent answered."""
    inzage = verzonden.inzage
    assert inzage is not None
    assert (inzage.datum, inzage.akkoord, inzage.ingezien, inzage.voorlopig) == (verhaal.vandaag(), "Nee", True, False)


def controleer_schoongemaakt(las: Gelezen, bijlage: bytes) -> None:
    """The parent reads the words of the file from the LAS, out of the cleaned file that goes along."""
    ruw = bestand_van(las, verhaal.BIJLAGE_MEE).inhoud
    assert bijlage.startswith(b"%PDF-")
    assert tekst_van(bijlage) == tekst_van(ruw) != ""


def controleer_bijlagen(las: Gelezen, verzonden: Gelezen, okr: bytes, xml: bytes, bijlage: bytes) -> None:
    """The OKR, the zienswijze and the `bijlage` the parent read went along byte for byte; of the rest no byte."""
    mee = {bestand.bestandsnaam: bestand.inhoud for bestand in verzonden.bestanden}
    assert set(mee) == {"onderwijskundig-rapport.pdf", "zienswijze-1.pdf", verhaal.BIJLAGE_MEE}
    assert mee["onderwijskundig-rapport.pdf"] == okr
    assert okr.startswith(b"%PDF-")
    for tekst in (verhaal.ARGUMENTATIE, verhaal.MOTIVATIE, verhaal.BELEMMERING):
        assert tekst in tekst_van(okr)
    for regel in verhaal.ZIENSWIJZE.splitlines():
        assert regel in tekst_van(mee["zienswijze-1.pdf"])
    assert mee[verhaal.BIJLAGE_MEE] == bijlage
    blijft = bestand_van(las, verhaal.BIJLAGE_BLIJFT)
    schoon = maak_schoon(blijft.inhoud, blijft.mime).inhoud or blijft.inhoud
    weg = {
        **merktekens(blijft.inhoud, "bytes van wat blijft"),
        **merktekens(schoon, "schone bytes van wat blijft"),
        "huisarts": verhaal.HUISARTS,
        "banknummer": verhaal.BANKNUMMER,
        "naam": verhaal.BIJLAGE_BLIJFT,
    }
    assert not lek.gevonden(xml, weg)
    assert not lek.gevonden(b"".join(mee.values()), {**weg, "correctie": verhaal.CORRECTIE})


def controleer_niets_verloren(las: Gelezen, verzonden: Gelezen, okr: str) -> None:
    """Field by field: what came from the LAS is there again; what was typed is in the file, or else in the OKR."""
    for veld, waarde in las.inhoud.items():
        if veld not in _GEWIJZIGD:
            assert _met_namen(verzonden.inhoud.get(veld), verzonden) == _met_namen(waarde, las), veld
    assert verzonden.nummer == las.nummer
    for sectie, antwoorden in verhaal.secties().items():
        for veld, getypt in antwoorden.items():
            in_oso = str(verzonden.inhoud.get(veld, ""))
            ja_nee = {"ja": "True", "nee": "False"}.get(str(getypt), str(getypt))
            assert in_oso in {ja_nee, str(getypt)} or _in_woorden(str(getypt)) in okr, (sectie, veld)


def _met_namen(waarde: Any, bron: Gelezen) -> Any:
    """The value with its documents by name: their keys follow the bytes, which were cleaned on the way in."""
    namen = {bestand.sleutel: bestand.bestandsnaam for bestand in bron.bestanden}
    if isinstance(waarde, Mapping):
        return {sleutel: _met_namen(deel, bron) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple):
        return tuple(_met_namen(deel, bron) for deel in waarde)
    return namen.get(waarde, waarde) if isinstance(waarde, str) else waarde


def _in_woorden(getypt: str) -> str:
    # A choice and a day read differently in a document; the ones below are those of the journey.
    dag = verhaal.in_woorden(getypt)
    return {"kan_meer": "Nee, in de klas zie ik meer dan de toetsen laten zien", "ja": "Ja", "nee": "Nee"}.get(
        getypt, dag or getypt
    )


def bestand_van(gelezen_: Gelezen, naam: str) -> Bestand:
    """The attachment with this name."""
    return next(bestand for bestand in gelezen_.bestanden if bestand.bestandsnaam == naam)


def merktekens(inhoud: bytes, naam: str) -> dict[str, bytes]:
    """Three pieces of a file by which it is known again, none of them at its start: that is the same in others."""
    return {f"{naam} ({deel}/4)": inhoud[len(inhoud) * deel // 4 :][:24] for deel in (1, 2, 3)}


def geheimen(las: Gelezen, xml: bytes, okr: bytes, bijlage: bytes, code: str) -> Mapping[str, str | bytes]:
    """The known texts that may stand nowhere in the clear."""
    kaal = code.replace("-", "")
    return {
        "bsn": verhaal.BSN,
        "geboortedatum": las.inhoud["geboortedatum"].isoformat(),
        "straat": las.inhoud["adressen"][0]["straat"],
        "plaats van de vader": verhaal.ADRES_VADER,
        "mail van de moeder": verhaal.MAIL_MOEDER,
        "mail van de vader": verhaal.MAIL_MOEDER.replace("moeder", "vader"),
        "telefoon van de moeder": las.inhoud["verzorgers"][0]["communicatie"][0]["nummer"],
        "diagnose: door wie": verhaal.DIAGNOSE_DOOR,
        "diagnose: betekenis": verhaal.RELATIE_DIAGNOSE,
        "belemmering": verhaal.BELEMMERING,
        "zienswijze": verhaal.ZIENSWIJZE.splitlines()[0],
        "zienswijze, tweede regel": verhaal.ZIENSWIJZE.splitlines()[1],
        "correctie": verhaal.CORRECTIE,
        "uitleg bij de correctie": verhaal.UITLEG,
        "motivatie": verhaal.MOTIVATIE,
        "argumentatie": verhaal.ARGUMENTATIE,
        "met wie het gesprek was": verhaal.GESPREK_MET,
        "vraag van de vo-school": verhaal.VRAAG,
        "antwoord aan de vo-school": verhaal.ANTWOORD,
        "code van de ouder": code,
        "code van de ouder, kaal": kaal,
        "code van de ouder, klein": kaal.lower(),
        "huisarts": f"<achternaam>{verhaal.HUISARTS}",
        "huisarts, naam": verhaal.HUISARTS,
        "banknummer": verhaal.BANKNUMMER,
        "naam van de bijlage": verhaal.BIJLAGE_MEE,
        "naam van de bijlage die blijft": verhaal.BIJLAGE_BLIJFT,
        "naam van de kapotte bijlage": verhaal.BIJLAGE_KAPOT,
        **merktekens(bestand_van(las, verhaal.BIJLAGE_MEE).inhoud, "bytes van de bijlage"),
        **merktekens(bestand_van(las, verhaal.BIJLAGE_BLIJFT).inhoud, "bytes van de bijlage die blijft"),
        **merktekens(bijlage, "bytes van de schone bijlage"),
        **merktekens(okr, "bytes van het rapport"),
        **merktekens(xml, "bytes van het OSO-bestand"),
        **{
            f"base64 van de bijlage {n}": base64.b64encode(bestand.inhoud)[300:340]
            for n, bestand in enumerate(las.bestanden)
        },
    }  # fmt: skip


def plekken(product: Product) -> Iterator[tuple[str, bytes]]:
    """Everything that the product leaves behind: databases, files (also temporary ones), logs and mails."""
    yield from lek.dump(product.databases).items()
    for naam, ruw in lek.bestanden(product.var).items():
        if not naam.startswith("static/"):
            yield naam, lek.mailtekst(ruw) if naam.endswith(".eml") else ruw
    yield "server.log", (product.databases.cluster.folder / "server.log").read_bytes()


def controleer_geen_lek(product: Product, geheim: Mapping[str, str | bytes]) -> None:
    """Search every place for every known text; first show that the search finds what is there."""
    alles = dict(plekken(product))
    hoofd = product.databases.main
    # Names stand in lists, so they may be searched for on the server: the known exception (docs/architectuur.md).
    assert lek.gevonden(alles[hoofd], {"naam": verhaal.ACHTERNAAM, "school": "Basisschool De Klaproos"}) == [
        "naam",
        "school",
    ]
    assert any(naam.startswith("bijlagen/") for naam in alles), "de bijlagen staan niet waar wij zoeken"
    assert any(naam.endswith(".eml") for naam in alles), "de mails staan niet waar wij zoeken"
    lekken = {plek: wat for plek, ruw in alles.items() if (wat := lek.gevonden(ruw, geheim))}
    assert not lekken, lekken
