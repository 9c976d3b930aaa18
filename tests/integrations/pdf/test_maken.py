"""Is the PDF accessible, archivable, reproducible and complete?"""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import page
import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from overstap.integrations.pdf import Afdeling, Beeldenrij, PdfFout, Regel, Stijl, Tabel, maak_pdf, maken, oefenband
from overstap.integrations.pdf.dekking import toonbaar
from overstap.integrations.pdf.gegevens import Zetter, langste_woorden, verhouding
from overstap.integrations.pdf.oefening import BAND
from overstap.integrations.pdf.tekst import BREEKPUNT
from tests.integrations.pdf.keuring import gebreken
from tests.integrations.pdf.lezen import bomen, labels, tekst_van
from tests.integrations.pdf.voorbeeld import met_tekst, rapport

VIJANDIG = (
    '#read("/etc/passwd")',
    "#import sys: inputs; $x^2$ *vet* _schuin_ = kop \\ `code` <etiket> @bron // weg /* weg */",
    "a" * 10_000,
    "ا" * 3_000,
    "😀🎉👩‍🏫 ✅ 👍🏽 🇳🇱",
    "\u202eomgekeerd\u202c \u2066isolatie\u2069 \ufeffbom \x00nul \x07bel \u2028regel\u00adzacht",
    "العربية مع English و 123",
    "e\u0301\u0302\u0303\u0323 ب\u0309 \u0301los Z͑ͫ̓a̴l͚̜g̸o",
    "中文 日本語 한국어 ไทย",
    "\ue000 prive \ud800 half \U0010ffff laatste \ufffe",
    "'\"]}{[<>&;\r\n\t%00../../",
    "",
    "   \n \n",
)


@pytest.mark.parametrize("stijl", list(Stijl))
def test_report_is_accessible_and_archivable(stijl: Stijl):
    uitvoer = maak_pdf(rapport(), stijl)
    keur(uitvoer)
    assert gebreken(uitvoer, vingerafdruk=rapport().vingerafdruk) == []


@pytest.mark.parametrize("tekst", VIJANDIG, ids=range(len(VIJANDIG)))
def test_hostile_text_stays_text_and_the_pdf_stays_valid(tekst: str):
    keur(maak_pdf(met_tekst(tekst)))


def test_every_page_of_an_oefenschool_says_that_all_is_invented():
    with oefenband(aan=True):
        oefening = maak_pdf(rapport())
    keur(oefening)
    with pikepdf.open(io.BytesIO(oefening)) as geopend:
        bladzijden = range(len(geopend.pages))
    assert [blad for blad in bladzijden if BAND not in tekst_van(oefening, blad)] == []
    assert "Oefening · Definitief" in tekst_van(oefening)
    gewoon = tekst_van(maak_pdf(rapport()))
    assert "Definitief" in gewoon
    assert "oefening" not in gewoon.lower()


def test_markup_is_shown_and_never_run():
    uitvoer = tekst_van(maak_pdf(met_tekst(VIJANDIG[0] + " " + VIJANDIG[1])))
    assert '#read("/etc/passwd")' in uitvoer
    assert "root:" not in uitvoer
    assert "$x^2$ *vet* _schuin_" in uitvoer


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(Stijl))
def test_any_text_can_be_set(tekst: str, stijl: Stijl):
    assert maak_pdf(met_tekst(tekst), stijl).startswith(b"%PDF-1.7")


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from([chr(punt) for punt in sorted(toonbaar())]), max_size=60))
def test_any_mixture_of_scripts_we_have_fonts_for_is_valid(tekst: str):
    keur(maak_pdf(met_tekst(tekst)))


def test_every_character_we_call_showable_has_a_glyph():
    tekens = [chr(punt) for punt in sorted(toonbaar()) if punt != 0xFFFD]
    uitvoer = maak_pdf(rapport(afdelingen=(Afdeling("Alles", "", (Regel("Tekens", " ".join(tekens)),)),)))
    keur(uitvoer)
    assert "tekens niet tonen" not in tekst_van(uitvoer)


def test_streams_that_end_in_a_carriage_return_stay_valid():
    # About one stream in 256 does; among forty documents there are some.
    verslagen = (maak_pdf(rapport(ondertitel=f"Leerling {nummer}")) for nummer in range(40))
    geraakt = next((pdf for pdf in verslagen if b"\r\rendstream" in pdf), b"")
    assert geraakt
    keur(geraakt)


