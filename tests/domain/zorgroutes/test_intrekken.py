"""What stays and what stops when a care route is withdrawn? Walks of thirty acts found what stood wrong here."""

from __future__ import annotations

from copy import copy

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.zorgroutes import actions, queries
from overstap.domain.zorgroutes.enums import Geadresseerde, Routestaat, Zorgintrekreden
from overstap.domain.zorgroutes.models import Zorgvraag
from overstap.domain.zorgroutes.rules import ZorgstapNietMogelijk
from overstap.foundation.access import NietGevonden
from overstap.foundation.rls import als
from tests.wereld import AT, Geval, Wereld, regio
from tests.zorggang import Zorggang


@pytest.fixture(scope="module")
def wereld(samen: None) -> Wereld:
    return regio()


@pytest.fixture(scope="module")
def geval(wereld: Wereld) -> Geval:
    return wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"}))


def _trek_in(gang: Zorggang) -> None:
    with gang.als_ib() as by:
        actions.trek_zorgroute_in(route_id=gang.route_id, reden=Zorgintrekreden.VERGISSING, by=by, at=AT)


def test_who_decided_keeps_the_case_when_a_later_one_is_withdrawn(opnieuw: None, wereld: Wereld, geval: Geval) -> None:
    eerste = Zorggang(geval, wereld.swv).tot(Routestaat.TERUGGEKOPPELD)
    tweede = copy(eerste).tot(Routestaat.AANGEMELD)
    assert tweede.route_id != eerste.route_id
    _trek_in(tweede)
    with als(eerste.loket) as by:
        assert queries.zaak_for(by, eerste.route_id).staat == Routestaat.TERUGGEKOPPELD
        assert [regel.route_id for regel in queries.zaken_for(by, at=AT)] == [eerste.route_id]
        assert dossiers_for(by).count() == 1
        with pytest.raises(NietGevonden):
            queries.zaak_for(by, tweede.route_id)


def test_nobody_answers_a_question_of_a_withdrawn_route(opnieuw: None, wereld: Wereld, geval: Geval) -> None:
    """Neither the last open question nor one of two: nobody is left who asks, and no mail goes."""
    gang = Zorggang(geval, wereld.swv).tot(Routestaat.AANGEMELD)
    gang.vraag(Geadresseerde.SCHOOL)
    gang.vraag(Geadresseerde.OUDERS)
    _trek_in(gang)
    with pytest.raises(ZorgstapNietMogelijk, match="ingetrokken"):
        gang.antwoord()
    with gang.als_ib():
        assert [vraag.beantwoord_op for vraag in Zorgvraag.objects.filter(route_id=gang.route_id)] == [None, None]
