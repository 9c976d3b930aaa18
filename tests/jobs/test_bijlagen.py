"""Is an attachment scanned and cleaned by the worker, and never called safe by anything but the scanner?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pikepdf
import pytest
from PIL import Image

from overstap.domain.bijlagen.actions import trek_bijlage_in, voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Ingreep, Scanstaat, Weigerreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlage_for, open_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation import opslag
from overstap.foundation.rls import als
from overstap.integrations.virusscan import ScannerWeg
from overstap.jobs.bijlagen import controleer, controleer_wachtende
from overstap.jobs.taak import systeem_voor
from tests.clamd import BOOS, Clamd, draaiende_clamd
from tests.wereld import AT, Geval, logboek, regio


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with draaiende_clamd() as gestart:
        yield gestart


@pytest.fixture
def geval(db: None) -> Geval:
    return regio().dossier_in(Staat.CONCEPT)


@pytest.fixture
def met_scanner(clamd: Clamd, settings) -> Clamd:
    settings.OVERSTAP_CLAMD, settings.OVERSTAP_SCANPLICHT = clamd.pad, True
    return clamd


def pdf(*, script: bool) -> bytes:
    uit = io.BytesIO()
    with pikepdf.new() as doc:
        doc.add_blank_page()
        if script:
            doc.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        doc.save(uit, static_id=True)
    return uit.getvalue()


def voeg(geval: Geval, inhoud: bytes, mime: str = "application/pdf", **anders: object) -> UUID:
    with als(geval.school.leerkracht(geval.kind.groep)) as by:
        return voeg_toe(
            dossier_id=geval.dossier_id, bestandsnaam="stuk.pdf", omschrijving="", mime=mime,
            soort=Bijlagesoort.LVS_PROFIEL, inhoud=[inhoud[:7], inhoud[7:]], omvang=len(inhoud), besproken_op=None,
            by=by, at=AT, **anders,
        )  # fmt: skip


def draai(geval: Geval, bijlage_id: UUID, django_capture_on_commit_callbacks) -> Bijlage:
    with django_capture_on_commit_callbacks(execute=True), als(systeem_voor(geval.school.id)) as by:
        controleer(bijlage_id=bijlage_id, dossier_id=geval.dossier_id, by=by, at=AT)
    return rij(geval, bijlage_id)


def rij(geval: Geval, bijlage_id: UUID) -> Bijlage:
    with als(geval.school.leerkracht(geval.kind.groep)) as by:
        return bijlage_for(by, dossier_for(by, geval.dossier_id), bijlage_id)


def inhoud_van(geval: Geval, bijlage_id: UUID) -> bytes:
    with als(geval.school.leerkracht(geval.kind.groep)) as by:
        dossier = dossier_for(by, geval.dossier_id)
        with open_for(by, bijlage_for(by, dossier, bijlage_id), slot_for(by, dossier)) as lezer:
            return lezer.read()


def test_what_is_well_becomes_safe_and_loses_its_script(
    geval: Geval, met_scanner: Clamd, django_capture_on_commit_callbacks
) -> None:
    bijlage_id = voeg(geval, pdf(script=True))
    eerst = rij(geval, bijlage_id)
    assert eerst.scanstaat is Scanstaat.WORDT_GECONTROLEERD
    with pytest.raises(VertrekGeweigerd, match="nog gecontroleerd"):
        inhoud_van(geval, bijlage_id)
    daarna = draai(geval, bijlage_id, django_capture_on_commit_callbacks)
    assert (daarna.scanstaat, daarna.gescand_op) == (Scanstaat.VEILIG, AT)
    assert daarna.ingrepen == [Ingreep.SCRIPT]
    assert b"app.alert" not in inhoud_van(geval, bijlage_id)
    assert daarna.omvang == len(inhoud_van(geval, bijlage_id))
    with pytest.raises(opslag.NietBewaard):  # the original is gone: it was not needed
        opslag.lees(eerst.bestand_id)
    # A job may run twice.
    assert draai(geval, bijlage_id, django_capture_on_commit_callbacks).bestand_id == daarna.bestand_id
    assert logboek(geval)[-2:] == ["bijlage.opgeschoond", "bijlage.veilig"]


def test_a_picture_becomes_a_pdf_when_somebody_asked_for_that(geval: Geval, django_capture_on_commit_callbacks) -> None:
    foto = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(foto, "PNG")
    bijlage_id = voeg(geval, foto.getvalue(), "image/png", als_pdf=True)
    daarna = draai(geval, bijlage_id, django_capture_on_commit_callbacks)
    assert (daarna.mime, daarna.ingrepen) == ("application/pdf", [Ingreep.OMGEZET])
    with pikepdf.open(io.BytesIO(inhoud_van(geval, bijlage_id))) as doc:
        assert len(doc.pages) == 1
    # Looked at again it stays what it is.
    assert draai(geval, bijlage_id, django_capture_on_commit_callbacks).ingrepen == [Ingreep.OMGEZET]


def test_a_virus_is_refused_and_destroyed(geval: Geval, met_scanner: Clamd, django_capture_on_commit_callbacks) -> None:
    bijlage_id = voeg(geval, pdf(script=False) + BOOS)
    daarna = draai(geval, bijlage_id, django_capture_on_commit_callbacks)
    assert (daarna.scanstaat, daarna.weigerreden) == (Scanstaat.GEWEIGERD, Weigerreden.VIRUS)
    with pytest.raises(VertrekGeweigerd, match="geweigerd"):
        inhoud_van(geval, bijlage_id)
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(daarna.bestand_id)


@pytest.mark.parametrize("hoe", ["absent", "hangs"])
def test_without_a_verdict_the_state_stays_and_the_job_is_tried_again(
    geval: Geval, met_scanner: Clamd, monkeypatch, django_capture_on_commit_callbacks, hoe: str
) -> None:
    bijlage_id = voeg(geval, pdf(script=False))
    for vraag in ("scan", "handtekeningen"):
        monkeypatch.setattr(f"overstap.integrations.virusscan.{vraag}.__kwdefaults__", {"tijd": 0.3})
    _weg(met_scanner, hoe)
    try:
        with pytest.raises(ScannerWeg):
            draai(geval, bijlage_id, django_capture_on_commit_callbacks)
        assert controleer_wachtende(AT + timedelta(hours=4)) == 0
        assert rij(geval, bijlage_id).scanstaat is Scanstaat.WORDT_GECONTROLEERD
    finally:
        _terug(met_scanner, hoe)
    # Young ones are left to their own job; after hours the clock takes them along.
    assert controleer_wachtende(AT + timedelta(hours=1)) == 0
    assert controleer_wachtende(AT + timedelta(hours=4)) == 1
    assert rij(geval, bijlage_id).scanstaat is Scanstaat.VEILIG


def _weg(clamd: Clamd, hoe: str) -> None:
    if hoe == "absent":
        clamd.stop()
    else:
        clamd.bevries()


def _terug(clamd: Clamd, hoe: str) -> None:
    if hoe == "absent":
        clamd.start()
    else:
        clamd.verder()


def test_without_a_scanner_it_is_cleaned_and_called_what_it_is(
    geval: Geval, clamd: Clamd, settings, django_capture_on_commit_callbacks
) -> None:
    bijlage_id = voeg(geval, pdf(script=True))
    daarna = draai(geval, bijlage_id, django_capture_on_commit_callbacks)
    assert (daarna.scanstaat, daarna.gescand_op, daarna.ingrepen) == (Scanstaat.NIET_GESCAND, None, [Ingreep.SCRIPT])
    # Where nothing asks for a scan (a demo) it may go on, and says that it was not scanned.
    assert inhoud_van(geval, bijlage_id)
    settings.OVERSTAP_SCANPLICHT = True
    with pytest.raises(VertrekGeweigerd, match="nog niet gecontroleerd"):
        inhoud_van(geval, bijlage_id)
    settings.OVERSTAP_CLAMD = clamd.pad
    assert controleer_wachtende(AT + timedelta(hours=4)) == 1
    assert rij(geval, bijlage_id).scanstaat is Scanstaat.VEILIG


def test_what_was_withdrawn_meanwhile_is_left_alone(
    geval: Geval, met_scanner: Clamd, django_capture_on_commit_callbacks
) -> None:
    bijlage_id = voeg(geval, pdf(script=False))
    with (
        django_capture_on_commit_callbacks(execute=True),
        als(geval.school.leerkracht(geval.kind.groep)) as by,
    ):
        trek_bijlage_in(dossier_id=geval.dossier_id, bijlage_id=bijlage_id, by=by, at=AT)
    with als(systeem_voor(geval.school.id)) as by:
        controleer(bijlage_id=bijlage_id, dossier_id=geval.dossier_id, by=by, at=AT)
        assert Bijlage.objects.get(id=bijlage_id).scanstaat is Scanstaat.WORDT_GECONTROLEERD
