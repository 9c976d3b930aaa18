"""K12: large and forbidden attachments over the line: what comes of a dossier with one?"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from overstap.domain.bijlagen.rules import GRENZEN
from overstap.integrations.oso import lees
from overstap.integrations.oso.draad import dossierdrager, klant
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.draad.klant import DOSSIER
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator
from tests.integrations.oso.draad.conftest import NUMMER, Doos, dossier

# Longer than what stays in a tree when it is read in pieces, and text that does not shrink.
RUIS = b"".join(hashlib.sha256(bytes([nummer])).hexdigest().encode() for nummer in range(250))
_INHOUD = re.compile(rb"(<(?:\w+:)?bestandsinhoud>)[^<]*")
_NAAM = re.compile(rb"(<(?:\w+:)?bestandsnaam>)[^<]*")


def met_bijlage(inhoud: bytes, naam: bytes = b"a.txt") -> bytes:
    """The dossier of one pupil; its first attachment is this one."""
    anders = _NAAM.sub(rb"\g<1>" + naam, dossier("BB"), count=1)
    return _INHOUD.sub(rb"\g<1>" + inhoud, anders, count=1)


@cache
def gezipt(naam: str, inhoud: bytes) -> bytes:
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(naam, inhoud)
    return base64.b64encode(bak.getvalue())


@pytest.mark.parametrize(
    ("maak", "woord"),
    [
        (lambda: met_bijlage(base64.b64encode(b"geen zip")), "geen goed ZIP"),
        (lambda: met_bijlage(gezipt("a.txt", bytes(GRENZEN.per_stuk // 4))), "groter dan"),
        (lambda: met_bijlage(gezipt("a.exe", b"MZ"), b"a.exe"), "type “exe”"),
        (lambda: met_bijlage(gezipt("a.pdf", b"MZ\x90\x00"), b"a.pdf"), "geen PDF"),
    ],
    ids=["no zip", "zip bomb", "forbidden kind", "another kind than it says"],
)
def test_k12_a_bad_attachment_stays_out_with_a_sentence_and_the_rest_comes(
    haler: Haler, sim: Simulator, maak, woord: str
):
    goed = len(lees(dossier("BB")).bestanden)
    sim.po.dossiers[NUMMER] = Dossier(maak())
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.afgemeld) == (Uitkomst.GELUKT, True)
    gelezen = lees(opgehaald.dossier)
    assert len(gelezen.bestanden) == goed - 1
    assert len(gelezen.kapot) == 1
    assert woord in str(gelezen.kapot[0])


def test_k12_what_is_too_large_for_the_line_is_not_kept_and_signed_off(haler: Haler, sim: Simulator):
    sim.po.dossiers[NUMMER] = Dossier(dossier("BB"))
    opgehaald = replace(haler, maat=replace(DOSSIER, bytes=len(dossier("BB")))).haal_op(NUMMER)
    assert (opgehaald.dossier, opgehaald.uitkomst, opgehaald.fout) == (None, Uitkomst.TE_GROOT, "te_groot")
    # The standard has no code for it: the other side hears that it did not arrive.
    assert (opgehaald.code, opgehaald.afgemeld) == ("TechnischeFout", True)
    assert "60 MB" in opgehaald.uitkomst.zin


@pytest.mark.parametrize("manier", ["element", "tekst", "gzip"])
def test_k12_a_big_dossier_comes_in_by_way_of_the_disk_and_is_the_same(
    haler: Haler, sim: Simulator, manier: str, monkeypatch: pytest.MonkeyPatch
):
    groot = met_bijlage(gezipt("a.txt", RUIS), b"a.txt")
    sim.po.dossiers[NUMMER] = Dossier(groot, manier=manier)
    in_geheugen = haler.haal_op(NUMMER).dossier
    assert isinstance(in_geheugen, bytes)
    monkeypatch.setattr(klant, "GROOT", 1000)
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.afgemeld) == (Uitkomst.GELUKT, True)
    # Only what lies in the answer as an element of its own can flow; every other way is taken whole.
    assert isinstance(opgehaald.dossier, bytes) is (manier != "element")
    ruw = opgehaald.dossier if isinstance(opgehaald.dossier, bytes) else opgehaald.dossier.read()
    assert ruw == in_geheugen
    assert RUIS in [een.open().read() for een in lees(ruw).bestanden]


def test_k12_a_big_dossier_goes_out_in_pieces_and_is_the_same(sim: Simulator, aansluiting: Aansluiting, doos: Doos):
    groot = met_bijlage(gezipt("a.txt", RUIS), b"a.txt")
    open_ = Opengehouden(groot)
    doos.vondsten[NUMMER] = replace(doos.vondsten[NUMMER], lees=lambda: open_)
    punt = aansluiting.punt(sim.po.brin)
    assert punt is not None
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(aansluiting, doos).behandel) as deur:
        sim.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    sim.centrale.punten[sim.po.kenmerk].actief = True
    assert gehaald.dossier == groot.partition(b"?>")[2].strip()
    assert open_.closed
    # Never asked for at once.
    assert 0 < max(open_.gevraagd) <= 64 * 1024


class Opengehouden(io.BytesIO):
    """A file that remembers how much was asked of it."""

    def __init__(self, ruw: bytes) -> None:
        super().__init__(ruw)
        self.gevraagd: list[int] = []

    def read(self, size: int | None = -1, /) -> bytes:
        self.gevraagd.append(10**9 if size is None or size < 0 else size)
        return super().read(size)


@pytest.mark.parametrize("manier", ["base64", "gzip", "zip"])
def test_k12_a_dossier_that_is_small_until_it_is_unpacked_is_too_large_as_well(
    haler: Haler, sim: Simulator, manier: str, monkeypatch: pytest.MonkeyPatch
):
    sim.po.dossiers[NUMMER] = Dossier(dossier("BB"), manier=manier)
    monkeypatch.setattr(dossierdrager, "GROOTSTE", 1000)
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.dossier, opgehaald.uitkomst, opgehaald.fout) == (None, Uitkomst.TE_GROOT, "dossier_te_groot")
