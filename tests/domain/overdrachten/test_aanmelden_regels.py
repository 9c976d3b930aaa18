"""Does a unieke code tell a slip of the pen, is a name known however it is typed, and does a list run nothing?"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from overstap.domain.gebruikers.rules import ALFABET
from overstap.domain.overdrachten.rules import Leerlinggegevens, code_uit, csv, heeft_vorm, in_groepen, zoeknaam

CODE = code_uit([3, 14, 31, 0, 7, 22, 9, 18, 27, 1, 30])


def test_a_code_is_read_however_it_is_typed() -> None:
    assert heeft_vorm(CODE)
    assert heeft_vorm(in_groepen(CODE).lower())
    assert heeft_vorm(f" {CODE[:5]} {CODE[5:]} ")
    assert len(in_groepen(CODE).split("-")) == 3


def test_every_wrong_character_is_seen() -> None:
    anders = {
        CODE[:plaats] + teken + CODE[plaats + 1 :]
        for plaats in range(len(CODE))
        for teken in ALFABET
        if teken != CODE[plaats]
    }
    assert len(anders) == len(CODE) * (len(ALFABET) - 1)
    assert not any(heeft_vorm(code) for code in anders)


def test_two_characters_that_changed_places_are_seen() -> None:
    verwisseld = [CODE[:plaats] + b + a + CODE[plaats + 2 :] for plaats, (a, b) in enumerate(pairwise(CODE)) if a != b]
    assert not any(heeft_vorm(code) for code in verwisseld)


@pytest.mark.parametrize("getypt", ["", "ABCD", CODE + "A", "IIII-OOOO-0000", "你好" * 6])
def test_what_cannot_be_a_code_is_none(getypt: str) -> None:
    assert not heeft_vorm(getypt)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Doğan", "dogan"),
        ("El Amrani", "Amrani"),
        ("van der Berg-Jansen", "Berg Jansen"),
        ("'t Hart", "’t hart"),
        ("Świt-Łoś", "swit los"),
        ("Nguyễn", "NGUYEN"),
    ],
)
def test_a_surname_is_the_same_however_it_is_typed(een: str, ander: str) -> None:
    assert zoeknaam(een) == zoeknaam(ander) != ""


def test_who_is_called_by_a_voorvoegsel_keeps_a_name() -> None:
    assert zoeknaam("Van") == "van"
    assert zoeknaam("De La") == "la"


def test_other_particulars_are_another_pupil() -> None:
    goed = Leerlinggegevens("99XA", "999990019", date(2014, 3, 4), "de Wit")
    anders = (
        Leerlinggegevens("99XB", "999990019", date(2014, 3, 4), "de Wit"),
        Leerlinggegevens("99XA", "999990020", date(2014, 3, 4), "de Wit"),
        Leerlinggegevens("99XA", "999990019", date(2014, 3, 5), "de Wit"),
        Leerlinggegevens("99XA", "999990019", date(2014, 3, 4), "de Wilt"),
    )
    assert goed.kenmerk == Leerlinggegevens("99xa", "999990019", date(2014, 3, 4), "WIT").kenmerk
    assert goed.kenmerk not in {een.kenmerk for een in anders}


@pytest.mark.parametrize("cel", ["=1+1", "+31", "-1", "@A1", " =1", "\t=1", "＝1", "|cmd"])
def test_what_looks_like_a_formula_stays_a_text(cel: str) -> None:
    tekst = csv(["Naam"], [[cel]]).decode("utf-8-sig")
    assert tekst == f'"Naam"\r\n"\'{cel}"\r\n'


def test_a_list_keeps_names_whole() -> None:
    ruw = csv(["Naam", "School"], [['Świt; "Zofia"', "De Klaproos"]])
    assert ruw.startswith(b"\xef\xbb\xbf")
    assert ruw.decode("utf-8-sig").splitlines()[1] == '"Świt; ""Zofia""";"De Klaproos"'
