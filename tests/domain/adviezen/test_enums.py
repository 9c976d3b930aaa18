"""Are the words of the schooladvies complete, ordered and read without guessing?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.adviezen.enums import (
    Aanbieder,
    Adviessoort,
    Bijstellingsuitkomst,
    Niveau,
    Referentieniveau,
    Toetsadvies,
    Toetsdomein,
)

CODES = "01 10 20 21 22 23 30 31 32 33 34 35 40 41 42 43 44 50 51 52 60 61 70 80"


def test_niveau_has_exactly_the_24_open_codes() -> None:
    assert sorted(niveau.code for niveau in Niveau) == CODES.split()


def test_strict_order_of_all_values() -> None:
    volgorde: list[list[Niveau | Toetsadvies]] = [
        [Niveau.VSO],
        [Niveau.PRO],
        [Toetsadvies.PRO_B],
        [Niveau.VMBO_B, Niveau.VMBO_B_LWOO],
        [Niveau.VMBO_BK, Niveau.VMBO_BK_LWOO, Toetsadvies.VMBO_BK],
        [Niveau.VMBO_K, Niveau.VMBO_K_LWOO],
        [Niveau.VMBO_KGT, Niveau.VMBO_KGT_LWOO, Niveau.VMBO_KG, Niveau.VMBO_KG_LWOO, Toetsadvies.VMBO_KGT],
        [
            Niveau.VMBO_GT,
            Niveau.VMBO_GT_LWOO,
            Niveau.VMBO_G,
            Niveau.VMBO_G_LWOO,
            Niveau.VMBO_T,
            Niveau.VMBO_T_LWOO,
        ],
        [Niveau.VMBO_GT_HAVO, Niveau.VMBO_G_HAVO, Toetsadvies.VMBO_GT_HAVO],
        [Niveau.HAVO],
        [Niveau.HAVO_VWO, Toetsadvies.HAVO_VWO],
        [Niveau.VWO, Toetsadvies.VWO],
    ]
    assert [{waarde.rang for waarde in gelijke} for gelijke in volgorde] == [{rang} for rang in range(12)]
    assert Niveau.GEEN.rang is None
    assert sum(len(gelijke) for gelijke in volgorde) + 1 == len(Niveau) + len(Toetsadvies)


def test_seven_old_values_point_to_their_successor_and_17_are_open() -> None:
    assert {niveau.code: niveau.huidig.code for niveau in Niveau if niveau.alleen_lezen} == {
        "32": "34",
        "33": "35",
        "40": "42",
        "41": "43",
        "44": "52",
        "50": "42",
        "51": "43",
    }
    assert len(Niveau.kiesbaar()) == 17
    assert all(niveau.huidig is niveau for niveau in Niveau.kiesbaar())


def test_lwoo_pairs_share_everything_but_the_support() -> None:
    paren = [(niveau.zonder_lwoo, niveau) for niveau in Niveau if niveau.lwoo]
    assert [(zonder.code, met.code) for zonder, met in paren] == [
        ("20", "21"),
        ("22", "23"),
        ("30", "31"),
        ("34", "35"),
        ("42", "43"),
        ("32", "33"),
        ("40", "41"),
        ("50", "51"),
    ]
    for zonder, met in paren:
        assert (zonder.rang, zonder.treden) == (met.rang, met.treden)
        assert zonder.met_lwoo is met
        assert met.met_lwoo is met
        assert met.huidig.zonder_lwoo is zonder.huidig


def test_ladder_of_the_open_values() -> None:
    assert [niveau.treden for niveau in Niveau.kiesbaar() if not niveau.lwoo] == [
        (),
        (0,),
        (1,),
        (1, 2),
        (2,),
        (2, 3),
        (3,),
        (3, 4),
        (4,),
        (4, 5),
        (5,),
        (),
    ]


def test_toetsadvies_in_accordance_has_the_same_rank_and_steps() -> None:
    assert Toetsadvies.PRO_B.niveau is None
    for toets in list(Toetsadvies)[1:]:
        assert toets.niveau is not None
        assert (toets.niveau.rang, toets.niveau.treden) == (toets.rang, toets.treden)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("pro/vmbo bb", Toetsadvies.PRO_B),
        ("praktijkonderwijs / vmbo-basis", Toetsadvies.PRO_B),
        ("vmbo bb/vmbo kb", Toetsadvies.VMBO_BK),
        ("VMBO basisberoepsgerichte leerweg of kaderberoepsgerichte leerweg", Toetsadvies.VMBO_BK),
        ("vmbo-b/k", Toetsadvies.VMBO_BK),
        ("vmbo kb/vmbo gl-tl", Toetsadvies.VMBO_KGT),
        ("VMBO_KB_TM_VMBO_GL/TL", Toetsadvies.VMBO_KGT),
        ("  Vmbo-K / GT ", Toetsadvies.VMBO_KGT),
        ("vmbo gl/tl t/m havo", Toetsadvies.VMBO_GT_HAVO),
        ("vmbo-tl/havo", Toetsadvies.VMBO_GT_HAVO),
        ("mavo/havo", Toetsadvies.VMBO_GT_HAVO),
        ("vmbo gl\u2013tl \u2013 havo", Toetsadvies.VMBO_GT_HAVO),
        ("havo/vwo", Toetsadvies.HAVO_VWO),
        ("vwo/havo", Toetsadvies.HAVO_VWO),
        ("havo tot en met vwo", Toetsadvies.HAVO_VWO),
        ("VWO", Toetsadvies.VWO),
        # Never a guess: single levels, triples, gaps, unknown words, nothing at all.
        ("havo", None),
        ("vmbo kb", None),
        ("vmbo gl-tl", None),
        ("vmbo", None),
        ("bb/kb/gl-tl", None),
        ("kb/havo", None),
        ("geen vwo", None),
        ("vwo+", None),
        ("havo/vwo 540", None),
        ("vmbo bb/kb met lwoo", None),
        ("", None),
        ("   ", None),
    ],
)
def test_oso_text_is_read_tolerantly_but_never_guessed(tekst: str, verwacht: Toetsadvies | None) -> None:
    assert Toetsadvies.uit_tekst(tekst) is verwacht


@pytest.mark.parametrize("toets", list(Toetsadvies))
def test_own_labels_read_back(toets: Toetsadvies) -> None:
    assert Toetsadvies.uit_tekst(toets.label) is toets
    assert Toetsadvies.uit_tekst(toets.label.upper()) is toets


@given(st.text(max_size=60))
def test_any_text_is_survived(tekst: str) -> None:
    assert Toetsadvies.uit_tekst(tekst) in {None, *Toetsadvies}


def test_aanbieders_of_a_year_come_from_the_table() -> None:
    assert {aanbieder.value for aanbieder in Aanbieder.in_schooljaar("2024-2025")} == {
        "leerling_in_beeld",
        "iep",
        "route_8",
        "dia",
        "amn",
        "doe",
    }
    assert Aanbieder.in_schooljaar("2022-2023") == ()


def test_oso_codes_of_aanbieders_are_read_only_when_named() -> None:
    assert [Aanbieder.uit_oso(code) for code in ("0011", "0012", "0013", "0014", "0016", "")] == [
        Aanbieder.CET,
        Aanbieder.ROUTE_8,
        Aanbieder.IEP,
        None,
        None,
        None,
    ]


def test_reference_levels_per_domain() -> None:
    assert [[niveau.label for niveau in domein.niveaus] for domein in Toetsdomein] == [
        ["lager dan 1F", "1F", "2F"],
        ["lager dan 1F", "1F", "2F"],
        ["lager dan 1F", "1F", "1S"],
    ]
    assert [Referentieniveau.uit_oso(code) for code in ("01", "02", "03", "04", "05")] == [
        *Referentieniveau,
        None,
    ]


def test_choices_are_stored_value_and_label() -> None:
    assert Adviessoort.choices == [("voorlopig", "Voorlopig advies"), ("definitief", "Definitief advies")]
    assert Bijstellingsuitkomst.max_length == len("deels_bijgesteld")
    assert Niveau("havo_vwo") is Niveau.HAVO_VWO
    assert f"{Niveau.HAVO_VWO}" == "havo_vwo"
    with pytest.raises(ValueError, match="onbekend"):
        Niveau("onbekend")
