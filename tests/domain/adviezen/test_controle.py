"""Does the check of a definitief advies refuse what the law forbids, and say what to do?"""

from datetime import date
from itertools import product

import pytest

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules import (
    Adviesfout,
    Adviesfoutcode,
    OudeRegelingNietOndersteund,
    bijstelling_nodig,
    controleer_definitief,
    controleer_voorlopig,
    definitieve_keuzes,
    passende_niveaus,
)

OP = date(2027, 3, 20)
BIJ, DEELS, NIET = Bijstellingsuitkomst
REDEN = "De leerling heeft in alle vakken dagelijks hulp nodig."


def fouten(
    voorlopig: Niveau,
    toets: Toetsadvies | None,
    definitief: Niveau,
    uitkomst: Bijstellingsuitkomst | None = None,
    motivatie: str = "",
) -> list[Adviesfout]:
    return controleer_definitief(voorlopig, toets, definitief, uitkomst, motivatie, op=OP)


Geval = tuple[Niveau, Toetsadvies | None, Niveau, Bijstellingsuitkomst | None, str]
T = Toetsadvies
N = Niveau

LAWFUL: list[Geval] = [
    (N.HAVO, T.HAVO_VWO, N.HAVO_VWO, BIJ, ""),
    (N.HAVO, T.HAVO_VWO, N.HAVO, NIET, REDEN),
    (N.VMBO_K, T.HAVO_VWO, N.VMBO_GT_HAVO, DEELS, REDEN),
    (N.VMBO_K_LWOO, T.VMBO_KGT, N.VMBO_KGT_LWOO, BIJ, ""),
    (N.VMBO_K_LWOO, T.HAVO_VWO, N.HAVO_VWO, BIJ, "Lwoo vervalt in overleg met de ouders."),
    (N.VMBO_K_LWOO, T.VMBO_BK, N.VMBO_K_LWOO, None, ""),
    (N.HAVO, T.VMBO_BK, N.HAVO, None, ""),
    (N.VWO, T.VWO, N.VWO, None, ""),
    (N.VWO, None, N.VWO, None, ""),
    (N.PRO, T.PRO_B, N.PRO, NIET, REDEN),
    (N.PRO, T.PRO_B, N.VMBO_B, BIJ, ""),
    (N.VSO, T.VMBO_KGT, N.VSO, None, ""),
    (N.VSO, T.VMBO_KGT, N.VMBO_KGT, BIJ, REDEN),
    (N.GEEN, T.VMBO_BK, N.GEEN, None, ""),
    (N.GEEN, T.VMBO_BK, N.VMBO_BK, BIJ, REDEN),
    (N.VMBO_T, T.VMBO_GT_HAVO, N.VMBO_GT, NIET, REDEN),
]

