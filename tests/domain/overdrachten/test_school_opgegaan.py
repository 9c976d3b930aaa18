"""Does everybody read what to do when a school merged into another one, and is nothing of a pupil lost?"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.importen.queries import brins_in_regio_for
from overstap.domain.overdrachten.actions import (
    OverdrachtGeweigerd,
    geef_vrij,
    leg_aanmelding_vast,
    nodig_gast_uit,
    open_met_unieke_code,
    verstuur,
)
from overstap.domain.overdrachten.actions import open_met_gegevens as open_
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.queries import inbox_for
from overstap.domain.overdrachten.rules import Leerlinggegevens, UitnodigingGeweigerd
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import brins_for, opvolger_for, organisaties_for
from overstap.foundation.access import SYSTEEM
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Wereld, regio

pytestmark = pytest.mark.django_db


GISTEREN = VANDAAG - timedelta(days=1)


def ga_op_in(oud: str, nieuw: str, laatste_dag: date | None = None) -> None:
    school = Organisatie.objects.get(brin=oud)
    einde = {"laatste_dag": laatste_dag.isoformat()} if laatste_dag else {}
    school.gegevens = {**school.gegevens, "opgegaan_in": nieuw, **einde}
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


@pytest.mark.parametrize(
    ("opgegaan_in", "zin"), [("99XW", "ging op in de school met BRIN 99XW"), ("", "is gestopt. Vraag de ouders")]
)
def test_a_vo_school_receives_until_its_last_day_and_not_after_it(wereld: Wereld, opgegaan_in: str, zin: str) -> None:
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    aanmelding = {"ontvanger_id": wereld.vo.id, "aangemeld_op": VANDAAG, "wijze": Aanmeldwijze.OUDERS}
    with als(wereld.a.administratie) as by:
        wat = {"dossier_id": geval.dossier_id, "by": by, "at": AT}
        keuze = partial(organisaties_for, by, Organisatiesoort.VO, open_op=VANDAAG)
        ga_op_in("99XV", opgegaan_in, GISTEREN)
        assert not keuze().filter(id=wereld.vo.id)
        with pytest.raises(OverdrachtGeweigerd, match=zin):
            leg_aanmelding_vast(**aanmelding, **wat)
        ga_op_in("99XV", opgegaan_in, VANDAAG)
        assert keuze().filter(id=wereld.vo.id)
        aanmelding_id = leg_aanmelding_vast(**aanmelding, **wat)
        ga_op_in("99XV", opgegaan_in, GISTEREN)
        with pytest.raises(OverdrachtGeweigerd, match=zin):
            verstuur(aanmelding_id=aanmelding_id, **wat)
        ga_op_in("99XV", opgegaan_in, VANDAAG)
        assert verstuur(aanmelding_id=aanmelding_id, **wat)
    # What arrived stays there for its people, and they ask nobody else for a report.
    ga_op_in("99XV", opgegaan_in, GISTEREN)
    gast = {"brin": "01AB", "vestiging": "00", "naam": "De Vlieger", "plaats": "Meerdorp", "collega": "A. Kok"}
    dagen = {"aangemeld_op": VANDAAG, "tot": VANDAAG + timedelta(days=30)}
    with als(wereld.vo.toelating) as by:
        assert inbox_for(by).count() == 1
        with pytest.raises(OverdrachtGeweigerd, match="Uw school is gestopt"):
            open_met_unieke_code(getypt="ABCD-EFGH-JKLM", by=by, at=AT)
        with pytest.raises(UitnodigingGeweigerd, match="Uw school is gestopt"):
            nodig_gast_uit(**gast, **dagen, mail="kok@vlieger.test", by=by, at=AT)


def test_who_merged_is_followed_from_school_to_school_until_one_that_is_there(wereld: Wereld) -> None:
    ga_op_in("99XV", "99XA", GISTEREN)
    ga_op_in("99XA", "99XB")
    school = Organisatie.objects.get(brin="99XV")
    opvolger = partial(opvolger_for, wereld.a.administratie, school)
    with als(wereld.a.administratie):
        assert opvolger(VANDAAG) == wereld.b.gegevens.naam
        ga_op_in("99XA", "99XB", VANDAAG)
        assert opvolger(VANDAAG) == wereld.a.gegevens.naam
        ga_op_in("99XA", "99XV", GISTEREN)
        assert not opvolger(VANDAAG)
        # A vestiging that closes, whose pupils go to another one of the same BRIN.
        ga_op_in("99XV", "99XV", GISTEREN)
        with als(SYSTEEM):
            Organisatie.objects.create(
                regio=school.regio, soort="vo", naam="Meerdorp Haven", brin="99XV", vestiging="01"
            )
        assert opvolger(VANDAAG) == "Meerdorp Haven"


def test_a_pupil_of_a_merged_basisschool_is_found_by_the_old_brin_and_by_the_new_one(wereld: Wereld) -> None:
    ga_op_in("99XA", "99XC")
    ga_op_in("99XB", "99XD")
    with als(SYSTEEM):
        Organisatie.objects.create(
            regio_id=Organisatie.objects.get(brin="99XA").regio_id, soort="po", naam="Tussen", brin="99XC",
            gegevens={"opgegaan_in": "99XB"},
        )  # fmt: skip
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    uit_las = wereld.a.gelezen(geval.kind.nummer)
    assert uit_las.nummer
    with als(wereld.a.administratie) as by:
        geef_vrij(dossier_id=geval.dossier_id, by=by, at=AT)
    with als(wereld.vo.toelating) as by:
        assert brins_for(by, "99XA") == ("99XA", "99XB", "99XC", "99XD")
        assert brins_for(by, "99XC") == ("99XC", "99XA", "99XB", "99XD")
        assert brins_for(by, "99XD") == ("99XD", "99XA", "99XB", "99XC")
        assert brins_for(by, "01AB") == ("01AB",)
        assert brins_in_regio_for(by) == {"99XA", "99XB", "99XC", "99XD"}
        mogelijk = [
            Leerlinggegevens(
                brin, uit_las.nummer.waarde, uit_las.inhoud["geboortedatum"], str(uit_las.inhoud["achternaam"])
            )
            for brin in brins_for(by, "99XD")
        ]
        assert open_(gegevens=mogelijk, by=by, at=AT)
