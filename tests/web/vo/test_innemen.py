"""Can a vo school look at a file from outside the region, take it in with its attachments, and does it go in time?"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.importen.models import Ontvangst, Ontvangstbijlage, Upload
from overstap.domain.importen.rules import bewaren_tot
from overstap.foundation import opslag
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.jobs.opruimen import ruim_uploads_op
from overstap.jobs.taak import voer_uit
from tests.partij import osobestand
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld

FOTO = frozenset({"foto"})


@pytest.fixture
def client(wereld: Wereld):
    return client_van(wereld.vo.toelating)


def stuur(client, ruw, herkomst="basisschool"):
    return client.post("/vo/innemen/", {"herkomst": herkomst, "bestand": SimpleUploadedFile("leerling.xml", ruw)})


def neem_in(client, ruw, herkomst="basisschool") -> tuple[str, list[dict[str, str]]]:
    """(address of what was taken in, the ids of the checks that were asked for)."""
    voorbeeld = stuur(client, ruw, herkomst)["Location"]
    gevraagd: list[dict[str, str]] = []
    with opvangen(lambda _naam, ids: gevraagd.append(ids)):
        antwoord = client.post(f"{voorbeeld}innemen/")
    assert antwoord.status_code == 303
    return antwoord["Location"], gevraagd


def controleer(gevraagd) -> None:
    """What the worker does with them."""
    for ids in gevraagd:
        voer_uit("ontvangst.controleren", ids["organisatie_id"], {"bijlage_id": ids["bijlage_id"]}, AT)


def test_nothing_is_kept_until_somebody_looked_and_took_it_in(wereld, client):
    ruw = osobestand(wereld.b.gegevens, 3, bijzonder=FOTO)
    plaats = b"<geboorteplaats>Ede</geboorteplaats>"
    antwoord = stuur(client, ruw.replace(b"</geboortedatum>", b"</geboortedatum>" + plaats, 1))
    voorbeeld = client.get(antwoord["Location"]).content.decode()
    for zin in ("Er is nog niets ingenomen", "Mai Nguyễn", "Geboorteplaats", "artikel 3", "In orde"):
        assert zin in voorbeeld
    # This school sends by Overstap itself; another one does not.
    assert "Dit bestand komt van Basisschool Het Kompas. Die school doet mee in uw regio" in voorbeeld
    elders = stuur(client, ruw.replace(b"99XB", b"99ZZ"))["Location"]
    assert "doet mee in uw regio" not in client.get(elders).content.decode()
    client.post(f"{elders}weggooien/")
    assert (
        "Mai" in client.get("/vo/innemen/").content.decode()
        or "Bestand van" in client.get("/vo/innemen/").content.decode()
    )
    with als(wereld.vo.toelating):
        assert not Ontvangst.objects.exists()
        wacht = Upload.objects.get()
        assert b"Nguy" not in opslag.lees(wacht.bestand_id)
        assert (wacht.herkomst, wacht.vervalt_op - wacht.geupload_op) == ("basisschool", timedelta(hours=24))


def test_taken_in_it_reads_like_every_received_report_with_its_attachments(wereld, client):
    adres, gevraagd = neem_in(client, osobestand(wereld.b.gegevens, 3, bijzonder=FOTO))
    inbox = client.get("/vo/").content.decode()
    for zin in ("Niet via Overstap gekomen", "Mai Nguyễn", "Van een school in uw regio", "BRIN 99XB"):
        assert zin in inbox
    assert "buiten de regio" not in inbox.lower()
    controleer(gevraagd)
    rapport = client.get(adres).content.decode()
    for zin in (
        "Schooladvies",
        "Van een school in uw regio",
        "1 augustus 2028",
        "nam het rapport in",
        "Wie ziet dit",
    ):
        assert zin in rapport
    with als(wereld.vo.toelating):
        rij = Ontvangstbijlage.objects.select_related("ontvangst").first()
        assert rij.scanstaat is Scanstaat.NIET_GESCAND  # the tests have no scanner here
        assert not Upload.objects.exists()
    stuk = client.get(f"{adres}bijlagen/{rij.id}/")
    assert stuk["Content-Disposition"].startswith('attachment; filename="bijlage-')
    assert len(b"".join(stuk.streaming_content)) == rij.omvang
    assert "opende een bijlage" in client.get(adres).content.decode()


def test_in_production_an_unscanned_attachment_waits(wereld, client, settings):
    settings.OVERSTAP_SCANPLICHT = True
    adres, gevraagd = neem_in(client, osobestand(wereld.b.gegevens, 3, bijzonder=FOTO))
    with als(wereld.vo.toelating):
        stuk = Ontvangstbijlage.objects.values_list("id", flat=True)[0]
    assert client.get(f"{adres}bijlagen/{stuk}/").status_code == 303
    controleer(gevraagd)
    assert "nog niet gecontroleerd" in client.get(f"{adres}bijlagen/{stuk}/", follow=True).content.decode()


def test_a_newer_file_of_the_same_pupil_takes_the_place_of_the_older(wereld, client):
    neem_in(client, osobestand(wereld.b.gegevens, 3, roepnaam="Mai"), "eigen_las")
    nieuwer = osobestand(wereld.b.gegevens, 3, roepnaam="Maike")
    voorbeeld = client.get(stuur(client, nieuwer, "eigen_las")["Location"]).content.decode()
    assert "komt daarvoor in de plaats" in voorbeeld
    assert "Dit verandert er" in voorbeeld
    neem_in(client, nieuwer, "eigen_las")
    with als(wereld.vo.toelating):
        assert [rij.roepnaam for rij in Ontvangst.objects.all()] == ["Maike"]
        assert b"Nguy" not in bytes(Ontvangst.objects.get().geheim)


@pytest.mark.parametrize(
    ("ruw", "herkomst", "woord"),
    [(b"<half", "basisschool", "niet compleet"), (b"", "basisschool", "leeg"), (b"<x/>", "maan", "Kies waar")],
)
def test_what_cannot_be_taken_in_says_why(client, ruw, herkomst, woord):
    antwoord = stuur(client, ruw, herkomst)
    assert antwoord.status_code == 422
    assert woord in antwoord.content.decode()


def test_thrown_away_or_a_day_old_it_is_gone(wereld, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        adres = stuur(client, osobestand(wereld.b.gegevens, 3))["Location"]
        with als(wereld.vo.toelating):
            sleutel = Upload.objects.get().sleutel_id
        assert client.post(f"{adres}weggooien/").status_code == 303
    assert client.get(adres).status_code == 404
    with pytest.raises(SleutelVernietigd):
        Slot(sleutel)
    stuur(client, osobestand(wereld.b.gegevens, 3))
    assert ruim_uploads_op(AT + timedelta(days=3650)) == 1


def test_removed_or_kept_long_enough_it_is_gone_with_its_attachments(
    wereld, client, django_capture_on_commit_callbacks
):
    for hoe in ("weg", "verlopen"):
        adres, _gevraagd = neem_in(client, osobestand(wereld.b.gegevens, 3, bijzonder=FOTO))
        with als(wereld.vo.toelating):
            rij = Ontvangst.objects.get()
            bestand_id = Ontvangstbijlage.objects.values_list("bestand_id", flat=True)[0]
        opslag.lees(bestand_id)
        eind = AT.replace(year=rij.bewaren_tot.year, month=8, day=1)
        with django_capture_on_commit_callbacks(execute=True):
            if hoe == "weg":
                assert client.post(f"{adres}verwijderen/").status_code == 303
            else:
                assert ruim_uploads_op(eind - timedelta(days=1)) == 0
                assert ruim_uploads_op(eind) == 1
        assert client.get(adres).status_code == 404
        with pytest.raises(opslag.NietBewaard):
            opslag.lees(bestand_id)
        with pytest.raises(SleutelVernietigd):
            Slot(rij.sleutel_id)


@pytest.mark.parametrize(
    ("schooljaar", "ontvangen", "tot"),
    [
        ("2026-2027", date(2027, 3, 1), 2028),
        ("2026-2027", date(2027, 9, 1), 2029),
        ("2023-2024", date(2026, 11, 22), 2028),
    ],
)
def test_it_is_kept_until_august_after_the_first_year(schooljaar, ontvangen, tot):
    assert bewaren_tot(schooljaar, ontvangen) == date(tot, 8, 1)


def test_nobody_else_opens_it(wereld, client):
    adres, _gevraagd = neem_in(client, osobestand(wereld.b.gegevens, 3, bijzonder=FOTO))
    with als(wereld.vo.toelating):
        stuk = Ontvangstbijlage.objects.values_list("id", flat=True)[0]
    vreemde = client_van(wereld.a.directeur)
    for pad in (adres, f"{adres}bijlagen/{stuk}/", f"/vo/innemen/{UUID(int=1)}/"):
        assert vreemde.get(pad).status_code == 404
