"""Do the terms, steps, grounds and warnings of a vo school follow the law, also on the day before and after?"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Stilstand
from overstap.domain.plaatsingen.rules import (
    HERZIENINGEN,
    STAPPEN,
    BesluitGeweigerd,
    BrugklasGeweigerd,
    Spoor,
    TekstGeweigerd,
    Zorg,
    besluit_voor,
    controleer_besluit,
    controleer_brugklas,
    controleer_grond,
    controleer_herziening,
    controleer_tekst,
    controleer_verlenging,
    is_stil,
    stilstand,
    termijnregel_op,
    tijdelijk_vanaf,
    waarschuwingen,
    zorg_van,
)
from overstap.domain.scholen.rules import Kalender

S = Aanmeldstatus
KALENDER = Kalender.landelijk("2026-2027")
VANDAAG = date(2027, 4, 20)


@pytest.mark.parametrize(
    ("aangemeld", "besluit", "verlengd", "tijdelijk"),
    [
        # Everything up to the last day of the aanmeldweek counts as applied on that day.
        (date(2027, 3, 1), date(2027, 5, 12), date(2027, 6, 9), date(2027, 6, 10)),
        (date(2027, 3, 31), date(2027, 5, 12), date(2027, 6, 9), date(2027, 6, 10)),
        (date(2027, 4, 1), date(2027, 5, 13), date(2027, 6, 10), date(2027, 6, 11)),
        (date(2027, 6, 1), date(2027, 7, 13), date(2027, 8, 10), date(2027, 8, 11)),
    ],
)
def test_a_decision_takes_six_weeks_and_at_most_four_more(aangemeld, besluit, verlengd, tijdelijk):
    assert besluit_voor(aangemeld, KALENDER) == besluit
    assert besluit_voor(aangemeld, KALENDER, verlengd=True) == verlengd
    assert tijdelijk_vanaf(aangemeld, KALENDER) == tijdelijk


def test_before_the_aanmeldweek_existed_every_application_had_its_own_term():
    assert not termijnregel_op(date(2023, 7, 31)).aanmeldweek
    assert termijnregel_op(date(2023, 8, 1)).aanmeldweek
    assert besluit_voor(date(2023, 3, 1), KALENDER) == date(2023, 4, 12)
    assert "8.8" in termijnregel_op(date(2022, 8, 1)).bron
    with pytest.raises(BesluitGeweigerd, match="oude wet"):
        termijnregel_op(date(2022, 7, 31))


def test_the_term_becomes_longer_once_and_before_it_passed():
    controleer_verlenging(VANDAAG, VANDAAG, verlengd=False)
    with pytest.raises(BesluitGeweigerd, match="één keer"):
        controleer_verlenging(VANDAAG, VANDAAG, verlengd=True)
    with pytest.raises(BesluitGeweigerd, match="voorbij"):
        controleer_verlenging(date(2027, 4, 19), VANDAAG, verlengd=False)


def test_every_pair_of_states_is_a_step_a_revision_or_a_sentence():
    for van, naar in product(S, S):
        for mag, controle in ((STAPPEN, controleer_besluit), (HERZIENINGEN, controleer_herziening)):
            if naar in mag[van]:
                controle(van, naar)
            else:
                with pytest.raises(BesluitGeweigerd) as fout:
                    controle(van, naar)
                assert fout.value.zin.endswith(".")
    # Nobody is stuck: from every state one can go on, if only by revising.
    assert all(STAPPEN[van] | HERZIENINGEN[van] for van in S)


def test_a_decision_twice_says_that_it_stands_there():
    with pytest.raises(BesluitGeweigerd, match="staat al zo: toelaatbaar"):
        controleer_besluit(S.TOELAATBAAR, S.TOELAATBAAR)
    with pytest.raises(BesluitGeweigerd, match=r"Er is al een besluit: toelaatbaar.*Herzie"):
        controleer_besluit(S.TOELAATBAAR, S.AFGEWEZEN)
    with pytest.raises(BesluitGeweigerd, match="eerst dat de leerling toelaatbaar"):
        controleer_besluit(S.ONTVANGEN, S.GEPLAATST)


def test_a_refusal_has_a_ground_and_a_reason():
    controleer_grond(S.AFGEWEZEN, Afwijsgrond.VOL, "Er was geen plaats; er is geloot.", ondersteuning=False)
    controleer_grond(S.TOELAATBAAR, None, "", ondersteuning=True)
    for grond, tekst, ondersteuning, zin in (
        (None, "Zomaar", False, "Kies op welke grond"),
        (Afwijsgrond.VOL, "  ", False, "recht op de redenen"),
        (Afwijsgrond.VOL, "", True, "zorgplicht"),
        (Afwijsgrond.ANDERE_SCHOOL, "", True, "welke school"),
    ):
        with pytest.raises(BesluitGeweigerd, match=zin):
            controleer_grond(S.AFGEWEZEN, grond, tekst, ondersteuning=ondersteuning)
    with pytest.raises(BesluitGeweigerd, match="alleen bij een afwijzing"):
        controleer_grond(S.TOELAATBAAR, Afwijsgrond.VOL, "", ondersteuning=False)


def test_a_brugklas_warns_and_never_locks():
    def let_op(advies, bezet=0, capaciteit=2):
        return tuple(waarschuwingen(advies, Niveau.HAVO, Niveau.HAVO_VWO, capaciteit, bezet))

    assert let_op(Niveau.HAVO) == let_op(Niveau.HAVO_VWO) == ()
    assert "ten minste havo" in let_op(Niveau.VMBO_GT_HAVO)[0]
    assert "hoogstens havo/vwo" in let_op(Niveau.VWO)[0]
    assert "geen specifiek advies" in let_op(Niveau.GEEN)[0]
    assert let_op(Niveau.HAVO, bezet=1) == ()
    assert "vol: 2 van de 2" in let_op(Niveau.HAVO, bezet=2)[0]
    assert tuple(waarschuwingen(Niveau.PRO, None, None, None, 900)) == ()


def test_a_brugklas_has_a_name_and_adviezen_in_their_order():
    controleer_brugklas("1A", Niveau.HAVO, Niveau.VWO, 28)
    controleer_brugklas("1A", None, None, None)
    for naam, van, tot, plaatsen, veld in (
        (" ", None, None, None, "naam"),
        ("1A", Niveau.VWO, Niveau.HAVO, None, "advies_tot"),
        ("1A", Niveau.HAVO, None, None, "advies_tot"),
        ("1A", None, None, 0, "capaciteit"),
    ):
        with pytest.raises(BrugklasGeweigerd) as fout:
            controleer_brugklas(naam, van, tot, plaatsen)
        assert fout.value.veld == veld


def test_a_text_is_watched_as_every_free_text():
    assert controleer_tekst("  Wat hielp in groep 7?  ", VANDAAG, nagekeken=False) == "Wat hielp in groep 7?"
    for tekst, zin in (("", "Schrijf eerst"), ("x" * 1501, "te lang"), ("Het nummer is 999990019", "burgerservice")):
        with pytest.raises(TekstGeweigerd, match=zin) as fout:
            controleer_tekst(tekst, VANDAAG, nagekeken=True)
        assert not fout.value.let_op
    with pytest.raises(TekstGeweigerd, match=r"politie.*De ouders lezen dit ook") as fout:
        controleer_tekst("Is de politie geweest?", VANDAAG, nagekeken=False)
    assert fout.value.let_op
    assert controleer_tekst("Is de politie geweest?", VANDAAG, nagekeken=True)


def test_care_need_is_three_facts_and_nothing_else():
    assert zorg_van({}) == zorg_van({"ondersteuningsvraag": False, "tlv": ()}) == Zorg()
    vol = zorg_van({"ondersteuningsvraag": True, "tlv": ({"categorie": "1"},), "contactnodig": True})
    assert vol == Zorg(met_vraag=True, met_tlv=True, gesprek_gevraagd=True)
    assert vol.gewicht > Zorg(met_tlv=True).gewicht > Zorg(met_vraag=True, gesprek_gevraagd=True).gewicht


@pytest.mark.parametrize(
    ("sporen", "waar"),
    [
        ((), Stilstand.NIET_AANGEMELD),
        ((Spoor(False, S.ONTVANGEN),), Stilstand.NIET_VERSTUURD),
        ((Spoor(True, S.ONTVANGEN),), Stilstand.WACHT_OP_VO),
        ((Spoor(True, S.AFGEWEZEN), Spoor(True, S.IN_BEHANDELING)), Stilstand.WACHT_OP_VO),
        ((Spoor(True, S.AFGEWEZEN), Spoor(True, S.AFGEWEZEN)), Stilstand.NERGENS_TOEGELATEN),
        ((Spoor(True, S.AFGEWEZEN), Spoor(True, S.TOELAATBAAR)), Stilstand.NIET_GEPLAATST),
        ((Spoor(True, S.GEPLAATST), Spoor(True, S.AFGEWEZEN)), None),
        ((Spoor(True, S.ONTVANGEN, buiten=True),), None),
        ((Spoor(False, S.ONTVANGEN, buiten=True),), Stilstand.NIET_VERSTUURD),
    ],
)
def test_where_a_pupil_stands_still(sporen, waar):
    assert stilstand(sporen) is waar


def test_still_is_fourteen_days():
    assert not is_stil(date(2027, 4, 7), VANDAAG)
    assert is_stil(date(2027, 4, 6), VANDAAG)
