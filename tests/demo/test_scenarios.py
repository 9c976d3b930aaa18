"""Is every pupil of the demo lawful on the day of the demo, and is every state and situation there?"""

from __future__ import annotations

from collections import Counter

import pytest

from overstap.config.demo.regio import bouw_regio
from overstap.config.demo.scenario import Speler, scenarios
from overstap.config.demo.zorg import Zorgverloop
from overstap.domain.adviezen.queries import advies_for, oordeel_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.queries import checklist_for
from overstap.domain.inzages.rules import mag_definitief
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid_rapport
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import kaarten_for, zaken_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wereld import AT, REGIOBESTAND, VANDAAG, laat_mail_vertrekken


def test_every_state_has_at_least_one_pupil():
    assert {scenario.staat for scenario in scenarios()} == set(Staat)
    assert Counter((scenario.school, scenario.kind.groep) for scenario in scenarios()) == {
        ("99XA", "8A"): 14, ("99XA", "8B"): 8, ("99XB", "8"): 8,
    }  # fmt: skip


@pytest.mark.django_db
def test_every_pupil_is_lawful_on_the_day_of_the_demo():
    regio = bouw_regio(lees_regio(REGIOBESTAND.read_text(encoding="utf-8")), at=AT, wachtwoord=None)
    oordelen: Counter[str] = Counter()
    kan_definitief = []
    for scenario in scenarios():
        verloop = Zorgverloop(
            scenario.kind, regio[scenario.school], regio["99XV"], wens_ouders=scenario.wens_ouders, swv=regio.swv
        )
        Speler(scenario, verloop, AT).speel()
        laat_mail_vertrekken(verloop)
        with als(verloop.school[Rol.LEERKRACHT]) as by:
            dossier = dossier_for(by, verloop.dossier_id)
            slot = slot_for(by, dossier)
            inhoud = inhoud_for(by, dossier, slot)
            naam = scenario.kind.roepnaam
            assert dossier.staat == scenario.staat, naam
            fouten = [o for o in controleer_waarden(inhoud, VANDAAG) if o.ernst is Ernst.FOUT]
            if scenario.staat is not Staat.CONCEPT:
                assert fouten == [], naam
                assert volledigheid_rapport(inhoud).volledig, naam
            if scenario.staat is Staat.TER_INZAGE and mag_definitief(checklist_for(by, dossier, slot, AT)):
                kan_definitief.append(naam)
            if oordeel := oordeel_for(by, advies_for(by, dossier), VANDAAG):
                oordelen[oordeel.soort.value] += 1
    assert kan_definitief == ["Mai", "Yonas", "Bram"]
    assert oordelen["moet_bijstellen"] >= 8
    assert oordelen["geen_toets"] >= 2
    with als(regio.swv[Rol.SWV_LOKET]) as by:
        kaarten = kaarten_for(by, [zaak.route_id for zaak in zaken_for(by, at=AT)], at=AT)
        bord = {kaart.naam: kaart.staat for kaart in kaarten.values()}
    assert bord == {"Jesse Smit": Routestaat.IN_COMMISSIE, "Luuk Hendriks": Routestaat.VRAAG_GESTELD}
