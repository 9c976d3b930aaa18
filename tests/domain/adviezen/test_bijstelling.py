"""Does the comparison of advies and toets follow the table of the law, cell by cell?"""

from datetime import date

import pytest

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules import (
    Bijstellingsoordeel,
    Keuze,
    Oordeelsoort,
    OudeRegelingNietOndersteund,
    bijstelling_nodig,
    definitieve_keuzes,
    passende_niveaus,
    regeling_op,
)

OP = date(2027, 3, 20)

# Written out by hand. "+" must adjust, "=" same value, "-" lower, "?" recorded decision, "." no comparison.
KOLOMMEN = ("pro_b", "vmbo_bk", "vmbo_kgt", "vmbo_gt_havo", "havo_vwo", "vwo")
TABEL = {
    #                pro/b  b/k  k/gt gt/havo havo/vwo vwo
    "vso": (".", ".", ".", ".", ".", "."),
    "pro": ("?", "+", "+", "+", "+", "+"),
    "vmbo_b": ("-", "+", "+", "+", "+", "+"),
    "vmbo_bk": ("-", "=", "+", "+", "+", "+"),
    "vmbo_k": ("-", "-", "+", "+", "+", "+"),
    "vmbo_kgt": ("-", "-", "=", "+", "+", "+"),
    "vmbo_gt": ("-", "-", "-", "+", "+", "+"),
    "vmbo_gt_havo": ("-", "-", "-", "=", "+", "+"),
    "havo": ("-", "-", "-", "-", "+", "+"),
    "havo_vwo": ("-", "-", "-", "-", "=", "+"),
    "vwo": ("-", "-", "-", "-", "-", "="),
    "geen": (".", ".", ".", ".", ".", "."),
}
SOORT_VAN_TEKEN = {
    "+": Oordeelsoort.MOET_BIJSTELLEN,
    "=": Oordeelsoort.GELIJK_OF_LAGER,
    "-": Oordeelsoort.GELIJK_OF_LAGER,
    "?": Oordeelsoort.PRO_INSTELLING,
    ".": Oordeelsoort.GEEN_VERGELIJKING,
}
CELLEN = [(advies, toets, teken) for advies, rij in TABEL.items() for toets, teken in zip(KOLOMMEN, rij, strict=True)]


@pytest.mark.parametrize(("advies", "toets", "teken"), CELLEN)
def test_every_cell_of_the_table(advies: str, toets: str, teken: str) -> None:
    oordeel = bijstelling_nodig(Niveau(advies), Toetsadvies(toets), OP)
    assert oordeel.soort is SOORT_VAN_TEKEN[teken]
    assert oordeel.besluit_nodig is (teken in "+?")


@pytest.mark.parametrize(("advies", "toets", "teken"), CELLEN)
def test_lwoo_does_not_change_the_comparison(advies: str, toets: str, teken: str) -> None:
    met_lwoo = Niveau(advies).met_lwoo
    if met_lwoo is None:
        assert advies in {"vso", "pro", "vmbo_gt_havo", "havo", "havo_vwo", "vwo", "geen"}
    else:
        assert bijstelling_nodig(met_lwoo, Toetsadvies(toets), OP).soort is SOORT_VAN_TEKEN[teken]


@pytest.mark.parametrize(("advies", "toets", "teken"), CELLEN)
def test_only_a_higher_toets_has_passende_niveaus(advies: str, toets: str, teken: str) -> None:
    passend = passende_niveaus(Toetsadvies(toets), Niveau(advies))
    if teken == "+":
        assert passend == (Niveau(toets),)
    elif teken == "?":
        assert passend == (Niveau.VMBO_B,)
    else:
        assert passend == ()


@pytest.mark.parametrize("advies", list(Niveau))
def test_without_toets_there_is_nothing_to_compare(advies: Niveau) -> None:
    oordeel = bijstelling_nodig(advies, None, OP)
    assert oordeel.soort is Oordeelsoort.GEEN_TOETS
    assert definitieve_keuzes(oordeel) == (Keuze(advies.huidig, None, motivatie_nodig=False),)


def test_region_may_switch_off_the_question_at_pro() -> None:
    oordeel = bijstelling_nodig(Niveau.PRO, Toetsadvies.PRO_B, OP, pro_besluit_vragen=False)
    assert oordeel.soort is Oordeelsoort.GELIJK_OF_LAGER


def test_pro_setting_changes_no_other_cell() -> None:
    for advies, toets, teken in CELLEN:
        if teken != "?":
            oordeel = bijstelling_nodig(Niveau(advies), Toetsadvies(toets), OP, pro_besluit_vragen=False)
            assert oordeel.soort is SOORT_VAN_TEKEN[teken]


