"""Do the worker's jobs act within one organisation, with ids only, and is each harmless when done twice?"""

from __future__ import annotations

import io
import json
import logging
from copy import deepcopy
from datetime import date, timedelta
from uuid import UUID, uuid4

import pikepdf
import pytest
from django.db import connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, slot_for
from overstap.domain.importen.actions import bewaar_upload
from overstap.domain.importen.queries import uploads_for
from overstap.domain.inzages.actions import Aangeleverd, geef_zienswijze
from overstap.domain.inzages.enums import Akkoord
from overstap.domain.inzages.queries import zienswijzen_for
from overstap.domain.overdrachten.queries import oso_bestand_for, overdracht_for, overdrachten_for
from overstap.domain.rapporten.models import Versiepdf
from overstap.domain.rapporten.queries import pdf_for, versie_for
from overstap.foundation.access import NietGevonden, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als, huidige_actor
from overstap.integrations.oso import lees
from overstap.jobs.document import zienswijze
from overstap.jobs.mail import mail_uitnodiging
from overstap.jobs.opruimen import controleer_logboek, ruim_uploads_op
from overstap.jobs.oso import zet_klaar
from overstap.jobs.pdf import maak_pdfs
from overstap.jobs.taak import ETMAAL, OPNIEUW, NogNiet, systeem_voor, taak
from tests.wereld import (
    AT,
    Geval,
    Wereld,
    dagen_terug,
    kind,
    laat_mail_vertrekken,
    logboek,
    maak_pdf_nu,
    regio,
    zet_oso_nu_klaar,
)


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    wereld = regio().leg_klaar(Staat.CONCEPT, Staat.TER_INZAGE, Staat.OVERGEDRAGEN, Staat.GELEZEN)
    return wereld.leg_klaar(Staat.OVERGEDRAGEN, met_bestanden=True)


@pytest.fixture
def wereld(opnieuw: None, begin: Wereld) -> Wereld:
    return deepcopy(begin)


def in_de_rij() -> list[tuple[str, dict[str, str]]]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args from procrastinate_jobs order by id")
        return [(naam, json.loads(args)) for naam, args in cursor.fetchall()]


def pdf_tekst(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_every_job_that_waits_holds_ids_only_and_says_for_whom(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.a.directeur) as by:
        dossiers = {str(dossier.id) for dossier in dossiers_for(by)}
    rij = [een for een in in_de_rij() if een[0] != "webhook.overdracht_klaar"]  # said for the vo school
    namen = {"pdf.maken", "mail.uitnodiging", "mail.nieuwe_versie", "oso.klaarzetten"}
    assert {naam for naam, _ in rij} == namen
    assert {naam for naam, ids in rij if ids["dossier_id"] == str(geval.dossier_id)} == namen
    for _, ids in rij:
        assert all(str(UUID(waarde)) == waarde for waarde in ids.values())
        assert ids["organisatie_id"] == str(wereld.a.id)
        assert ids["dossier_id"] in dossiers


def test_every_queued_name_is_a_job_that_the_worker_knows(wereld: Wereld):
    wereld.dossier_in(Staat.GELEZEN)
    app.perform_import_paths()
    assert {naam for naam, _ in in_de_rij()} <= app.tasks.keys()
    assert {"uploads.opruimen", "logboek.controleren"} <= app.tasks.keys()


def test_a_version_gets_a_pdf_for_each_audience_once(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    maak_pdf_nu(geval)
    maak_pdf_nu(geval)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        versie = versie_for(by, dossier, geval.versie_id)
        assert Versiepdf.objects.filter(versie=versie).count() == 2
        for publiek in ("vo", "ouders"):
            with pdf_tekst(pdf_for(by, versie, publiek, slot_for(by, dossier))) as pdf:
                assert str(pdf.docinfo["/Title"]) == f"Onderwijskundig rapport van {dossier.leerling.naam}"
                assert pdf.Root.MarkInfo.Marked
        een = Versiepdf.objects.get(versie=versie, publiek="vo").sha256
    ander = wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    with als(wereld.a.leerkracht):
        assert Versiepdf.objects.get(versie_id=ander.versie_id, publiek="vo").sha256 != een


def test_a_job_of_another_organisation_finds_nothing(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(systeem_voor(wereld.b.id)) as by:
        for doe, ids in (
            (maak_pdfs, {"versie_id": geval.versie_id}),
            (zet_klaar, {"overdracht_id": geval.overdracht_id}),
            (mail_uitnodiging, {"inzage_id": geval.ouders[0].inzage_id}),
        ):
            with pytest.raises(NietGevonden):
                doe(dossier_id=geval.dossier_id, by=by, at=AT, **ids)
    with als(systeem_voor(wereld.a.id)) as by, pytest.raises(NietGevonden):
        zet_klaar(overdracht_id=uuid4(), dossier_id=geval.dossier_id, by=by, at=AT)


def test_the_oso_file_waits_for_the_pdf_and_is_then_made_once(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with pytest.raises(NogNiet):
        zet_oso_nu_klaar(geval)
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)
    with als(wereld.vo.administratie) as by:
        eerst = oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read()
    zet_oso_nu_klaar(geval)
    with als(wereld.vo.administratie) as by:
        assert oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read() == eerst
    assert logboek(geval).count("overdracht.klaargezet") == 1


def test_the_oso_file_holds_the_report_the_zienswijze_and_what_was_released(wereld: Wereld):
    geval = Geval(kind(15, bijzonder=frozenset({"dyslexie", "foto"})), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40))
    geval.vul_in(dagen_terug(35))
    geval.geef_voorlopig(dagen_terug(30))
    geval.leg_toets_vast(None, dagen_terug(28).date(), dagen_terug(28))
    geval.geef_definitief(dagen_terug(28))
    geval.geef_vrij(dagen_terug(27), dagen_terug(27).date())
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))
    geval.teken(0, dagen_terug(18), Akkoord.NEE)
    brief = Aangeleverd("brief.pdf", "application/pdf", [b"%PDF-1.7 brief"])
    with als(geval.ouders[0].actor) as by:
        geef_zienswijze(tekst="Ik zie het anders.", bestanden=[brief], by=by, at=dagen_terug(18))
    geval.maak_definitief(dagen_terug(3))
    geval.meld_aan(dagen_terug(2))
    geval.verstuur(dagen_terug(1))
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)
    with als(wereld.vo.administratie) as by:
        gelezen = lees(oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read())
    assert gelezen.fouten == ()
    assert (gelezen.nummer.waarde, gelezen.datum) == (geval.kind.bsn, dagen_terug(1).date())
    assert (gelezen.inzage.akkoord, gelezen.inzage.datum) == ("Nee", dagen_terug(20).date())
    assert "zienswijze is als bijlage toegevoegd" in gelezen.inzage.reden
    assert {(bestand.plek, bestand.bestandsnaam) for bestand in gelezen.bestanden} == {
        ("diagnoses.documenten", "dyslexieverklaring.pdf"),
        ("overige_documenten", "onderwijskundig-rapport.pdf"),
        ("overige_documenten", "zienswijze-1.pdf"),
        # What a parent sent with it goes along like the words.
        ("overige_documenten", "brief.pdf"),
        ("overige_documenten", "werkstuk.png"),
        ("overige_documenten", "overzicht-toetsen.pdf"),
    }


