"""Which steps may the check of an attachment take, what may leave us, and how much is too much?"""

from __future__ import annotations

import itertools
from datetime import date
from uuid import UUID

import pytest

from overstap.domain.bijlagen.enums import Bijlagesoort, Ingreep, Koppelgrond, Ontvanger, Scanstaat, Weigerreden
from overstap.domain.bijlagen.rules import (
    GRENZEN,
    SCANSTAPPEN,
    BijlageGeweigerd,
    Grenzen,
    Kandidaat,
    VertrekGeweigerd,
    VrijgaveGeweigerd,
    controleer_omvang,
    controleer_vertrek,
    controleer_vrijgave,
    dagen_in,
    mag_scanstap,
    nummers_in,
    scanstaat_na,
    stel_voor,
    weeg,
)
from overstap.domain.bijlagen.snapshot import Keuring
from tests.wereld import VANDAAG


def test_every_state_is_in_the_table_and_the_verdicts_are_final() -> None:
    assert SCANSTAPPEN.keys() == set(Scanstaat)
    # What was refused stays refused; what was safe may be refused later, and is never called unscanned.
    assert not SCANSTAPPEN[Scanstaat.GEWEIGERD]
    assert SCANSTAPPEN[Scanstaat.VEILIG] == {Scanstaat.VEILIG, Scanstaat.GEWEIGERD}
    for van, naar in itertools.product(Scanstaat, Scanstaat):
        assert mag_scanstap(van, naar) == (naar in SCANSTAPPEN[van])
        assert naar is not Scanstaat.WORDT_GECONTROLEERD or not mag_scanstap(van, naar)


@pytest.mark.parametrize("gescand", [True, False])
@pytest.mark.parametrize("reden", [None, *Weigerreden])
def test_only_a_scanner_makes_safe(gescand: bool, reden: Weigerreden | None) -> None:
    staat = scanstaat_na(Keuring(gescand, reden))
    assert (staat is Scanstaat.VEILIG) == (gescand and reden is None)
    assert (staat is Scanstaat.GEWEIGERD) == (reden is not None)


@pytest.mark.parametrize("scanplicht", [True, False])
@pytest.mark.parametrize("staat", list(Scanstaat))
def test_what_was_not_scanned_does_not_leave_where_that_is_asked(staat: Scanstaat, scanplicht: bool) -> None:
    mag = staat is Scanstaat.VEILIG or (not scanplicht and staat is not Scanstaat.GEWEIGERD)
    if mag:
        controleer_vertrek([Scanstaat.VEILIG, staat], scanplicht=scanplicht)
    else:
        with pytest.raises(VertrekGeweigerd) as fout:
            controleer_vertrek([Scanstaat.VEILIG, staat], scanplicht=scanplicht)
        assert fout.value.zin.endswith(".")


def test_a_refused_attachment_is_never_released() -> None:
    controleer_vrijgave(Bijlagesoort.LVS_PROFIEL, {Ontvanger.VO}, None, VANDAAG, Scanstaat.WORDT_GECONTROLEERD)
    with pytest.raises(VrijgaveGeweigerd, match="geweigerd"):
        controleer_vrijgave(Bijlagesoort.LVS_PROFIEL, {Ontvanger.VO}, None, VANDAAG, Scanstaat.GEWEIGERD)


KLEIN = Grenzen(per_stuk=40, samen=100, aantal=3)


@pytest.mark.parametrize(
    ("omvang", "aanwezig", "woord"),
    [(41, [], "hoogstens"), (1, [1, 1, 1], "Er zijn al 3 bijlagen"), (31, [40, 30], "samen")],
)
def test_too_big_or_too_many_is_said_in_a_sentence(omvang: int, aanwezig: list[int], woord: str) -> None:
    with pytest.raises(BijlageGeweigerd, match=woord):
        controleer_omvang(omvang, aanwezig, KLEIN)


def test_the_limits_themselves_still_fit() -> None:
    controleer_omvang(40, [40, 20], KLEIN)
    controleer_omvang(GRENZEN.per_stuk, [1] * (GRENZEN.aantal - 1))
    with pytest.raises(BijlageGeweigerd, match="Meer dan 100 kan niet"):
        controleer_omvang(1, [1] * 300)


