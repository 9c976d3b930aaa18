"""Who may read, by which right, and what of where the other one lives?"""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.rules import INSTELLING, LEERLING, is_zonder_gezag, recht_nu, rechthebbenden, voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.rules.aanvullen import aanvulbaar
from overstap.domain.rapporten.snapshot import Inhoud, vergelijk_versies

OP = date(2027, 3, 20)
MOEDER, VADER, VOOGD, OMA = (f"00000000-0000-4000-9000-00000000000{n}" for n in range(4))
THUIS = {"straat": "Lindelaan", "nummer": "7", "postcode": "1234 AB", "plaats": "Meerdorp"}
# The same place, written otherwise.
ZELFDE = {**THUIS, "postcode": "1234ab"}
ELDERS = {"straat": "Kanaalkade", "nummer": "7", "postcode": "5678 CD", "plaats": "Stuwmeer"}


def wie(
    sleutel: str, relatie: str, adres: dict[str, str], *, gezag: bool = True, **anders: object
) -> dict[str, object]:
    nummer = {"soort": "telefoon", "nummer": f"06-telefoon-{sleutel[-1]}"}
    return {
        "id": sleutel, "roepnaam": "Iemand", "achternaam": sleutel[-1], "relatietotkind": relatie,
        "wettigevertegenwoordiger": gezag, "adressen": (adres,), "communicatie": (nummer,), **anders,
    }  # fmt: skip


def kind(*verzorgers: dict, **anders: object) -> dict:
    return {
        "roepnaam": "Noor", "achternaam": "Haddou", "geboortedatum": date(2015, 4, 1), "adressen": (THUIS,),
        "adresgeheim": False, "communicatie": ({"soort": "telefoon", "nummer": f"06-telefoon-{MOEDER[-1]}"},),
        "verzorgers": verzorgers, "opvallend": "Leest graag.", **anders,
    }  # fmt: skip


APART = kind(wie(MOEDER, "2", ZELFDE), wie(VADER, "1", ELDERS, adresgeheim=True))


def rechten(inhoud: dict[str, object], op: date = OP) -> list[tuple[str, Inzagerecht]]:
    return [(str(mens.sleutel), mens.recht) for mens in rechthebbenden(inhoud, op)]


def test_everybody_has_the_right_that_the_law_gives():
    inhoud = kind(
        wie(MOEDER, "2", THUIS), wie(VADER, "1", ELDERS, gezag=False), wie(VOOGD, "3", ELDERS),
        wie(OMA, "4", ELDERS, gezag=False), wie(OMA, "1", ELDERS, overleden=True),
        aansprakelijke_instelling={"naam": "Voogdij Meerdorp"},
    )  # fmt: skip
    assert rechten(inhoud) == [
        (MOEDER, Inzagerecht.GEZAG),
        (VOOGD, Inzagerecht.VOOGD),
        (str(INSTELLING), Inzagerecht.INSTELLING),
        (VADER, Inzagerecht.ZONDER_GEZAG),
    ]


def test_from_sixteen_the_pupil_has_the_right_and_the_parents_read_along():
    inhoud = {**APART, "geboortedatum": date(2011, 3, 20)}
    assert rechten(inhoud, date(2027, 3, 19)) == [(MOEDER, Inzagerecht.GEZAG), (VADER, Inzagerecht.GEZAG)]
    assert rechten(inhoud) == [
        (str(LEERLING), Inzagerecht.LEERLING),
        (MOEDER, Inzagerecht.MEELEZER),
        (VADER, Inzagerecht.MEELEZER),
    ]


@pytest.mark.parametrize("aangeboden", list(Inzagerecht))
def test_an_offer_gives_the_right_of_the_moment(aangeboden):
    assert recht_nu(aangeboden, zelf=False, meelezen_op=None) is aangeboden
    eigen = aangeboden if aangeboden is Inzagerecht.LEERLING else None
    assert recht_nu(aangeboden, zelf=True, meelezen_op=None) is eigen
    mee = aangeboden if aangeboden is Inzagerecht.LEERLING else Inzagerecht.MEELEZER
    assert recht_nu(aangeboden, zelf=True, meelezen_op=OP) is mee


def test_one_parent_never_reads_where_the_other_one_lives():
    moeder, vader = (voor_ouder(APART, mens.sleutel) for mens in rechthebbenden(APART, OP))
    assert [rij["id"] for rij in moeder["verzorgers"]] == [MOEDER]
    assert moeder["adressen"] == (THUIS,)
    assert moeder["communicatie"]
    # The pupil lives with the mother: her address and telephone, so not for the father.
    assert "Lindelaan" not in repr(vader)
    assert "06-telefoon-0" not in repr(vader)
    assert "Kanaalkade" not in repr(moeder)


