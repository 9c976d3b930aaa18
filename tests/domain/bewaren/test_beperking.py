"""Does nothing leave while the use of a pupil's data is restricted (AVG 18), and does everything go on after that?"""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from overstap.domain.dossiers.actions import beperk_gebruik, geef_alles, geef_lasbestand, hef_beperking_op, opgehaald
from overstap.domain.dossiers.enums import Beperkreden, Opheffing
from overstap.domain.dossiers.queries import beperking_for, dossier_for
from overstap.domain.dossiers.rules import BeperkingGeweigerd, Beperkt
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, geef_vrij, haal_op, trek_vrijgave_in, verstuur
from overstap.domain.overdrachten.queries import kijkers_for
from overstap.domain.zorgroutes.queries import kijkers_bij_swv_for, route_for
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.veranderd import mail_ontvangers
from overstap.jobs.zorg import mail_swv_na_wijziging
from tests.rijen import ongedaan
from tests.wereld import AT, logboek


def _beperk(wereld, dossier_id) -> None:
    with als(wereld.regio.a.directeur) as by:
        beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.JUISTHEID, by=by, at=AT)


def test_nothing_is_released_or_taken_along(volle_wereld) -> None:
    zaken, a = volle_wereld.zaken, volle_wereld.regio.a
    with ongedaan():
        _beperk(volle_wereld, zaken["definitief"].dossier_id)
        _beperk(volle_wereld, zaken["gelezen"].dossier_id)
        _beperk(volle_wereld, zaken["aangemeld"].dossier_id)
        with als(a.directeur) as by:
            aangemeld = zaken["aangemeld"]
            with pytest.raises(OverdrachtGeweigerd, match="beperkt"):
                verstuur(dossier_id=aangemeld.dossier_id, aanmelding_id=aangemeld.aanmelding_id, by=by, at=AT)
            dossier = dossier_for(by, zaken["definitief"].dossier_id)
            trek_vrijgave_in(dossier_id=dossier.id, by=by, at=AT)
            with pytest.raises(OverdrachtGeweigerd, match="beperkt"):
                geef_vrij(dossier_id=dossier.id, by=by, at=AT)
            with pytest.raises(Beperkt):
                geef_lasbestand(dossier_id=dossier.id, versie_id=uuid4(), by=by, at=AT)
            with pytest.raises(Beperkt):
                opgehaald(dossier=dossier, wat="kopie", versie=uuid4(), by=by, at=AT)
            # Who asks what is kept (art. 15) gets it all the same.
            geef_alles(dossier_id=dossier.id, by=by, at=AT)
        with als(volle_wereld.regio.vo.toelating) as by:
            assert beperking_for(by, dossier_for(by, zaken["gelezen"].dossier_id)) is not None
            for wat in ("oso", "pdf"):
                with pytest.raises(Beperkt):
                    haal_op(overdracht_id=zaken["gelezen"].overdracht_id, wat=wat, by=by, at=AT)
        with als(zaken["gelezen"].ouders[0].actor) as by:
            dossier = dossier_for(by, zaken["gelezen"].dossier_id)
            assert beperking_for(by, dossier) is not None
            opgehaald(dossier=dossier, wat="kopie", versie=uuid4(), by=by, at=AT)


def test_the_database_refuses_what_a_forgotten_rule_would_send(volle_wereld) -> None:
    zaak, a = volle_wereld.zaken["definitief"], volle_wereld.regio.a
    kopie = """insert into overdrachten_vrijgave
      (id, dossier_id, school_id, versie_id, vrijgegeven_op, vrijgegeven_door)
      select gen_random_uuid(), %s, %s, v.id, now(), gen_random_uuid() from rapporten_versie v where v.dossier_id = %s
      limit 1"""
    waarden = [zaak.dossier_id, a.id, zaak.dossier_id]
    with ongedaan(), als(a.directeur), connection.cursor() as cursor:
        cursor.execute(
            "update overdrachten_vrijgave set ingetrokken_op = now(), ingetrokken_door = %s", [a.directeur.id]
        )
        with transaction.atomic():
            cursor.execute(kopie, waarden)
            transaction.set_rollback(True)
        _beperk(volle_wereld, zaak.dossier_id)
        with pytest.raises(DatabaseError, match="beperkt"), transaction.atomic():
            cursor.execute(kopie, waarden)