@pytest.mark.parametrize("keuze", [*Ingreep, *Weigerreden])
def test_what_was_done_is_said_in_a_whole_sentence(keuze: Ingreep | Weigerreden) -> None:
    assert keuze.zin[0].isupper()
    assert keuze.zin.endswith(".")


NOOR, SAMI, ILIAS, TWEEDE_NOOR = (UUID(int=nummer) for nummer in range(1, 5))
KLAS = (
    Kandidaat(NOOR, "Noor", "Haddou"),
    Kandidaat(SAMI, "Sami", "Haddou"),
    Kandidaat(ILIAS, "Ilias", "El Amrani"),
)


@pytest.mark.parametrize(
    ("naam", "wie", "grond"),
    [
        ("Profiel Noor Haddou M8.pdf", NOOR, Koppelgrond.NAAM),
        ("haddou_noor_2026.pdf", NOOR, Koppelgrond.NAAM),
        ("ProfielIliasElAmrani.pdf", ILIAS, Koppelgrond.NAAM),
        ("NOOR HADDOU en SAMI HADDOU.pdf", None, Koppelgrond.MEER),
        ("Haddou.pdf", None, Koppelgrond.GEEN),
        ("Noortje Haddou.pdf", None, Koppelgrond.GEEN),
        ("Noör Haddöu.pdf", NOOR, Koppelgrond.NAAM),
        ("scan001.pdf", None, Koppelgrond.GEEN),
    ],
)
def test_a_name_of_a_file_proposes_one_pupil_or_asks(naam: str, wie: UUID | None, grond: Koppelgrond) -> None:
    assert stel_voor(naam, KLAS) == (wie, grond)


def test_two_pupils_of_one_name_are_a_question_unless_a_number_says_which() -> None:
    dubbel = (*KLAS, Kandidaat(TWEEDE_NOOR, "Noor", "Haddou"))
    assert stel_voor("Noor Haddou.pdf", dubbel) == (None, Koppelgrond.MEER)
    zeker = (TWEEDE_NOOR, Koppelgrond.NUMMER)
    assert stel_voor("Noor Haddou.pdf", dubbel, zeker) == zeker


def test_numbers_and_days_are_found_as_people_write_them():
    assert nummers_in("BSN 9999.90.019, lln 1234, tel 0612345678, nr 12345678") == {"999990019", "012345678"}
    tekst = "geb. 1-4-2015, afname 20 januari 2026, 2026-03-05, 31-02-2020, 3 smarch 2020"
    assert dagen_in(tekst) == {date(2015, 4, 1), date(2026, 1, 20), date(2026, 3, 5)}


@pytest.mark.parametrize(
    ("eerder", "op_nummer", "op_geboorte", "daarna"),
    [
        ((None, Koppelgrond.GEEN), "", "", (None, Koppelgrond.GEEN)),
        (("a", Koppelgrond.NAAM), "", "", ("a", Koppelgrond.NAAM)),
        (("a", Koppelgrond.NAAM), "a", "", ("a", Koppelgrond.TEKST)),
        (("a", Koppelgrond.NAAM), "", "a", ("a", Koppelgrond.GEBOORTE)),
        (("a", Koppelgrond.NAAM), "b", "", (None, Koppelgrond.MEER)),
        (("a", Koppelgrond.NUMMER), "b", "", (None, Koppelgrond.MEER)),
        (("a", Koppelgrond.LEERLINGID), "a", "a", ("a", Koppelgrond.LEERLINGID)),
        ((None, Koppelgrond.MEER), "ab", "", (None, Koppelgrond.MEER)),
        ((None, Koppelgrond.MEER), "", "b", ("b", Koppelgrond.GEBOORTE)),
    ],
)
def test_what_the_name_and_the_page_say_must_agree(eerder, op_nummer, op_geboorte, daarna):
    assert weeg(eerder, set(op_nummer), set(op_geboorte)) == daarna


def test_of_three_hundred_attachments_a_hundred_fit_and_the_others_hear_what_to_do() -> None:
    er_zijn: list[int] = []
    zinnen = set()
    for _keer in range(300):
        try:
            controleer_omvang(1, er_zijn)
        except BijlageGeweigerd as fout:
            zinnen.add(fout.zin)
        else:
            er_zijn.append(1)
    assert len(er_zijn) == GRENZEN.aantal
    [zin] = zinnen
    assert zin.startswith("Er zijn al 100 bijlagen. Meer dan 100 kan niet. Trek eerst bijlagen in")