UNLAWFUL = [
    (N.HAVO, T.VMBO_BK, N.VMBO_BK, None, "", ["lager_dan_voorlopig"]),
    (N.HAVO, T.VWO, N.VMBO_GT_HAVO, NIET, REDEN, ["lager_dan_voorlopig"]),
    (N.HAVO, T.VWO, N.GEEN, NIET, REDEN, ["lager_dan_voorlopig"]),
    (N.VSO, T.VWO, N.GEEN, BIJ, REDEN, ["lager_dan_voorlopig"]),
    (N.HAVO, T.HAVO_VWO, N.VWO, BIJ, REDEN, ["hoger_dan_toets"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO_VWO, None, "", ["uitkomst_ontbreekt"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO, None, "", ["uitkomst_ontbreekt", "motivatie_ontbreekt"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO_VWO, NIET, REDEN, ["uitkomst_past_niet"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO, BIJ, REDEN, ["uitkomst_past_niet"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO, NIET, "", ["motivatie_ontbreekt"]),
    (N.HAVO, T.HAVO_VWO, N.HAVO, NIET, "  \n", ["motivatie_ontbreekt"]),
    (N.VMBO_K, T.HAVO_VWO, N.VMBO_GT_HAVO, DEELS, "", ["motivatie_ontbreekt"]),
    (N.VMBO_K, T.HAVO_VWO, N.VMBO_GT_HAVO, BIJ, REDEN, ["uitkomst_past_niet"]),
    (N.VMBO_K, T.VMBO_KGT, N.VMBO_KGT_LWOO, BIJ, REDEN, ["lwoo_erbij"]),
    (N.VMBO_K, T.VMBO_BK, N.VMBO_K_LWOO, None, "", ["lwoo_erbij"]),
    (N.VMBO_K_LWOO, T.VMBO_KGT, N.VMBO_KGT, BIJ, REDEN, ["lwoo_weg"]),
    (N.VMBO_K_LWOO, T.VMBO_BK, N.VMBO_K, None, "", ["lwoo_weg"]),
    (N.VMBO_K_LWOO, T.HAVO_VWO, N.HAVO_VWO, BIJ, "", ["motivatie_ontbreekt"]),
    (N.HAVO, T.HAVO_VWO, N.VMBO_T, NIET, REDEN, ["niveau_vervallen"]),
    (N.VMBO_T, None, N.VMBO_T, None, "", ["niveau_vervallen"]),
    (N.HAVO, T.VMBO_BK, N.HAVO_VWO, BIJ, REDEN, ["ongewijzigd_verplicht"]),
    (N.HAVO, None, N.HAVO_VWO, BIJ, REDEN, ["ongewijzigd_verplicht"]),
    (N.HAVO, T.VMBO_BK, N.HAVO, NIET, REDEN, ["uitkomst_niet_van_toepassing"]),
    (N.PRO, T.PRO_B, N.PRO, None, "", ["uitkomst_ontbreekt", "motivatie_ontbreekt"]),
    (N.PRO, T.PRO_B, N.VMBO_BK, BIJ, REDEN, ["hoger_dan_toets"]),
    (N.GEEN, T.VMBO_BK, N.VMBO_BK, BIJ, "", ["motivatie_ontbreekt"]),
    (N.GEEN, T.VMBO_BK, N.VMBO_BK_LWOO, BIJ, REDEN, ["lwoo_erbij"]),
]


@pytest.mark.parametrize("geval", LAWFUL)
def test_lawful_advice_passes(geval: Geval) -> None:
    assert fouten(*geval) == []


@pytest.mark.parametrize(("geval", "verwacht"), [(rij[:5], rij[5]) for rij in UNLAWFUL])
def test_unlawful_advice_is_refused_for_its_own_reason(geval: Geval, verwacht: list[str]) -> None:
    assert [fout.code.value for fout in fouten(*geval)] == verwacht


# What the act itself refuses, before the advice is weighed; tested with the actions.
VAN_DE_HANDELING = {
    Adviesfoutcode.EERST_VOORLOPIG,
    Adviesfoutcode.EERST_TOETS,
    Adviesfoutcode.AL_DEFINITIEF,
    Adviesfoutcode.DATUM_IN_TOEKOMST,
    Adviesfoutcode.ANDER_SCHOOLJAAR,
    Adviesfoutcode.VOOR_HET_VOORLOPIGE,
}


def test_every_error_code_has_a_case() -> None:
    assert {code for rij in UNLAWFUL for code in rij[5]} == set(Adviesfoutcode) - VAN_DE_HANDELING


@pytest.mark.parametrize("niveau", list(Niveau))
def test_old_value_is_no_voorlopig_advies(niveau: Niveau) -> None:
    assert [fout.code for fout in controleer_voorlopig(niveau)] == (
        [] if niveau in Niveau.kiesbaar() else [Adviesfoutcode.NIVEAU_VERVALLEN]
    )


def test_old_voorlopig_advies_is_told_its_successor() -> None:
    (fout,) = controleer_voorlopig(Niveau.VMBO_T)
    assert (fout.veld, fout.zin) == ("voorlopig", "Het advies vmbo-t bestaat niet meer. Kies vmbo-gt.")


def test_errors_name_their_field_and_say_what_to_do() -> None:
    assert fouten(N.HAVO, T.HAVO_VWO, N.HAVO) == [
        Adviesfout(
            Adviesfoutcode.UITKOMST_ONTBREEKT,
            "uitkomst",
            "Leg vast of u het advies bijstelt. Bij havo hoort: niet bijgesteld, met motivatie.",
        ),
        Adviesfout(
            Adviesfoutcode.MOTIVATIE_ONTBREEKT,
            "motivatie",
            "Schrijf op waarom bijstellen niet in het belang van de leerling is.",
        ),
    ]
    assert fouten(N.HAVO, T.VWO, N.VMBO_GT) == [
        Adviesfout(
            Adviesfoutcode.LAGER_DAN_VOORLOPIG,
            "definitief",
            "Het definitieve advies mag niet lager zijn dan het voorlopige advies. Kies havo of hoger.",
        )
    ]
    assert fouten(N.VMBO_K_LWOO, T.VMBO_KGT, N.VMBO_KGT, BIJ)[0].zin == (
        "Lwoo mag bij het bijstellen niet wegvallen, want het voorlopige advies is met lwoo. Kies vmbo-k/gt met lwoo."
    )
    assert fouten(N.HAVO, T.HAVO_VWO, N.VWO, BIJ)[0].zin == (
        "Dit advies past niet bij de toets. Kies havo/vwo of havo."
    )


def test_advice_under_the_old_law_is_not_checked() -> None:
    with pytest.raises(OudeRegelingNietOndersteund):
        controleer_definitief(N.HAVO, T.VWO, N.VWO, BIJ, "", op=date(2023, 7, 31))


def test_region_setting_reaches_the_check() -> None:
    assert controleer_definitief(N.PRO, T.PRO_B, N.PRO, None, "", op=OP, pro_besluit_vragen=False) == []


# The world is finite, so every combination is tried instead of a sample of them.
ALLES = list(product(Niveau, [None, *Toetsadvies], Niveau, [None, *Bijstellingsuitkomst]))


def test_what_passes_without_words_is_never_lower_and_keeps_its_lwoo() -> None:
    goed = [geval for geval in ALLES if fouten(*geval) == []]
    assert len(goed) > len(Niveau)
    assert [
        (voorlopig, toets, definitief, uitkomst)
        for voorlopig, toets, definitief, uitkomst in goed
        if definitief.lwoo != voorlopig.lwoo
        or (voorlopig.rang is not None and (definitief.rang is None or definitief.rang < voorlopig.rang))
    ] == []


def test_no_motivation_makes_a_lower_advice_lawful() -> None:
    lager = [
        geval
        for geval in ALLES
        if geval[0].rang is not None and (geval[2].rang is None or geval[2].rang < geval[0].rang)
    ]
    assert len(lager) > len(Niveau)
    assert [geval for geval in lager if fouten(*geval, REDEN) == []] == []


def test_no_motivation_makes_gaining_lwoo_lawful() -> None:
    erbij = [geval for geval in ALLES if geval[2].lwoo and not geval[0].lwoo]
    assert len(erbij) > len(Niveau)
    assert [geval for geval in erbij if fouten(*geval, REDEN) == []] == []


def test_adjusting_to_the_toets_always_passes() -> None:
    passend = [
        (voorlopig, toets, niveau, BIJ)
        for voorlopig, toets in product(Niveau, Toetsadvies)
        for niveau in passende_niveaus(toets, voorlopig)
    ]
    assert len(passend) > len(Niveau)
    assert [geval for geval in passend if fouten(*geval, REDEN) != []] == []


@pytest.mark.parametrize("motivatie", ["", REDEN])
def test_check_and_choices_agree(motivatie: str) -> None:
    for voorlopig, toets in product(Niveau, [None, *Toetsadvies]):
        mag = {
            (keuze.niveau, keuze.uitkomst)
            for keuze in definitieve_keuzes(bijstelling_nodig(voorlopig, toets, OP))
            if motivatie or not keuze.motivatie_nodig
        }
        goed = {
            (definitief, uitkomst)
            for definitief, uitkomst in product(Niveau, [None, *Bijstellingsuitkomst])
            if fouten(voorlopig, toets, definitief, uitkomst, motivatie) == []
        }
        assert goed == mag


def test_every_error_is_a_whole_dutch_sentence_with_a_field() -> None:
    alle = {fout for geval in ALLES for fout in fouten(*geval)}
    assert {fout.veld for fout in alle} == {"definitief", "uitkomst", "motivatie"}
    assert [fout for fout in alle if not fout.zin[0].isupper() or not fout.zin.endswith(".")] == []
    assert [fout for fout in alle if "None" in fout.zin or "_" in fout.zin] == []