def test_a_zienswijze_bears_the_word_of_the_region(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    geval.geef_zienswijze(0, "Ik zie het anders.", AT)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        tekst = zienswijzen_for(by, dossier, slot_for(by, dossier))[0]
    assert zienswijze(tekst, dossier, "oki-doc").titel == "Zienswijze bij oki-doc"


def test_what_was_not_released_stays_home(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    with als(wereld.vo.administratie) as by:
        gelezen = lees(oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read())
    assert [bestand.bestandsnaam for bestand in gelezen.bestanden] == ["onderwijskundig-rapport.pdf"]


def test_a_withdrawn_transfer_is_not_made(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    geval.trek_in(dagen_terug(8))
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)
    with als(wereld.a.directeur) as by:
        assert overdrachten_for(by, dossier_for(by, geval.dossier_id)).get().bestand_id is None


def test_the_clock_clears_the_uploads_of_every_school_and_only_the_expired(wereld: Wereld):
    ruim_uploads_op(AT)  # what undoes an import goes as well
    for plek, moment in ((wereld.a, AT - timedelta(hours=25)), (wereld.b, AT - timedelta(hours=25)), (wereld.b, AT)):
        with als(plek.administratie) as by:
            bewaar_upload(stukken=[b"<dossier/>"], by=by, at=moment)
    assert ruim_uploads_op(AT) == 2
    assert ruim_uploads_op(AT) == 0
    with als(wereld.b.administratie) as by:
        assert uploads_for(by, AT).count() == 1


def test_the_nightly_check_is_silent_over_a_whole_logboek(wereld: Wereld, caplog: pytest.LogCaptureFixture):
    wereld.dossier_in(Staat.GELEZEN)
    caplog.clear()
    assert controleer_logboek() == 0
    assert [regel for regel in caplog.records if regel.levelno >= logging.ERROR] == []
    with als(wereld.a.directeur):
        assert AuditEvent.objects.count() > 20


def test_a_job_acts_as_the_system_of_its_organisation_with_the_clock_of_the_worker(request: pytest.FixtureRequest):
    gezien = []
    # The trial goes away with the test: another test counts which jobs the application knows.
    request.addfinalizer(lambda: app.tasks.pop("proef.kijken"))

    @taak("proef.kijken")
    def kijk(*, dossier_id: UUID, by, at) -> None:
        gezien.append((by, huidige_actor(), at.tzinfo is not None, dossier_id))

    organisatie_id, dossier_id = uuid4(), uuid4()
    # Only what failed asks which job it is.
    app.tasks["proef.kijken"](None, organisatie_id=str(organisatie_id), dossier_id=str(dossier_id))
    verwacht = systeem_voor(organisatie_id)
    assert gezien == [(verwacht, verwacht, True, dossier_id)]
    assert verwacht.rol is Rol.SYSTEEM


@pytest.mark.parametrize(("geduld", "uren"), [(OPNIEUW, (1, 3)), (ETMAAL, (18, 24))])
def test_a_job_is_tried_again_for_so_long_and_then_no_more(geduld: RetryStrategy, uren: tuple[int, int]):
    wachten = [geduld.wait + geduld.linear_wait * poging for poging in range(geduld.max_attempts)]
    assert uren[0] * 60 * 60 < sum(wachten) < uren[1] * 60 * 60


def test_a_date_is_the_day_of_sending_and_not_of_the_worker(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    with als(wereld.vo.administratie) as by:
        assert lees(oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read()).datum == date(2026, 11, 12)
