"""What stops a report from becoming definitief, and what only warns?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from overstap.domain.inzages.rules import (
    INSTELLING,
    Controle,
    Ouderstand,
    Puntcode,
    akkoord_in_oso,
    checklist,
    gezaghebbenden,
    mag_definitief,
)
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import Opmerking

VANDAAG = date(2027, 3, 20)
GOED = Controle(
    ontbrekend=(), advies_definitief=True, ouders=(Ouderstand("A. Doğan", VANDAAG, beantwoord=True),),
    open_correcties=0, gewijzigd_na_inzage=False, bijlagen=2, bijlagen_mee=1, reactietermijn=14, vandaag=VANDAAG,
    deadline=date(2027, 3, 24),
)  # fmt: skip
GEVRAAGD = Ouderstand("E. Doğan", VANDAAG - timedelta(days=14), beantwoord=False)


def opmerking(ernst: Ernst) -> Opmerking:
    return Opmerking(
        "verzuim_vanaf", "Verzuim vanaf", ernst, "Tel alleen het verzuim vanaf 20 maart 2026.", "Artikel 7."
    )


def punt(feiten: Controle, code: Puntcode):
    return {punt.code: punt for punt in checklist(feiten)}[code]


def test_everything_in_order_may_become_definitief():
    assert mag_definitief(checklist(GOED))


@pytest.mark.parametrize(
    ("anders", "code", "woorden"),
    [
        ({"ontbrekend": ("Verzuim", "Gedrag")}, Puntcode.VERPLICHTE_VELDEN, "Verzuim, Gedrag"),
        ({"ontbrekend": ("a", "b", "c", "d")}, Puntcode.VERPLICHTE_VELDEN, "a, b, c en meer"),
        ({"opmerkingen": (opmerking(Ernst.FOUT),)}, Puntcode.WAARDEN, "Verzuim vanaf: Tel alleen het verzuim"),
        ({"advies_definitief": False}, Puntcode.ADVIES, "Geef eerst het definitieve schooladvies"),
        ({"open_correcties": 1}, Puntcode.CORRECTIES, "Beantwoord eerst 1 correctieverzoek "),
        ({"open_correcties": 2}, Puntcode.CORRECTIES, "2 correctieverzoeken"),
        (
            {"ouders": (Ouderstand("E. Doğan", None, beantwoord=False, aangeboden=False),)},
            Puntcode.INZAGE,
            "Bied het rapport eerst aan",
        ),
        ({"ouders": (GEVRAAGD,)}, Puntcode.INZAGE, "mag nog reageren tot en met 20 maart 2027"),
        ({"ouders": ()}, Puntcode.NIEMAND_MET_GEZAG, "haal de gegevens opnieuw op"),
    ],
)
def test_the_duty_of_the_school_blocks_and_says_what_to_do(anders: dict[str, object], code: Puntcode, woorden: str):
    feiten = replace(GOED, **anders)
    assert (punt(feiten, code).in_orde, punt(feiten, code).blokkeert) == (False, True)
    assert woorden in punt(feiten, code).zin
    assert not mag_definitief(checklist(feiten))


def test_a_parent_who_does_not_answer_holds_nothing_up_after_the_term():
    assert not mag_definitief(checklist(replace(GOED, ouders=(GEVRAAGD,))))
    morgen = replace(GOED, ouders=(GEVRAAGD,), vandaag=VANDAAG + timedelta(days=1))
    assert mag_definitief(checklist(morgen))


@pytest.mark.parametrize(
    ("anders", "code", "woorden"),
    [
        ({"gewijzigd_na_inzage": True}, Puntcode.GEWIJZIGD_NA_INZAGE, "Zij krijgen bericht"),
        ({"opmerkingen": (opmerking(Ernst.WAARSCHUWING),)}, Puntcode.WAARDEN, "Verzuim vanaf"),
        ({"vandaag": date(2027, 3, 25)}, Puntcode.DEADLINE, "U kunt het rapport nog wel afmaken"),
    ],
)
def test_a_warning_blocks_nothing(anders: dict[str, object], code: Puntcode, woorden: str):
    feiten = replace(GOED, **anders)
    assert not punt(feiten, code).in_orde
    assert woorden in punt(feiten, code).zin
    assert mag_definitief(checklist(feiten))


def test_the_last_day_is_in_time():
    assert punt(replace(GOED, vandaag=GOED.deadline), Puntcode.DEADLINE).in_orde


@pytest.mark.parametrize(
    ("antwoorden", "verwacht"),
    [
        (["ja", "ja"], "Ja"),
        (["ja", "nee"], "Nee"),
        (["ja", ""], "Onbekend"),
        (["geen_antwoord"], "Onbekend"),
        ([], "Onbekend"),
        (["nee", "geen_antwoord"], "Nee"),
    ],
)
def test_one_no_is_no_and_only_everybody_is_yes(antwoorden: list[str], verwacht: str):
    assert akkoord_in_oso(antwoorden) == verwacht


def test_inzage_is_for_living_parents_with_gezag_and_for_the_institution():
    moeder = {
        "id": str(UUID(int=1)), "roepnaam": "Elif", "achternaam": "Doğan", "wettigevertegenwoordiger": True,
        "communicatie": (
            {"soort": "telefoon", "nummer": "0000000001"},
            {"soort": "e-mail", "nummer": "geheim@ouders.example", "geheim": True},
            {"soort": "e-mail", "nummer": "elif@ouders.example"},
        ),
    }  # fmt: skip
    vader = {
        "id": str(UUID(int=2)),
        "voorletters": "M.",
        "voorvoegsel": "van",
        "achternaam": "Dam",
        "wettigevertegenwoordiger": True,
    }
    oma = {"id": str(UUID(int=3)), "achternaam": "Dam", "wettigevertegenwoordiger": False}
    overleden = {**vader, "id": str(UUID(int=4)), "overleden": True}
    inhoud = {"verzorgers": (moeder, vader, oma, overleden), "verzorgers_aansprakelijk": True}
    assert [(wie.sleutel.int, wie.naam, wie.mail) for wie in gezaghebbenden(inhoud)] == [
        (1, "Elif Doğan", "elif@ouders.example"),
        (2, "M. van Dam", ""),
    ]
    voogd = {"verzorgers_aansprakelijk": False, "aansprakelijke_instelling": {"naam": "Voogdij Meerdorp"}}
    assert [(wie.sleutel, wie.naam) for wie in gezaghebbenden(voogd)] == [(INSTELLING, "Voogdij Meerdorp")]


def test_an_attachment_that_may_not_leave_stops_the_school_here():
    punten = checklist(replace(GOED, bijlagen_bezwaar="Een bijlage wordt nog gecontroleerd op virussen."))
    [punt] = [punt for punt in punten if punt.code is Puntcode.BIJLAGEN]
    assert (punt.in_orde, punt.blokkeert) == (False, True)
    assert not mag_definitief(punten)
    assert mag_definitief(checklist(GOED))
