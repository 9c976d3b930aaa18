"""Can a report go to a vo school outside the region, by its BRIN, under the same rules and with a trace?"""

from __future__ import annotations

import pytest
from django.test import Client

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.gebruikers.models import Account
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.overdrachten.queries import aanmeldingen_for, bestemmingen_for
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.jobs.oso import zet_klaar
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, maak_pdf_nu, regio

pytestmark = pytest.mark.django_db

SCHOOL = {"brin": "98zz", "vestiging": "", "naam": "College Verderop", "plaats": "Elders", "wijze": "ouders"}


@pytest.fixture
def wereld() -> Wereld:
    return regio()


def als_administratie(wereld: Wereld) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=wereld.a.administratie.id))
    return client


def leg_vast(client: Client, geval: Geval, **anders: str) -> object:
    return client.post(
        f"/po/dossiers/{geval.dossier_id}/overdracht/buiten-de-regio/",
        {**SCHOOL, "aangemeld_op": "20-11-2026", **anders},
    )


def aanmelding_van(wereld: Wereld, geval: Geval) -> object:
    with als(wereld.a.administratie) as by:
        return aanmeldingen_for(by, dossier_for(by, geval.dossier_id)).get()


def test_a_definitive_report_goes_along_as_a_file_and_the_log_says_where(wereld: Wereld, time_machine):
    time_machine.move_to(AT, tick=False)
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    client = als_administratie(wereld)
    assert leg_vast(client, geval).status_code == 303
    aanmelding = aanmelding_van(wereld, geval)
    assert (aanmelding.ontvanger.brin, aanmelding.ontvanger.vestiging) == ("98ZZ", "00")
    begin = f"/po/dossiers/{geval.dossier_id}/overdracht/{aanmelding.id}/"
    assert "werkt niet met Overstap" in client.get(f"{begin}versturen/").content.decode()
    assert client.post(f"{begin}versturen/").status_code == 303
    maak_pdf_nu(geval)
    with als(systeem_voor(wereld.a.id)) as by:
        overdracht = bestemmingen_for(by, [geval.dossier_id])[geval.dossier_id][0].overdracht
        zet_klaar(overdracht_id=overdracht.id, dossier_id=geval.dossier_id, by=by, at=AT)
    assert "Haal het OSO-bestand op" in client.get(f"/po/dossiers/{geval.dossier_id}/overdracht/").content.decode()
    antwoord = client.post(f"{begin}meegeven/")
    ruw = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    gelezen: Gelezen = lees(ruw)
    assert gelezen.inhoud["achternaam"] == geval.kind.achternaam
    with als(geval.ouders[0].actor):
        zichtbaar = AuditEvent.objects.filter(dossier_id=geval.dossier_id, object_id=aanmelding.ontvanger_id)
        assert {rij.wat for rij in zichtbaar} == {"overdracht.verstuurd", "overdracht.meegegeven"}
    with als(wereld.b.administratie) as by:
        assert "College Verderop" not in [school.naam for school in organisaties_for(by, "vo")]


def test_before_it_is_definitief_nothing_goes_out(wereld: Wereld, time_machine):
    time_machine.move_to(AT, tick=False)
    geval = wereld.dossier_in(Staat.CONCEPT)
    client = als_administratie(wereld)
    assert leg_vast(client, geval).status_code == 303
    aanmelding = aanmelding_van(wereld, geval)
    begin = f"/po/dossiers/{geval.dossier_id}/overdracht/{aanmelding.id}/"
    assert client.post(f"{begin}versturen/").status_code == 422
    assert client.post(f"{begin}meegeven/").status_code == 404


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"brin": "12"}, "twee cijfers en twee hoofdletters"),
        ({"brin": "99XB"}, "is geen vo-school"),
        ({"vestiging": "x1"}, "vestiging heeft twee cijfers"),
        ({"naam": ""}, "Vul de naam van de school in"),
        ({"aangemeld_op": "1-1-2099"}, "toekomst"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(
    wereld: Wereld, time_machine, fout: dict[str, str], zin: str
):
    time_machine.move_to(AT, tick=False)
    geval = wereld.dossier_in(Staat.CONCEPT)
    antwoord = leg_vast(als_administratie(wereld), geval, plaats="Elders aan Zee", **fout)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert "Elders aan Zee" in antwoord.content.decode()