def test_who_received_something_is_told_when_it_is_restricted_and_when_that_ends(volle_wereld, mailoutbox) -> None:
    """The vo school and the samenwerkingsverband, each apart, without a word about whom or what (art. 19 AVG)."""
    zaken, a = volle_wereld.zaken, volle_wereld.regio.a
    bij_vo, bij_swv = zaken["gelezen"], zaken["besproken"]
    with ongedaan():
        for zaak in (bij_vo, bij_swv):
            vooraf = _gevraagd(zaak.dossier_id)
            _beperk(volle_wereld, zaak.dossier_id)
            with als(a.directeur) as by:
                hef_beperking_op(dossier_id=zaak.dossier_id, opheffing=Opheffing.VERBETERD, by=by, at=AT)
            assert _gevraagd(zaak.dossier_id) - vooraf == Counter({"mail.ontvangers": 2, "zorg.mail_ontvangers": 2})
        with als(systeem_voor(a.id)) as by:
            for zaak in (bij_vo, bij_swv):
                mail_ontvangers(dossier_id=zaak.dossier_id, by=by, at=AT)
                mail_swv_na_wijziging(dossier_id=zaak.dossier_id, by=by, at=AT)
        with als(a.directeur) as by:
            kijkers = {mens.account.email for mens in kijkers_for(by, volle_wereld.regio.vo.id)}
            route = route_for(by, bij_swv.route_id)
            behandelaars = {mens.account.email for mens in kijkers_bij_swv_for(by, route.swv_id)}
            assert logboek(bij_swv)[-1] == logboek(bij_vo)[-1] == "overdracht.ontvanger_ingelicht"
        aan = [adres for brief in mailoutbox for adres in brief.to]
        assert sorted(aan) == sorted(kijkers | behandelaars)
        for brief in mailoutbox:
            for geheim in (bij_vo.kind.roepnaam, bij_swv.kind.roepnaam, "beperk", "zorg"):
                assert geheim not in brief.subject + brief.body


def _gevraagd(dossier_id) -> Counter[str]:
    """The mails about this dossier that wait for the worker, by job."""
    with connection.cursor() as cursor:
        cursor.execute("select task_name from procrastinate_jobs where args->>'dossier_id' = %s", [str(dossier_id)])
        return Counter(naam for (naam,) in cursor.fetchall() if "ontvangers" in naam)


def test_it_is_set_once_and_lifted_with_a_reason(volle_wereld) -> None:
    zaken, a = volle_wereld.zaken, volle_wereld.regio.a
    dossier_id = zaken["gelezen"].dossier_id
    with ongedaan():
        _beperk(volle_wereld, dossier_id)
        with als(a.directeur) as by:
            with pytest.raises(BeperkingGeweigerd):
                beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.BEZWAAR, by=by, at=AT)
            hef_beperking_op(dossier_id=dossier_id, opheffing=Opheffing.VERBETERD, by=by, at=AT)
            with pytest.raises(BeperkingGeweigerd):
                hef_beperking_op(dossier_id=dossier_id, opheffing=Opheffing.KLOPT, by=by, at=AT)
        with als(volle_wereld.regio.vo.toelating) as by:
            haal_op(overdracht_id=zaken["gelezen"].overdracht_id, wat="oso", by=by, at=AT)
            with pytest.raises(GeenRecht):
                beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.BEZWAAR, by=by, at=AT)
    with pytest.raises(NietGevonden), als(volle_wereld.regio.b.directeur) as by:
        beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.BEZWAAR, by=by, at=AT)