def test_who_lost_the_gezag_reads_no_more_than_who_never_had_it():
    for gezag in (True, False):
        inhoud = kind(wie(MOEDER, "2", THUIS), wie(VADER, "1", ELDERS, gezag=gezag))
        zonder = is_zonder_gezag(inhoud, UUID(VADER))
        nu = recht_nu(Inzagerecht.GEZAG, zelf=False, meelezen_op=None, zonder_gezag=zonder)
        assert nu is (Inzagerecht.GEZAG if gezag else Inzagerecht.ZONDER_GEZAG)
    assert not is_zonder_gezag(inhoud, UUID(MOEDER))
    assert not is_zonder_gezag({**inhoud, "aansprakelijke_instelling": {"naam": "Voogdij"}}, INSTELLING)
    assert not is_zonder_gezag(inhoud, LEERLING)


def test_who_is_no_carer_any_more_does_not_read_where_the_pupil_lives_when_one_carer_is_left():
    over = kind(wie(MOEDER, "2", THUIS))
    assert is_zonder_gezag(over, UUID(VADER))
    assert not {"adressen", "communicatie", "adresgeheim", "verzorgers"} & voor_ouder(over, UUID(VADER)).keys()
    assert voor_ouder(over, UUID(MOEDER))["adressen"] == (THUIS,)


def test_what_is_made_once_for_all_parents_holds_an_address_only_when_all_live_there():
    assert not {"Lindelaan", "Kanaalkade"} & set(repr(voor_ouder(APART, None)).split("'"))
    samen = kind(wie(MOEDER, "2", THUIS), wie(VADER, "1", ZELFDE))
    assert voor_ouder(samen, None)["adressen"] == (THUIS,)
    assert voor_ouder(kind(wie(MOEDER, "2", ELDERS)), None)["adressen"] == (THUIS,)


def test_a_parent_without_gezag_reads_about_the_child_and_not_how_to_reach_it():
    inhoud = kind(wie(MOEDER, "2", THUIS), wie(VADER, "1", THUIS, gezag=False))
    vader = rechthebbenden(inhoud, OP)[1]
    leest = voor_ouder(inhoud, vader.sleutel, vader.recht)
    assert leest["opvallend"] == "Leest graag."
    assert not {"adressen", "communicatie", "adresgeheim"} & leest.keys()


def test_the_pupil_and_the_institution_read_the_address_of_the_pupil_and_of_no_parent():
    for sleutel in (LEERLING, INSTELLING):
        leest = voor_ouder({**APART, "aansprakelijke_instelling": {"naam": "Voogdij"}}, sleutel)
        assert leest["adressen"] == (THUIS,)
        assert "verzorgers" not in leest
        assert ("aansprakelijke_instelling" in leest) == (sleutel == INSTELLING)


@pytest.mark.parametrize("geheim", [True, False])
def test_the_difference_tells_nothing_of_where_the_pupil_lives_once_that_is_the_other_ones(*, geheim: bool) -> None:
    """Both lived there, or only one was known; then he moved out, and the page does not say where the child lives."""
    nieuw = Inhoud(kind(wie(MOEDER, "2", THUIS, adresgeheim=geheim), wie(VADER, "1", ELDERS), adresgeheim=geheim))
    for toen in ((wie(MOEDER, "2", THUIS), wie(VADER, "1", THUIS)), (wie(VADER, "1", ELDERS),)):
        gelezen = [Inhoud(voor_ouder(inhoud, UUID(VADER))) for inhoud in (Inhoud(kind(*toen)), nieuw)]
        gevonden = vergelijk_versies(*gelezen, Publiek.OUDERS, geheel_nieuw=nieuw)
        assert {wijziging.veld for sectie in gevonden for wijziging in sectie.wijzigingen} <= {"verzorgers"}


def test_nothing_is_added_for_all_parents_to_what_one_of_them_may_not_read() -> None:
    mensen = (wie(MOEDER, "2", THUIS), wie(VADER, "1", ELDERS, gezag=False))
    heel = {**kind(*mensen), "adres_buitenland": "x", "aansprakelijke_instelling": {"naam": "Voogdij"}}
    dicht = heel.keys() - voor_ouder(heel, None, Inzagerecht.ZONDER_GEZAG).keys()
    assert {"adressen", "communicatie", "verzorgers"} <= dicht
    assert [naam for naam in dicht if aanvulbaar(naam)] == []
