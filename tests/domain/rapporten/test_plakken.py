"""Is a pasted text clean, and is a typed one left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.rapporten.catalogue.typen import zonder_opmaak
from overstap.domain.rapporten.snapshot.namen import met_rolwoord

WORD = (
    "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
    "<style>p.MsoNormal {margin:0}</style>"
    '<p class="MsoNormal" style="margin:0"><span lang="NL">Noor werkt&nbsp;<b>door</b>.<o:p></o:p></span></p>'
    "<ul><li>Zij plant &amp; kiest<li>Zij vraagt hulp</ul>"
    "<table><tr><td>lezen</td><td>M7</td></tr></table>"
)


def test_markup_of_word_becomes_its_words():
    assert zonder_opmaak(WORD) == "Noor werkt door.\n\n- Zij plant & kiest\n- Zij vraagt hulp\nlezen; M7"


@pytest.mark.parametrize(
    ("geplakt", "blijft"),
    [
        ("\uf0b7\teerste\n·\ttweede\no\tderde", "- eerste\n- tweede\n- derde"),
        ("regel\x0bvolgende\u2028derde\r\nvierde", "regel\nvolgende\nderde\nvierde"),
        ("zacht\xadafbreken\u200b\ufeff", "zachtafbreken"),
        ("vaste\xa0spatie", "vaste spatie"),
    ],
)
def test_what_nobody_sees_goes_and_a_line_stays_a_line(geplakt: str, blijft: str):
    assert zonder_opmaak(geplakt) == blijft


@pytest.mark.parametrize(
    "getypt",
    ["score < 5 en > 3", "a<b en b>c", "<3 lezen", "Zij zegt: <ik weet het niet>", "R&D &amp; zo", "5 o 6", "- punt"],
)
def test_a_sentence_that_only_looks_like_markup_stays(getypt: str):
    assert zonder_opmaak(getypt) == getypt


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="<&"), max_size=80))
def test_plain_words_are_never_touched(getypt: str):
    assert zonder_opmaak(getypt) == getypt


def test_ten_thousand_characters_lose_no_word():
    woorden = " ".join(f"woord{nummer}" for nummer in range(1000))
    assert zonder_opmaak(f'<p class="MsoNormal">{woorden}</p>') == woorden


def test_a_name_leaves_every_text_that_people_wrote_and_nothing_else():
    waarden = {
        "verzorgers": ({"achternaam": "Sanne"},),
        "contactpersoon": "Sanne Vos",
        "gedrag_contact": "Sanne en SANNE. Sanneke niet.",
        "thuissituatie": {"omschrijving": "Zus Sanne woont elders.", "relatie": "Moe."},
        "diagnoses": ({"naam": "x", "relatie": "Sanne helpt."},),
    }
    anders, keer = met_rolwoord(waarden, "Sanne", "een klasgenoot")
    assert keer == 4
    assert set(anders) == {"gedrag_contact", "thuissituatie", "diagnoses"}
    assert anders["diagnoses"] == ({"naam": "x", "relatie": "Een klasgenoot helpt."},)
    assert anders["gedrag_contact"] == "Een klasgenoot en een klasgenoot. Sanneke niet."
    assert anders["thuissituatie"] == {"omschrijving": "Zus een klasgenoot woont elders.", "relatie": "Moe."}
    assert met_rolwoord(waarden, "Fleur", "een ander") == ({}, 0)
