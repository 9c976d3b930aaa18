"""Does a zorgaanmelding that was sent keep the agreements of that day, whatever its region says later?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction

from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.queries import inrichting_for, kaarten_for, zaakblad_for, zorgblad_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, regio
from tests.zorggang import Zorggang


@pytest.mark.django_db
def test_a_case_that_came_in_keeps_its_commissie_experts_and_last_day() -> None:
    wereld = regio()
    zorg = Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"})), wereld.swv).tot(
        Routestaat.BEANTWOORD
    )
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        nu = inhoud_van(bestand_for(by))["swv"]["VO9901"]
        routes = {"pro": {"open": False, "commissie": False, "deskundigen": 3, "weken": 1}}
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden={"swv": {"VO9901": {**nu, "routes": routes}}}, by=by, at=AT)
    with als(zorg.loket) as by:
        assert inrichting_for(by, by.werkt_bij).route(Routesoort.PRO).deskundigen == 3
        blad = zaakblad_for(by, zorg.route_id, AT)
        assert (blad.inrichting.commissie, blad.inrichting.deskundigen) == (True, 0)
        assert blad.zaak.uiterlijk_op == VANDAAG + timedelta(weeks=8)
        assert kaarten_for(by, [zorg.route_id], at=AT)[zorg.route_id].ontbreekt == ""
    zorg.verder(Routestaat.BEANTWOORD, Routestaat.IN_COMMISSIE)
    with zorg.als_ib() as by:
        assert zorgblad_for(by, zorg.route_id, AT).inrichting.commissie
        # Not even by hand.
        with pytest.raises(ProgrammingError, match="houdt de afspraken"), transaction.atomic():
            Zorgroute.objects.filter(id=zorg.route_id).update(afspraken={"commissie": False})
    zorg.verder(Routestaat.IN_COMMISSIE, Routestaat.TERUGGEKOPPELD)
