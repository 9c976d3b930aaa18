"""Does a basisschool get counts only, when it asked, on one day, and nothing from which a pupil can be worked out?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from uuid import uuid4

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Vervolgstand
from overstap.domain.plaatsingen.models import Vervolg
from overstap.domain.plaatsingen.queries import terugblik_for, terugvragen_for
from overstap.domain.plaatsingen.rules import TerugblikGeweigerd, Terugbliktijd, terugblikjaren
from overstap.domain.tellingen.queries import terugbliktelling_for
from overstap.domain.tellingen.rules import KLEINSTE_AANTAL, terugblik_afgeschermd
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Wereld, regio

JAAR = "2026-2027"


def op(jaar: int, maand: int, dag: int = 1) -> datetime:
    return datetime(jaar, maand, dag, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.GELEZEN)


def test_the_days_follow_each_other_and_are_of_three_years():
    tijd = Terugbliktijd.van(JAAR)
    assert (tijd.vragen_vanaf, tijd.invullen_vanaf) == (date(2027, 10, 1), date(2028, 5, 1))
    assert (tijd.lezen_vanaf, tijd.weg) == (date(2028, 10, 1), date(2029, 8, 1))
    assert (tijd.mag_invullen(date(2028, 4, 30)), tijd.mag_invullen(date(2028, 5, 1))) == (False, True)
    assert (tijd.mag_invullen(date(2028, 9, 30)), tijd.mag_invullen(date(2028, 10, 1))) == (True, False)
    assert (tijd.mag_lezen(date(2028, 9, 30)), tijd.mag_lezen(date(2028, 10, 1))) == (False, True)
    assert not tijd.mag_lezen(date(2029, 8, 1))
    assert JAAR in terugblikjaren(date(2027, 10, 1))
    assert JAAR not in terugblikjaren(date(2027, 9, 30))


def test_no_part_is_told_that_says_it_of_somebody():
    """Every school up to 14 pupils: told parts leave each hidden one open, and no part holds nearly everybody."""
    for delen in product(range(15), repeat=3):
        verteld = terugblik_afgeschermd(delen)
        if verteld is None:
            continue
        assert sum(een >= KLEINSTE_AANTAL for een in delen) >= 2, delen
        for echt, een in zip(delen, verteld, strict=True):
            assert een.laag <= echt <= een.hoog, delen
            assert not (een.exact and 0 < echt < KLEINSTE_AANTAL), delen
    assert terugblik_afgeschermd((0, 12, 0)) is None
    assert terugblik_afgeschermd((2, 12, 0)) is None
    assert terugblik_afgeschermd((5, 6, 0)) is not None


def test_asked_answered_and_told_once_in_counts(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.vo.toelating) as by:
        klas = actions.bewaar_brugklas(
            schooljaar=JAAR, naam="1A", advies_van=None, advies_tot=None, capaciteit=None, by=by, at=AT
        )
        daad = {"overdracht_id": geval.overdracht_id, "by": by, "at": AT}
        actions.besluit(naar=Aanmeldstatus.TOELAATBAAR, **daad)
        actions.plaats(brugklas_id=klas, **daad)
        assert terugblik_for(by, JAAR) == [], "zonder vraag is er niemand"
    with als(wereld.a.directeur) as by:
        with pytest.raises(TerugblikGeweigerd):
            actions.vraag_terugblik(schooljaar=JAAR, by=by, at=op(2027, 9))
        actions.vraag_terugblik(schooljaar=JAAR, by=by, at=op(2027, 11))
        actions.vraag_terugblik(schooljaar=JAAR, by=by, at=op(2027, 11))
        assert terugvragen_for(by) == {JAAR}
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        actions.vraag_terugblik(schooljaar=JAAR, by=by, at=op(2027, 11))
    with als(wereld.vo.toelating) as by:
        (rij,) = terugblik_for(by, JAAR)
        gekozen = {"standen": {rij.plaatsing_id: Vervolgstand.HOGER}, "schooljaar": JAAR, "by": by}
        for te_vroeg_of_te_laat in (op(2028, 4), op(2028, 10)):
            with pytest.raises(TerugblikGeweigerd):
                actions.leg_terugblik_vast(at=te_vroeg_of_te_laat, **gekozen)
        with pytest.raises(NietGevonden):
            actions.leg_terugblik_vast(at=op(2028, 6), schooljaar=JAAR, by=by, standen={uuid4(): Vervolgstand.LAGER})
        assert actions.leg_terugblik_vast(at=op(2028, 6), **gekozen) == 1
        assert actions.leg_terugblik_vast(at=op(2028, 6), **gekozen) == 0
        assert terugblik_for(by, JAAR)[0].stand is Vervolgstand.HOGER
    with als(wereld.a.directeur) as by:
        assert list(Vervolg.objects.all()) == [], "de basisschool ziet geen regel van een leerling"
        assert terugbliktelling_for(by, JAAR, date(2028, 9, 30)) is None
        telling = terugbliktelling_for(by, JAAR, date(2028, 10, 1))
        assert telling is not None
        assert (telling.delen, telling.totaal.exact) == (None, False)
    with als(wereld.b.directeur) as by:
        leeg = terugbliktelling_for(by, JAAR, date(2028, 10, 1))
        assert leeg is not None
        assert leeg.totaal.hoog == 0
    with als(systeem_voor(wereld.vo.id)) as by:
        assert actions.ruim_terugblik_op(by=by, at=op(2029, 7, 31)) == 0
        assert actions.ruim_terugblik_op(by=by, at=op(2029, 8, 1)) == 1
