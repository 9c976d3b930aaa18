"""Can everything be read and seen in the colours that a region may have?"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from overstap.config.environment import PROJECT
from overstap.domain.scholen.rules.kleuren import ACCENT, MERK, VLAK, Regiokleuren, contrast

KLEUR = st.integers(0, 0xFFFFFF).map(lambda getal: f"#{getal:06x}")
# Text that stands on the light tint: a link, and words in soft ink.
OP_LICHT = ("#0a5a75", "#46555f")


def test_the_colours_of_overstap_are_those_of_the_style_sheet_and_change_nothing() -> None:
    tokens = dict(
        re.findall(r"--ov-([a-z-]+): (#[0-9a-f]{6});", (PROJECT / "frontend/scss/_tokens.scss").read_text("utf-8"))
    )
    assert (tokens["merk"], tokens["accent"]) == (MERK, ACCENT)
    assert min(VLAK, tokens["vlak"], key=lambda vlak: contrast(MERK, vlak)) == VLAK, "text stands on this grey"
    assert not Regiokleuren().bezwaren()
    assert Regiokleuren().tinten().keys() <= tokens.keys()
    assert Regiokleuren("#1b4f72").tinten().keys() <= tokens.keys()
    assert Regiokleuren.uit({}) is None


@given(KLEUR, KLEUR)
@example(MERK, ACCENT)
@example("#1b4f72", "#ffd166")
@example("#6d6d6d", "#ffffff")
@example("#000000", "#ffffff")
def test_what_is_let_in_can_be_read_everywhere_and_what_is_not_gets_the_ratio(merk: str, accent: str) -> None:
    kleuren = Regiokleuren(merk, accent)
    bezwaren = kleuren.bezwaren()
    assert (Regiokleuren.uit_naam(kleuren.naam) == kleuren) is not bool(bezwaren)
    for zin in bezwaren.values():
        assert re.search(r"contrast van [0-9]+,[0-9]\. Nodig is (4,5|3)\. Kies een (donkerder|lichtere)", zin)
    if bezwaren:
        return
    tinten = {"merk": MERK, "merk-licht": "#e6f0f2", "merk-diep": "#0a3a47"} | kleuren.tinten()
    assert contrast(tinten["accent"], merk) >= 3
    assert min(contrast(merk, vlak) for vlak in ("#ffffff", VLAK, tinten["merk-licht"])) >= 4.5
    assert min(contrast(tekst, tinten["merk-licht"]) for tekst in OP_LICHT) >= 4.5
    assert contrast("#ffffff", tinten["merk-diep"]) >= 4.5


@pytest.mark.parametrize(
    "naam", ["", "1b4f72", "1b4f72-f2a900-1b4f72", "1b4f7g-f2a900", "ffff00-f2a900", "1B4F72-F2A900"]
)
def test_an_address_of_other_colours_is_none(naam: str) -> None:
    assert Regiokleuren.uit_naam(naam) is None


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
