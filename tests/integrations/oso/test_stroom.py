"""Is a file with big attachments the same as one that was made whole, without holding them?"""

from __future__ import annotations

import base64
import io
import os
import tracemalloc
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.integrations.oso import Schrijffout, lees
from overstap.integrations.oso.bestandssoort import SOORTEN, Bestandssoort, herken
from overstap.integrations.oso.stroom import _klein, in_stukken
from tests.integrations.oso.leerling import BESTANDEN, PDF, opgesteld

ZIPPEN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/a.xml"}


def inhoud_van(soort: Bestandssoort, maat: int = 5000) -> bytes:
    """Something of this type that is not a stand-in."""
    if soort.mime.startswith("application/vnd.o"):
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as zip_:
            if "opendocument" in soort.mime:
                zip_.writestr("mimetype", soort.mime)
            else:
                zip_.writestr("[Content_Types].xml", "<Types/>")
                zip_.writestr(ZIPPEN[soort.extensies[0]], "<a/>")
            zip_.writestr("vulling", os.urandom(maat))
        return uit.getvalue()
    return _klein(soort, "") + (b"tekst " * maat if soort.mime == "text/plain" else os.urandom(maat))


def bron(bestand: Bestand) -> Bron:
    return Bron(
        bestand.sleutel, bestand.plek, bestand.bestandsnaam, bestand.omschrijving, bestand.mime, len(bestand.inhoud),
        lambda: io.BytesIO(bestand.inhoud),
    )  # fmt: skip


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.extensies[0])
def test_a_stand_in_is_judged_to_be_of_its_own_type(soort: Bestandssoort) -> None:
    een, twee = _klein(soort, "a" * 32), _klein(soort, "b" * 32)
    assert herken(een, soort.extensies[0]) is soort
    assert een != twee
    assert len(een) < 500


def test_what_flows_in_comes_out_again_whole_and_at_its_own_place() -> None:
    los = [
        Bestand(f"los{nummer}", "", f"stuk é {nummer}.{soort.extensies[0]}", "Stuk", soort.mime, inhoud_van(soort))
        for nummer, soort in enumerate(SOORTEN)
    ]
    alle = [replace(BESTANDEN[0], inhoud=PDF + os.urandom(100_001)), *los]
    xml = b"".join(in_stukken(lambda kleine: opgesteld(bestanden=tuple(kleine)).xml, map(bron, alle)))
    gelezen = lees(xml)
    assert gelezen.kapot == ()
    assert gelezen.fouten == ()
    terug = {(b.plek, b.bestandsnaam, b.omschrijving, b.mime): b.inhoud for b in gelezen.bestanden}
    assert terug == {(b.plek or "overige_documenten", b.bestandsnaam, b.omschrijving, b.mime): b.inhoud for b in alle}


def test_every_zip_in_it_opens_in_an_ordinary_reader(xsd) -> None:
    xml = b"".join(in_stukken(lambda kleine: opgesteld(bestanden=tuple(kleine)).xml, map(bron, BESTANDEN)))
    wortel = etree.fromstring(xml)
    xsd.assertValid(wortel)
    inhouden = [e.text for e in wortel.iter() if str(e.tag).endswith("}bestandsinhoud")]
    assert len(inhouden) == len(BESTANDEN)
    for tekst in inhouden:
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(tekst, validate=True))) as zip_:
            assert zip_.testzip() is None
            assert len(zip_.namelist()) == 1


def test_no_attachments_is_a_file_too() -> None:
    xml = opgesteld(bestanden=()).xml
    assert b"".join(in_stukken(lambda kleine: opgesteld(bestanden=tuple(kleine)).xml, [])) == xml


def test_what_cannot_be_written_is_said_before_anything_flows() -> None:
    def schrijf(_kleine: object) -> bytes:
        raise Schrijffout([])

    with pytest.raises(Schrijffout):
        in_stukken(schrijf, [bron(BESTANDEN[0])])


class _Lang(io.RawIOBase):
    """A picture of 30 MB that exists nowhere."""

    def __init__(self) -> None:
        self._over = 30_000_000

    def read(self, aantal: int = -1) -> bytes:
        nu = min(aantal, self._over)
        self._over -= nu
        return b"\xff" * nu


def test_a_big_one_costs_no_memory() -> None:
    groot = Bron("groot", "", "scan.jpg", "", "image/jpeg", 30_000_000, _Lang)
    stukken = in_stukken(lambda kleine: opgesteld(bestanden=tuple(kleine)).xml, [groot])
    tracemalloc.start()
    omvang = sum(map(len, stukken))
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert omvang > 40_000_000
    assert piek < 2_000_000


def test_what_we_write_of_more_than_7_mb_we_read_too() -> None:
    groot = replace(BESTANDEN[0], inhoud=PDF + os.urandom(8_000_000))
    xml = b"".join(in_stukken(lambda kleine: opgesteld(bestanden=tuple(kleine)).xml, [bron(groot)]))
    assert [bestand.inhoud for bestand in lees(xml).bestanden] == [groot.inhoud]