def test_law_holds_from_1_august_2023() -> None:
    assert regeling_op(date(2023, 8, 1)).naam == "doorstroomtoets en bijstelling"
    assert bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, date(2023, 8, 1)).soort is Oordeelsoort.MOET_BIJSTELLEN


@pytest.mark.parametrize("op", [date(2023, 7, 31), date(2014, 8, 1), date(2000, 1, 1)])
def test_older_law_is_refused_in_words(op: date) -> None:
    with pytest.raises(OudeRegelingNietOndersteund, match="alleen met de regeling vanaf 1-8-2023"):
        bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, op)


def test_choices_after_a_much_higher_toets_are_whole_partial_or_none() -> None:
    oordeel = bijstelling_nodig(Niveau.VMBO_K, Toetsadvies.HAVO_VWO, OP)
    assert definitieve_keuzes(oordeel) == (
        Keuze(Niveau.HAVO_VWO, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=False),
        Keuze(Niveau.HAVO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_GT_HAVO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_GT, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_KGT, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_K, Bijstellingsuitkomst.NIET_BIJGESTELD, motivatie_nodig=True),
    )


def test_half_a_level_leaves_no_partial_choice() -> None:
    oordeel = bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, OP)
    assert definitieve_keuzes(oordeel) == (
        Keuze(Niveau.HAVO_VWO, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=False),
        Keuze(Niveau.HAVO, Bijstellingsuitkomst.NIET_BIJGESTELD, motivatie_nodig=True),
    )


def test_lwoo_stays_as_far_as_it_exists() -> None:
    oordeel = bijstelling_nodig(Niveau.VMBO_B_LWOO, Toetsadvies.VMBO_GT_HAVO, OP)
    assert definitieve_keuzes(oordeel) == (
        # No value with LWOO exists here; that it falls away must be written down.
        Keuze(Niveau.VMBO_GT_HAVO, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_GT_LWOO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_KGT_LWOO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_K_LWOO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_BK_LWOO, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True),
        Keuze(Niveau.VMBO_B_LWOO, Bijstellingsuitkomst.NIET_BIJGESTELD, motivatie_nodig=True),
    )


def test_pro_with_pro_vmbo_asks_for_a_decision() -> None:
    oordeel = bijstelling_nodig(Niveau.PRO, Toetsadvies.PRO_B, OP)
    assert definitieve_keuzes(oordeel) == (
        Keuze(Niveau.VMBO_B, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=False),
        Keuze(Niveau.PRO, Bijstellingsuitkomst.NIET_BIJGESTELD, motivatie_nodig=True),
    )


def test_oordeel_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="toetsadvies"):
        definitieve_keuzes(Bijstellingsoordeel(Oordeelsoort.MOET_BIJSTELLEN, Niveau.HAVO, None))


@pytest.mark.parametrize("voorlopig", [Niveau.VSO, Niveau.GEEN])
def test_without_comparison_the_advice_stays_or_changes_with_reasons(voorlopig: Niveau) -> None:
    eerste, *andere = definitieve_keuzes(bijstelling_nodig(voorlopig, Toetsadvies.HAVO_VWO, OP))
    assert eerste == Keuze(voorlopig, None, motivatie_nodig=False)
    assert Niveau.HAVO in {keuze.niveau for keuze in andere}
    assert {(keuze.uitkomst, keuze.motivatie_nodig) for keuze in andere} == {(Bijstellingsuitkomst.BIJGESTELD, True)}


def test_old_values_compare_as_their_successor_and_end_as_it() -> None:
    gelijk = bijstelling_nodig(Niveau.VMBO_T, Toetsadvies.VMBO_KGT, OP)
    assert definitieve_keuzes(gelijk) == (Keuze(Niveau.VMBO_GT, None, motivatie_nodig=False),)
    hoger = bijstelling_nodig(Niveau.VMBO_T, Toetsadvies.VMBO_GT_HAVO, OP)
    assert definitieve_keuzes(hoger)[-1].niveau is Niveau.VMBO_GT


@pytest.mark.parametrize("voorlopig", list(Niveau))
@pytest.mark.parametrize("toets", list(Toetsadvies))
def test_no_choice_is_lower_old_or_given_twice(voorlopig: Niveau, toets: Toetsadvies) -> None:
    niveaus = [keuze.niveau for keuze in definitieve_keuzes(bijstelling_nodig(voorlopig, toets, OP))]
    assert len(set(niveaus)) == len(niveaus)
    assert not any(niveau.alleen_lezen for niveau in niveaus)
    assert voorlopig.lwoo or not any(niveau.lwoo for niveau in niveaus)
    assert voorlopig.rang is None or min(niveau.rang or 0 for niveau in niveaus) >= voorlopig.rang