def test_same_document_gives_the_same_bytes_and_another_does_not():
    assert maak_pdf(rapport()) == maak_pdf(rapport())
    later = rapport().gemaakt_op + timedelta(minutes=1)
    assert maak_pdf(rapport()) != maak_pdf(rapport(gemaakt_op=later))
    assert maak_pdf(rapport()) != maak_pdf(rapport(ondertitel="Iemand anders"))


@pytest.mark.parametrize("stijl", list(Stijl))
def test_all_text_is_in_the_pages(stijl: Stijl):
    document = rapport()
    uitvoer = tekst_van(maak_pdf(document, stijl))
    # A letter from another font, as in Nguyễn, is a piece of its own, so spaces do not count.
    letters = uitvoer.replace(" ", "")
    for afdeling in document.afdelingen:
        assert afdeling.titel in uitvoer
        for blok in afdeling.blokken:
            for tekst in _teksten(blok):
                assert tekst.replace(" ", "") in letters
    assert "pagina 1 van" in uitvoer
    assert "24 maart 2027, 10.42 uur" in uitvoer


def _teksten(blok: Regel | Tabel | Beeldenrij) -> list[str]:
    if isinstance(blok, Beeldenrij):
        beelden = (tekst for beeld in blok.beelden for tekst in (beeld.kop, beeld.zin))
        return [blok.titel, *beelden, *blok.toelichting]
    if isinstance(blok, Tabel):
        # A cell may stand on two lines, also with a break in Rekenen-wiskunde.
        return [blok.titel, *(woord for rij in blok.rijen for cel in rij for woord in re.findall(r"\w+", cel))]
    regels = blok.waarde if isinstance(blok.waarde, tuple) else blok.waarde.split("\n")
    return [blok.label, *regels, blok.toelichting]


@pytest.mark.parametrize("naam", ["Nguyễn Văn Doğan", "Świtała-Çelik", "Ярина Шевченко", "ሰላም", "Zoë d’Été"])
def test_names_are_read_once_and_whole(naam: str):
    gelezen = tekst_van(maak_pdf(rapport(ondertitel=naam, afdelingen=()))).replace(" ", "")
    assert f"rapport{naam.replace(' ', '')}Basisschool" in gelezen


def test_missing_values_are_named():
    leeg = Afdeling("Leeg", "", (Regel("Telefoon", "  "), Tabel("Verzuim", ("Soort", "Dagdelen"), ())))
    uitvoer = tekst_van(maak_pdf(rapport(afdelingen=(leeg,))))
    assert uitvoer.count("Niet ingevuld") == 2
    cel = Tabel("Toetsen", ("Vak", "Score"), (("Lezen", ""),))
    assert "Lezen Niet ingevuld" in tekst_van(maak_pdf(rapport(afdelingen=(Afdeling("Cel", "", (cel,)),))))


def test_characters_without_a_font_are_told_to_the_reader():
    uitvoer = tekst_van(maak_pdf(met_tekst("中文")))
    assert "Dit document kan een of meer tekens niet tonen." in uitvoer
    assert "tekens niet tonen" not in tekst_van(maak_pdf(rapport()))


def test_title_language_author_and_date_are_in_the_metadata():
    with pikepdf.open(io.BytesIO(maak_pdf(rapport()))) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Onderwijskundig rapport"
            assert meta["dc:creator"] == ["De Voorbeeldboom"]
            assert meta["xmp:CreateDate"].startswith("2027-03-24T09:42")


