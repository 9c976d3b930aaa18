"""Do the sentences about the advice say what happened, in plain Dutch?"""

import re
from datetime import date

import pytest

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules import (
    Bijstellingsoordeel,
    Oordeelsoort,
    bijstelling_nodig,
    zin,
    zin_definitief,
    zin_voor_ouders,
)

OP = date(2027, 3, 20)


def test_school_reads_what_to_do_after_a_higher_toets() -> None:
    oordeel = bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, OP)
    assert zin(oordeel) == (
        "De toets komt hoger uit dan uw advies. U past het advies aan, "
        "of schrijft op waarom dat niet goed is voor deze leerling."
    )
    assert zin(oordeel, leerling="Noor").endswith("niet goed is voor Noor.")
    assert zin_voor_ouders(oordeel).endswith("niet goed is voor uw kind.")


def test_without_comparison_the_advice_is_named() -> None:
    oordeel = bijstelling_nodig(Niveau.VSO, Toetsadvies.VMBO_BK, OP)
    assert zin(oordeel).startswith("Bij vso kunt u de toets niet met het advies vergelijken.")


@pytest.mark.parametrize("soort", list(Oordeelsoort))
def test_every_outcome_has_whole_sentences(soort: Oordeelsoort) -> None:
    oordeel = Bijstellingsoordeel(soort, Niveau.PRO, Toetsadvies.PRO_B)
    for tekst in (zin(oordeel), zin_voor_ouders(oordeel)):
        assert tekst.endswith(".")
        assert "{" not in tekst
        assert "heroverweeg" not in tekst
    assert max(len(deel.split()) for deel in re.split(r"[.?]", zin_voor_ouders(oordeel))) <= 12


@pytest.mark.parametrize(
    ("definitief", "uitkomst", "verwacht"),
    [
        (
            Niveau.VMBO_K,
            None,
            "Het definitieve advies is vmbo kader. Dat is gelijk aan het voorlopige advies.",
        ),
        (
            Niveau.VMBO_K,
            Bijstellingsuitkomst.NIET_BIJGESTELD,
            "Het definitieve advies is vmbo kader. De school heeft het niet bijgesteld.",
        ),
        (
            Niveau.VMBO_GT,
            Bijstellingsuitkomst.DEELS_BIJGESTELD,
            "De school heeft het advies deels bijgesteld van vmbo kader naar vmbo gemengd-theoretisch.",
        ),
        (
            Niveau.HAVO_VWO,
            Bijstellingsuitkomst.BIJGESTELD,
            "De school heeft het advies bijgesteld van vmbo kader naar havo of vwo.",
        ),
    ],
)
def test_definitief_says_how_it_came_about(
    definitief: Niveau, uitkomst: Bijstellingsuitkomst | None, verwacht: str
) -> None:
    assert zin_definitief(Niveau.VMBO_K, definitief, uitkomst) == verwacht
