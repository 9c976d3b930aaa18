"""Is a file whose attachments flow by the same as one that is held whole, both ways, and does it cost no memory?"""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso import Schrijffout, lees
from overstap.integrations.oso.bestandssoort import SOORTEN, Bestandssoort
from overstap.integrations.oso.inpakken import pak_in
from overstap.integrations.oso.v2019.documenten import INHOUD
from overstap.integrations.spoel import Spoel
from tests.integrations.oso.leerling import BESTANDEN, PDF, opgesteld
from tests.integrations.oso.test_bijlagen import gezipt

BEGIN = {
    "application/pdf": PDF,
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "text/plain": b"tekst ",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIPPEN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/a.xml"}


def inhoud_van(soort: Bestandssoort, maat: int = 5000) -> bytes:
    """Something of this type that does not become much smaller by packing, as long as it may be."""
    if not soort.mime.startswith("application/vnd.o"):
        return BEGIN.get(soort.mime, OLE) + (b"tekst %d " * maat if soort.mime == "text/plain" else os.urandom(maat))
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        if "opendocument" in soort.mime:
            zip_.writestr("mimetype", soort.mime)
        else:
            zip_.writestr("[Content_Types].xml", "<Types/>")
            zip_.writestr(ZIPPEN[soort.extensies[0]], "<a/>")
        zip_.writestr("vulling", os.urandom(maat))
    return uit.getvalue()


def bron(bestand: Bestand) -> Bron:
    delen = (bestand.sleutel, bestand.plek, bestand.bestandsnaam, bestand.omschrijving, bestand.mime)
    return Bron(*delen, len(bestand.inhoud), lambda: io.BytesIO(bestand.inhoud))


@cache
def alle() -> tuple[Bestand, ...]:
    """One attachment of every type, and a big one in its own place."""
    los = (
        Bestand(f"los{nummer}", "", f"stuk é {nummer}.{soort.extensies[0]}", "Stuk", soort.mime, inhoud_van(soort))
        for nummer, soort in enumerate(SOORTEN)
    )
    return (replace(BESTANDEN[0], inhoud=PDF + os.urandom(200_001)), *los)


def vast(gelezen: Gelezen) -> Gelezen:
    """The same with every attachment held whole, so that two can be compared."""
    heel = (
        Bestand(b.sleutel, b.plek, b.bestandsnaam, b.omschrijving, b.mime, b.open().read()) for b in gelezen.bestanden
    )
    return replace(gelezen, bestanden=tuple(heel))


def test_what_flows_into_a_file_makes_the_same_bytes() -> None:
    heel = opgesteld(bestanden=alle()).xml
    assert opgesteld(bestanden=tuple(map(bron, alle()))).xml == heel
    # Some whole, others not.
    assert opgesteld(bestanden=(*map(bron, alle()[:5]), *alle()[5:])).xml == heel


def test_what_flows_out_of_a_file_gives_the_same_values() -> None:
    xml = opgesteld(bestanden=alle()).xml
    heel, stroom = lees(xml), lees(io.BytesIO(xml), groot=0)
    assert stroom.kapot == heel.kapot == ()
    assert {type(bestand) for bestand in stroom.bestanden} == {Bestand, Bron}
    assert vast(stroom) == heel
    assert stroom.bestanden[0].open().read() == alle()[0].inhoud
    assert vast(lees(xml, groot=0, bijlagen=False)) == replace(lees(xml, bijlagen=False), bestanden=())


def _met(tekst: str) -> bytes:
    """A file of which the first attachment has this for its content."""
    merk = "UIT"
    xml = opgesteld().xml.decode()
    begin, eind = xml.index(f"<{INHOUD}>") + len(INHOUD) + 2, xml.index(f"</{INHOUD}>")
    return (xml[:begin] + merk + xml[eind:]).replace(merk, tekst).encode()


LANG = pak_in("a.pdf", PDF + os.urandom(90_000), gepakt=False)
VREEMD = {
    "regels": "\n".join(LANG[plek : plek + 76] for plek in range(0, len(LANG), 76)),
    "witruimte": f"\n  {LANG}\u2003 ",
    "alleen witruimte": " " * 70_000,
    "commentaar": f"<!-- a -->{LANG[:40_000]}<!-- {'b' * 5000} -->{LANG[40_000:]}<?pi x?>",
    "cdata": f"{LANG[:10]}<![CDATA[{LANG[10:]}]]>",
    "cdata vooraan": f"<![CDATA[{LANG}]]> ",
    "tekenverwijzing": f"&#x{ord(LANG[0]):x};{LANG[1:]}",
    "element erin": f"{LANG}<x>{LANG}</x>{LANG}",
    "element vooraan": f"<x/>{LANG}",
    "vreemd teken": f"{LANG[:50_000]}é{LANG[50_000:]}",
    "sterretje": f"{LANG[:50_000]}*{LANG[50_001:]}",
    "te vroeg vol": f"{LANG[:50_000]}=={LANG[50_002:]}",
    "afgekapt": LANG[:50_000],
    "een teken te kort": LANG.rstrip("=")[:-1],
    "twee na elkaar": LANG + LANG,
    "geen zip": "QUJD" * 5000,
    "twee erin": gezipt({"a.pdf": os.urandom(9000), "b.pdf": PDF}),
    "te goed gepakt": gezipt({"a.pdf": PDF + bytes(3_000_000)}) + "\n" * 5000,
    "leeg erin": gezipt({"a.pdf": b"", "map" * 4000 + "/": b""}),
    "andere naam": gezipt({"b.pdf": PDF + os.urandom(9000)}),
    "andere soort": gezipt({"a.pdf": b"MZ\x00" + os.urandom(9000)}),
}


@pytest.mark.parametrize("tekst", VREEMD.values(), ids=VREEMD)
def test_a_strange_attachment_is_judged_the_same(tekst: str) -> None:
    xml = _met(tekst)
    assert vast(lees(xml, groot=0)) == lees(xml)


def test_a_broken_one_is_refused_with_the_same_words_before_anything_flows() -> None:
    stuk = [replace(BESTANDEN[0], inhoud=inhoud) for inhoud in (b"", b"MZ\x00", PDF + bytes(3_000_000))]
    for kapot in (*stuk, replace(BESTANDEN[0], bestandsnaam="a.exe", inhoud=b"MZ\x00")):
        with pytest.raises(Schrijffout) as heel:
            opgesteld(bestanden=[kapot])
        with pytest.raises(Schrijffout) as stroom:
            opgesteld(bestanden=[bron(kapot)])
        assert stroom.value.meldingen == heel.value.meldingen


def test_a_number_leaves_the_name_of_one_that_flows_too() -> None:
    met = replace(alle()[0], bestandsnaam="verslag 999990019.pdf", omschrijving="van 999990019")
    heel = opgesteld(bestanden=[met], profiel="POSWV")
    stroom = opgesteld(bestanden=[bron(met)], profiel="POSWV")
    assert b"999990019" not in stroom.xml
    assert (stroom.xml, stroom.meldingen) == (heel.xml, heel.meldingen)


class _Lang(io.RawIOBase):
    """A picture of 12 MB that exists nowhere."""

    OMVANG, KOP = 12_000_000, b"\xff\xd8\xff"

    def __init__(self) -> None:
        self._plaats = 0

    def seek(self, plaats: int, waar: int = 0) -> int:
        self._plaats = plaats
        return plaats

    def read(self, aantal: int = -1) -> bytes:
        stuk = self.KOP[self._plaats :][:aantal] or b"x" * min(aantal, self.OMVANG - self._plaats)
        self._plaats += len(stuk)
        return stuk


def test_big_ones_cost_no_memory_in_either_direction() -> None:
    groot = Bron("groot", "", "scan.jpg", "", "image/jpeg", _Lang.OMVANG, _Lang)
    spoel = Spoel()
    tracemalloc.start()
    for stuk in opgesteld(bestanden=[groot]).stukken():
        spoel.write(stuk)
    gelezen = lees(spoel.open())
    with gelezen.bestanden[0].open() as open_:
        terug = sum(map(len, iter(lambda: open_.read(65536), b"")))
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spoel.omvang > 16_000_000
    assert (terug, gelezen.bestanden[0].mime, gelezen.meldingen) == (_Lang.OMVANG, groot.mime, ())
    assert piek < 4_000_000
