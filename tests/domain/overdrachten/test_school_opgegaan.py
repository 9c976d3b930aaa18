"""Does everybody read what to do when a school merged into another one, and is nothing of a pupil lost?"""

from __future__ import annotations

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, geef_vrij, leg_aanmelding_vast, verstuur
from overstap.domain.overdrachten.actions import open_met_gegevens as open_
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.queries import inbox_for
from overstap.domain.overdrachten.rules import Leerlinggegevens
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import brins_for
from overstap.foundation.access import SYSTEEM
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Wereld, regio

pytestmark = pytest.mark.django_db


def ga_op_in(oud: str, nieuw: str) -> None:
    school = Organisatie.objects.get(brin=oud)
    school.gegevens = {**school.gegevens, "opgegaan_in": nieuw}
    with als(SYSTEEM):
        school.save(update_fields=["gegevens"])


@pytest.fixture
def wereld() -> Wereld:
    return regio()


def test_nothing_goes_to_a_vo_school_that_is_no_more_and_the_sentence_says_where_then(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.administratie) as by:
        wat = {"dossier_id": geval.dossier_id, "by": by, "at": AT}
        aanmelding_id = leg_aanmelding_vast(
            ontvanger_id=wereld.vo.id, aangemeld_op=VANDAAG, wijze=Aanmeldwijze.OUDERS, **wat
        )
        ga_op_in("99XV", "99XW")
        with pytest.raises(OverdrachtGeweigerd, match="ging op in de school met BRIN 99XW"):
            verstuur(aanmelding_id=aanmelding_id, **wat)
    with als(wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()


def test_a_pupil_of_a_merged_basisschool_is_found_by_the_old_brin_and_by_the_new_one(wereld: Wereld) -> None:
    ga_op_in("99XA", "99XB")
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    uit_las = wereld.a.gelezen(geval.kind.nummer)
    assert uit_las.nummer
    with als(wereld.a.administratie) as by:
        geef_vrij(dossier_id=geval.dossier_id, by=by, at=AT)
    with als(wereld.vo.toelating) as by:
        assert brins_for(by, "99XA") == ("99XA", "99XB")
        assert brins_for(by, "99XB") == ("99XB", "99XA")
        assert brins_for(by, "01AB") == ("01AB",)
        mogelijk = [
            Leerlinggegevens(
                brin, uit_las.nummer.waarde, uit_las.inhoud["geboortedatum"], str(uit_las.inhoud["achternaam"])
            )
            for brin in brins_for(by, "99XB")
        ]
        assert open_(gegevens=mogelijk, by=by, at=AT)