def test_structure_has_headings_lists_and_table_headers():
    soorten = labels(maak_pdf(rapport()))
    assert soorten.count("/H1") == len(rapport().afdelingen) + 2  # the contents and the closing section
    assert {"/Title", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TH"} <= set(soorten)
    assert {"/TOC", "/Figure"} <= set(soorten)
    assert soorten.index("/H1") < soorten.index("/H2")


def test_label_is_read_together_with_its_value():
    paren = [tekst for soort, tekst in bomen(maak_pdf(rapport())) if soort == "/LI"]
    assert "Roepnaam Yara" in paren


def test_table_header_is_repeated_on_every_page():
    rijen = tuple((str(nummer), f"Regel {nummer}") for nummer in range(200))
    document = rapport(afdelingen=(Afdeling("Lijst", "", (Tabel("Lang", ("Kolomnummer", "Wat"), rijen),)),))
    uitvoer = maak_pdf(document)
    keur(uitvoer)
    with pikepdf.open(io.BytesIO(uitvoer)) as pdf:
        bladzijden = len(pdf.pages)
    assert bladzijden > 4
    assert re.search(rf"pagina {bladzijden} van {bladzijden}", tekst_van(uitvoer))
    assert tekst_van(uitvoer).count("Kolomnummer") >= bladzijden - 1


def test_running_head_has_the_title_and_not_the_name():
    with pikepdf.open(io.BytesIO(maak_pdf(rapport()))) as pdf:
        tweede = tekst_van(maak_pdf(rapport()), bladzijde=1)
        assert len(pdf.pages) > 1
    assert "Onderwijskundig rapport" in tweede
    assert "Yara Bensalem" not in tweede


def test_a_word_is_broken_only_where_it_does_not_fit_and_then_as_dutch_does():
    rij = (
        "begrijpend lezen",
        "Drempelonderzoek Intelligentietest",
        "vaardigheidsscore: 173, Landelijk",
        "toets@school.nl",
    )
    smal = Tabel("Toetsen", ("Vak", "Toets", "Score", "Verder", "Groep"), ((*rij, "groep 8"),))
    label = Regel("Toelaatbaarheidsverklaringen", "geen")
    document = replace(rapport(), afdelingen=(Afdeling("A", blokken=(label, smal)),))
    breedten = verhouding(smal, 70)
    assert langste_woorden(breedten, 70)[0] >= len("begrijpend")
    # A long word leaves its break to hyphenation; an address gets places of its own.
    zet = Zetter(document, Stijl.OUDERS, streng=False).gegevens()
    regels, tabel = zet["afdelingen"][0]["delen"]
    assert (regels["regels"][0]["label"], regels["regels"][0]["afbreken"]) == (label.label, True)
    assert BREEKPUNT not in "".join(cel["t"] for cel in tabel["rijen"][0][:3])
    tekst = " ".join(tekst_van(maak_pdf(document, Stijl.OUDERS)).split())
    assert "begrijpend lezen" in tekst


def test_own_language_of_a_parent_is_tagged():
    tekst = Regel("Mening", "Kızım bu okula gitmek istiyor.", taal="tr")
    uitvoer = maak_pdf(rapport(afdelingen=(Afdeling("Zienswijze", "", (tekst,)),)), Stijl.OUDERS)
    keur(uitvoer)
    with pikepdf.open(io.BytesIO(uitvoer)) as pdf:
        talen = {str(knoop.get("/Lang")) for knoop in pdf.objects if isinstance(knoop, pikepdf.Dictionary)}
    assert "tr" in talen


def test_fingerprint_stands_in_the_foot_and_in_full_at_the_end():
    uitvoer = tekst_van(maak_pdf(rapport()))
    assert "Vingerafdruk 3f2a 91bc 07de" in uitvoer
    assert "8f0c6d21 b45e9a77 10cc3e5d 82fa6b94" in uitvoer


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"titel": " "}, "geen titel"),
        ({"gemaakt_op": datetime(2027, 3, 24, tzinfo=UTC).replace(tzinfo=None)}, "tijdzone"),
        ({"taal": "Nederlands"}, "taalcode"),
        ({"vingerafdruk": "abc"}, "SHA-256"),
        ({"afdelingen": (Afdeling("A", "", (Tabel("T", ("A", "B"), (("1",),)),)),)}, "2 cellen"),
        ({"afdelingen": (Afdeling("A", "", (Tabel("T", (), ()),)),)}, "geen kolommen"),
    ],
)
def test_impossible_document_says_what_is_wrong(anders: dict[str, Any], melding: str):
    with pytest.raises(PdfFout, match=melding):
        maak_pdf(replace(rapport(), **anders))


def test_error_of_typst_does_not_repeat_the_text():
    with pytest.raises(typst.TypstError) as gevangen:
        typst.compile(b'#panic("Yara")', format="pdf")
    assert "Yara" in gevangen.value.message
    assert "Yara" not in str(maken._als_pdffout(gevangen.value))
    assert "panicked" in str(maken._als_pdffout(gevangen.value))


def keur(pdf: bytes) -> None:
    """Fail with the broken rules when `pdf` is not PDF/UA-1 or not PDF/A-2a."""
    for profiel in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        uitslag = page.validate_pdf_bytes(pdf, profile=profiel)
        assert not uitslag.failures, [(fout.rule_id, fout.message) for fout in uitslag.failures]
        assert uitslag.rules.failed == 0
        assert uitslag.rules.passed > 100
