"""Which OSO files can people (and the journey test) upload to try the import?

Three fresh pupils of De Klaproos, as a LAS would write them. One file also holds what a report may not hold
(huisarts, banknummer, geboorteplaats) and an attachment that was cut off on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from overstap.config.demo.kind import Kind
from overstap.config.demo.uit_las import gelezen
from overstap.domain.adviezen.enums import Niveau
from overstap.domain.importen.snapshot import InzageInOso
from overstap.domain.scholen.rules import School
from overstap.domain.zorgroutes.rules.formulier import voor_swv
from overstap.integrations.oso import schrijf
from overstap.integrations.oso.zorgaanmelding import zorgbestand

# Numbers that no pupil of the demo region has.
NIEUWE_LEERLINGEN = (
    Kind(
        nummer=60, roepnaam="Hugo", achternaam="Timmer", geslacht="man", groep="8A", sterkte=Niveau.HAVO,
        bijzonder=frozenset({"foto"}),
    ),
    Kind(
        nummer=61, roepnaam="Esra", achternaam="Öztürk", moeder="Hülya", vader="Orhan", groep="8A",
        sterkte=Niveau.VMBO_GT, bijzonder=frozenset({"dyslexie", "verhuisd", "foto"}), gezin="apart",
    ),
    Kind(
        nummer=63, roepnaam="Bente", voorvoegsel="in 't", achternaam="Veld", groep="8B", sterkte=Niveau.VMBO_BK,
        bijzonder=frozenset({"lwoo"}), gezin="een_ouder",
    ),
)  # fmt: skip
_MET_WEIGERINGEN = 61
# Of a school elsewhere, which offers it to the samenwerkingsverband itself.
ZORGLEERLING = Kind(
    nummer=64, roepnaam="Jip", achternaam="Voorbeeld", geslacht="vrouw", groep="8", sterkte=Niveau.VMBO_BK,
    bijzonder=frozenset({"lwoo"}),
)  # fmt: skip

_HUISARTS = """<huisarts>
          <achternaam>Kramer</achternaam>
          <communicatielijst>
            <communicatie>
              <soort>telefoon</soort>
              <nummer>0000099999</nummer>
            </communicatie>
          </communicatielijst>
        </huisarts>
        """
# The first bytes of a ZIP, cut off by a system that stopped halfway.
_AFGEKAPT = """<document>
            <bestandsnaam>verslag-logopedie.pdf</bestandsnaam>
            <omschrijving>Verslag logopedie</omschrijving>
            <bestandsinhoud>UEsDBBQAAAAIAAAAIQA=</bestandsinhoud>
          </document>
        """


def schrijf_voorbeelden(doel: Path, school: School, vandaag: date) -> list[Path]:
    """Write the files in the folder `doel` (made when it is not there); returns their paths."""
    doel.mkdir(parents=True, exist_ok=True)
    return list(_schrijf(doel, school, vandaag))


def voorbeeld(kind: Kind, school: School, vandaag: date) -> bytes:
    """The OSO file of one of `NIEUWE_LEERLINGEN`."""
    uit_las = gelezen(kind, school, vandaag)
    xml = schrijf(
        uit_las.inhoud.met({"contactnodig": False, "advies_voorlopig": kind.sterkte.value}),
        nummer=uit_las.nummer,
        inzage=InzageInOso(datum=vandaag, akkoord="Onbekend"),
        bestanden=uit_las.bestanden,
        datum=vandaag,
        pakket=(uit_las.pakket, uit_las.pakketversie),
    )
    return _met_wat_niet_mag(xml) if kind.nummer == _MET_WEIGERINGEN else xml


def schrijf_zorgvoorbeeld(doel: Path, school: School, vandaag: date) -> Path:
    """A zorgaanmelding of a school that does not work in Overstap, as its LAS offers it: without a number."""
    elders = replace(school, naam="De Buitenboei", brin="00BU")
    uit_las = gelezen(ZORGLEERLING, elders, vandaag)
    los = tuple(een for een in uit_las.bestanden if een.plek)
    doel.mkdir(parents=True, exist_ok=True)
    pad = doel / "zorgaanmelding-1.xml"
    geschreven = zorgbestand(voor_swv(uit_las.inhoud), nummer=uit_las.nummer, bestanden=los, datum=vandaag)
    pad.write_bytes(b"".join(geschreven.stukken()))
    return pad


def _schrijf(doel: Path, school: School, vandaag: date) -> Iterator[Path]:
    for nummer, kind in enumerate(NIEUWE_LEERLINGEN, start=1):
        pad = doel / f"overstapdossier-{nummer}.xml"
        pad.write_bytes(voorbeeld(kind, school, vandaag))
        yield pad


def _met_wat_niet_mag(xml: bytes) -> bytes:
    """The same file with refused elements, each in its own place, and a broken attachment."""
    tekst = xml.decode()
    for ervoor, erbij in (
        ("<bsn>", "<geboorteplaats>Meerdorp</geboorteplaats>\n        "),
        ("<verzorgersaansprakelijk>", _HUISARTS),
        ("</overigdocumentlijst>", _AFGEKAPT),
    ):
        tekst = tekst.replace(ervoor, erbij + ervoor, 1)
    slot = "</wettigevertegenwoordiger>"
    return tekst.replace(slot, f"{slot}\n          <banknummer>9999077713</banknummer>", 1).encode()
