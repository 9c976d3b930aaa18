"""Does the demo load with everything the worker would have made, twice without harm, and nothing left in the queue?"""

from __future__ import annotations

from collections import Counter

import pytest
from django.core import mail
from django.db import connection

from overstap.config.demo import laden
from overstap.config.demo.laden import Geladen, laad_demo
from overstap.config.demo.scenario import scenarios
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.medewerkers.queries import bestuursscholen_for
from overstap.domain.overdrachten.queries import inbox_for
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import medewerkers_for, organisaties_for
from overstap.domain.scholen.rules import lees_regio
from overstap.foundation.access import SYSTEEM, Actor, Recht, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.wereld import AT, REGIOBESTAND

pytestmark = pytest.mark.django_db
BESTAND = lees_regio(REGIOBESTAND.read_text(encoding="utf-8"))
# One pupil of each kind is enough here: Deniz (gelezen), Yonas (zienswijze, paper), Sem (nothing yet).
PROEF = tuple(scenario for scenario in scenarios() if scenario.kind.roepnaam in {"Deniz", "Yonas", "Sem"})


def actor(soort: str, brin: str, rol: Rol) -> Actor:
    school = next(rij for rij in organisaties_for(SYSTEEM, soort) if rij.brin == brin)
    plek = next(rij for rij in medewerkers_for(SYSTEEM, school.id) if rij.rol == rol)
    return Actor(rol=rol, id=plek.account_id, organisatie_id=school.id)


def _directeuren(brin: str) -> list[Aanstelling]:
    school = next(rij for rij in organisaties_for(SYSTEEM, "po") if rij.brin == brin)
    return [plek for plek in medewerkers_for(SYSTEEM, school.id) if plek.rol == Rol.DIRECTEUR]


def test_the_demo_loads_once_with_files_mails_and_letters(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(laden, "scenarios", lambda: PROEF)
    assert laad_demo(BESTAND, nu=AT) == Geladen(nieuw=3, al_aanwezig=0)
    berichten = Counter(bericht.subject.split(" ")[0] for bericht in mail.outbox)
    assert laad_demo(BESTAND, nu=AT) == Geladen(nieuw=0, al_aanwezig=3)
    assert Counter(bericht.subject.split(" ")[0] for bericht in mail.outbox) == berichten
    # Three parents with a code (the fourth reads on paper), two mails about Deniz' definitive version, and six about
    # him at the vo school: to two colleagues that it asked something, and to them and his parents that it decided.
    assert berichten["Brief"] == 3
    assert sum(berichten.values()) == 3 + 3 + 2 + 6
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs")
        assert cursor.fetchone() == (0,)
    with als(actor("po", "99XA", Rol.DIRECTEUR)) as by:
        assert {dossier.staat for dossier in dossiers_for(by)} == {Staat.GELEZEN, Staat.TER_INZAGE, Staat.CONCEPT}
        momenten = list(
            AuditEvent.objects.exclude(dossier_id=None).order_by("keten", "nummer").values_list("keten", "op")
        )
        assert momenten == sorted(momenten)
    # One director leads both basisscholen, which are of one board.
    beide = {plek.account_id for plek in _directeuren("99XA")} & {plek.account_id for plek in _directeuren("99XB")}
    [hilde] = (plek for plek in _directeuren("99XA") if plek.account_id in beide)
    with als(Actor(Rol.DIRECTEUR, hilde.account_id, hilde.organisatie_id)) as by:
        assert [een.organisatie.brin for een in bestuursscholen_for(by, Recht.VOORTGANG_TELLEN)] == ["99XB"]
    with als(actor("vo", "99XV", Rol.TOELATINGSCOMMISSIE)) as by:
        overdracht = inbox_for(by).get()
        assert overdracht.verstuurd_op < overdracht.klaargezet_op < overdracht.gelezen_op
