"""Would our own check of a PDF see it if something were wrong?"""

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest

from overstap.integrations.pdf import Afdeling, Regel, maak_pdf
from tests.integrations.pdf.keuring import gebreken
from tests.integrations.pdf.lezen import knopen
from tests.integrations.pdf.voorbeeld import GROEI, LANG, TOETSEN, rapport


def _zonder(soort: str, sleutel: str) -> Callable[[pikepdf.Pdf], None]:
    """A way to spoil a PDF: take this key away from every element of this kind."""

    def bederf(pdf: pikepdf.Pdf) -> None:
        for knoop in knopen(pdf.Root.StructTreeRoot):
            if str(knoop.S) == soort and sleutel in knoop:
                del knoop[sleutel]

    return bederf


def _anders(soort: str, ander: str) -> Callable[[pikepdf.Pdf], None]:
    def bederf(pdf: pikepdf.Pdf) -> None:
        for knoop in list(knopen(pdf.Root.StructTreeRoot)):
            if str(knoop.S) == soort:
                knoop.S = pikepdf.Name(ander)

    return bederf


def _zonder_taal(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _los_gedrukt(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f")


def _zonder_tounicode(pdf: pikepdf.Pdf) -> None:
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and "/ToUnicode" in ding:
            del ding["/ToUnicode"]


def _zonder_bladwijzers(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as lijst:
        lijst.root.clear()


def _bladzijde_erbij(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


# Together, because reading a PDF costs more than spoiling it; two lists, because some faults hide others.
_FOUTEN = (
    (
        (_zonder_taal, "geen taal"),
        (_los_gedrukt, "hoort nergens bij"),
        (_zonder_bladwijzers, "bladwijzers"),
        (_zonder("/Figure", "/Alt"), "beeld zonder woorden"),
        (_zonder("/TH", "/A"), "zonder bereik"),
        (_anders("/H2", "/H4"), "na H1 komt H4"),
    ),
    (
        (_bladzijde_erbij, "wijst niet naar de boom"),
        (_anders("/TH", "/TD"), "zonder kopregel"),
        (_anders("/H1", "/H3"), "de eerste kop is geen H1"),
        (_zonder("/P", "/K"), "alleen op het blad"),
        (_zonder_tounicode, "zonder tekst"),
    ),
)


@pytest.mark.parametrize("fouten", _FOUTEN, ids=range(len(_FOUTEN)))
def test_our_own_check_sees_what_was_spoiled(fouten: tuple[tuple[Callable[[pikepdf.Pdf], None], str], ...]):
    with pikepdf.open(io.BytesIO(_goed())) as pdf:
        for bederf, _klacht in fouten:
            bederf(pdf)
        uit = io.BytesIO()
        pdf.save(uit)
    gevonden = " ".join(gebreken(uit.getvalue()))
    assert [klacht for _bederf, klacht in fouten if klacht not in gevonden] == []


def test_what_was_not_spoiled_is_well():
    assert gebreken(_goed()) == []


@cache
def _goed() -> bytes:
    return maak_pdf(rapport(afdelingen=(Afdeling("Resultaten", "", (GROEI, TOETSEN, Regel("Uitleg", LANG))),)))
