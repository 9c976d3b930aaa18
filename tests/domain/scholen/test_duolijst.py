"""What does DUO's list change in a region: new, changed, ended, merged; and nothing that nobody chose?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from overstap.domain.scholen.enums import Duolijstsoort, Duovoorstelsoort
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.scholen.rules.duolijst import (
    AndereLijst,
    Duoschool,
    Duovoorstel,
    controleer_soort,
    toegepast,
    voorstellen,
)
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from tests.wereld import REGIOBESTAND, VANDAAG

INHOUD = inhoud_van(lees_regio(REGIOBESTAND.read_text(encoding="utf-8")))
VELDEN = ("naam", "straat", "huisnummer", "postcode", "plaats", "telefoon")


def duo(nummer: int, **anders: Any) -> Duoschool:
    """A school of the region as an equal list gives it."""
    school = INHOUD["scholen"][nummer]
    waarden = {veld: school[veld] for veld in VELDEN} | {"bestuur": "", "laatste_dag": None, "opgegaan_in": ""}
    return Duoschool(school["brin"], school["vestiging"], "Meerdorp", {**waarden, **anders})


def vind(*lijst: Duoschool, soort: Duolijstsoort = Duolijstsoort.BO) -> list[Duovoorstel]:
    return voorstellen(INHOUD, lijst, soort, VANDAAG)


def test_a_list_that_says_the_same_changes_nothing() -> None:
    assert vind(duo(0), duo(1, plaats="MEERDORP", huisnummer="2-0")) == []


def test_what_the_list_leaves_empty_stays() -> None:
    [een] = vind(duo(0, telefoon="", straat="Nieuwe Weide"), duo(1))
    assert (een.soort, een.anders) == (Duovoorstelsoort.GEWIJZIGD, {"straat": "Nieuwe Weide"})
    assert toegepast(INHOUD, [een])["99XA-00"]["telefoon"] == "0000000001"


def test_a_brin_that_ends_in_march_keeps_its_day_and_where_it_goes() -> None:
    maart = date(2027, 3, 31)
    fusie, einde = vind(duo(0, laatste_dag=maart), duo(1, laatste_dag=maart, opgegaan_in="99XA"))
    assert (einde.soort, einde.anders) == (Duovoorstelsoort.GESTOPT, {"laatste_dag": maart})
    assert (fusie.soort, fusie.sleutel) == (Duovoorstelsoort.FUSIE, "99XB-00")


def test_who_is_no_longer_named_stopped_or_went_on_at_that_address() -> None:
    [weg] = vind(duo(0))
    assert (weg.soort, weg.sleutel, weg.anders) == (Duovoorstelsoort.GESTOPT, "99XB-00", {"laatste_dag": VANDAAG})
    samen = replace(duo(1, naam="De Fusie"), brin="99XD")
    fusie = next(een for een in vind(duo(0), samen) if een.sleutel == "99XB-00")
    assert (fusie.soort, fusie.anders["opgegaan_in"]) == (Duovoorstelsoort.FUSIE, "99XD")
    assert "De Fusie" in fusie.waarom


def test_new_is_only_a_school_near_and_of_the_kind_of_the_list() -> None:
    erbij = replace(duo(0, naam="De Derde", postcode="9999 XD"), brin="99XD", vestiging="01")
    ver = replace(duo(0, plaats="Verweg"), brin="99XE")
    tweede = replace(duo(0, plaats="Verweg", naam="Dependance"), vestiging="02")
    gevonden = vind(duo(0), duo(1), erbij, ver, tweede)
    assert [(een.soort, een.sleutel) for een in gevonden] == [
        (Duovoorstelsoort.NIEUW, "99XD-01"),
        (Duovoorstelsoort.NIEUW, "99XA-02"),
    ]
    assert gevonden[0].anders["soort"] == "po"
    # The list of another kind of education takes no basisschool away.
    assert vind(soort=Duolijstsoort.SBO) == []


def test_a_list_of_another_kind_of_education_is_said_to_be_one() -> None:
    controleer_soort(INHOUD, [duo(0)], Duolijstsoort.SBO)
    with pytest.raises(AndereLijst, match="De Klaproos, en dat is een basisschool"):
        controleer_soort(INHOUD, [duo(0)], Duolijstsoort.VO)
