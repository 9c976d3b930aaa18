"""Can the school add, replace and withdraw an attachment by hand, and does a wrong file say what to do?"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.po.test_bijlagen import DRIE, adres, rijen
from tests.web.po.vol import maak_dossier

PDF = b"%PDF-1.7 " + b"nieuw " * 100


@pytest.fixture
def dossier_id(klas):
    return maak_dossier(klas, bestanden=DRIE[:1])


def formulier(inhoud=PDF, naam="Profiel.pdf", **anders):
    bestand = {"bestand": SimpleUploadedFile(naam, inhoud)} if naam else {}
    return {"soort": "lvs_profiel", "omschrijving": "Midden groep 8", "besproken_op": "3-11-2026", **bestand, **anders}


def test_a_document_is_added_closed_and_asks_for_its_check(klas, ingelogd, dossier_id):
    client = ingelogd(klas.als_marije)
    assert client.get(f"{adres(dossier_id)}toevoegen/").status_code == 200
    antwoord = client.post(f"{adres(dossier_id)}toevoegen/", formulier(inhoud=PDF * 300, soort="verzuim"))
    assert antwoord.status_code == 303
    rij = rijen(klas, dossier_id)["Profiel.pdf"]
    assert (rij.soort, rij.herkomst, rij.mime, rij.vrijgegeven) == ("verzuim", "school", "application/pdf", False)
    assert rij.omvang == len(PDF * 300)
    assert (rij.besproken_op.isoformat(), rij.scan) == ("2026-11-03", "wordt_gecontroleerd")
    html = client.get(adres(dossier_id)).content.decode()
    assert "Midden groep 8" in html
    assert "toegevoegd door de school" in html
    assert client.get(f"{adres(dossier_id)}{rij.id}/").getvalue() == PDF * 300


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naam": ""}, "Kies eerst een bestand."),
        ({"inhoud": b""}, "Dit bestand is leeg."),
        ({"naam": "kwaad.exe", "inhoud": b"MZ"}, "“exe” mogen niet mee"),
        ({"naam": "a.pdf", "inhoud": b"MZ\x00"}, "De inhoud is geen PDF"),
        ({"naam": "toets-999990019.pdf"}, "staat een BSN"),
        ({"soort": ""}, "Kies wat dit voor document is."),
        ({"besproken_op": "31-2-2026"}, "Dit is geen dag."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(klas, ingelogd, dossier_id, anders, zin):
    antwoord = ingelogd(klas.als_marije).post(f"{adres(dossier_id)}toevoegen/", formulier(**anders))
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in html
    assert 'value="Midden groep 8"' in html
    assert len(rijen(klas, dossier_id)) == 1


@pytest.mark.parametrize("waar", ["begin", "onderweg", "einde", "opslag"])
def test_a_full_disk_is_said_and_what_was_typed_stands_there(klas, ingelogd, dossier_id, monkeypatch, waar):
    """While the form is read (before, in and after a file) or when it goes into the store: nothing is kept of it."""

    def vol(*_wat, **_meer):
        if waar in {"begin", "opslag"}:
            raise OSError(errno.ENOSPC, "vol")
        # Takes nothing: what is written into it finds a full disk as soon as it leaves the memory.
        return Path("/dev/full").open("wb")

    client = ingelogd(klas.als_marije)
    client.raise_request_exception = False
    monkeypatch.setattr(*((os, "fsync") if waar == "opslag" else (tempfile, "TemporaryFile")), vol)
    form = formulier(inhoud=PDF * (300 if waar == "onderweg" else 1))
    antwoord = client.post(f"{adres(dossier_id)}toevoegen/", form)
    html = antwoord.content.decode()
    assert antwoord.status_code == 507
    assert "Bij ons is de schijf vol." in html
    assert ">Midden groep 8</textarea>" in html
    assert len(rijen(klas, dossier_id)) == 1
    monkeypatch.undo()
    assert client.post(f"{adres(dossier_id)}toevoegen/", formulier()).status_code == 303


def test_too_big_and_too_many_give_a_clear_sentence(klas, ingelogd, dossier_id, monkeypatch):
    from dataclasses import replace

    from overstap.domain.bijlagen import rules

    client = ingelogd(klas.als_marije)
    for grens, zin in (({"per_stuk": 10}, "hoogstens"), ({"aantal": 1}, "Er is al 1 bijlage")):
        klein = replace(rules.GRENZEN, **grens)
        monkeypatch.setattr(rules.controleer_omvang, "__defaults__", (klein,))
        antwoord = client.post(f"{adres(dossier_id)}toevoegen/", formulier())
        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()


def test_a_newer_one_takes_the_place_of_the_old(klas, ingelogd, dossier_id):
    client = ingelogd(klas.als_marije)
    oud = rijen(klas, dossier_id)["verzuim.pdf"]
    assert "verzuim.pdf" in client.get(f"{adres(dossier_id)}{oud.id}/vervangen/").content.decode()
    antwoord = client.post(f"{adres(dossier_id)}{oud.id}/vervangen/", formulier(naam="beter.pdf"))
    assert antwoord.status_code == 303
    nu = rijen(klas, dossier_id)
    assert set(nu) == {"beter.pdf"}
    assert nu["beter.pdf"].vervangt_id == oud.id
    # Who replaces what is gone already adds the new one beside the others: what was chosen is not lost.
    html = client.post(f"{adres(dossier_id)}{oud.id}/vervangen/", formulier(naam="ook.pdf"), follow=True)
    assert "is intussen ingetrokken. Voeg de nieuwe gewoon toe." in html.content.decode()
    assert set(rijen(klas, dossier_id)) == {"beter.pdf", "ook.pdf"}


def test_withdrawing_asks_first_and_then_removes_it_for_everybody(
    klas, ingelogd, dossier_id, django_capture_on_commit_callbacks
):
    from overstap.foundation import opslag

    client = ingelogd(klas.als_marije)
    oud = rijen(klas, dossier_id)["verzuim.pdf"]
    assert "verzuim.pdf" in client.get(f"{adres(dossier_id)}{oud.id}/intrekken/").content.decode()
    assert opslag.lees(oud.bestand_id)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{adres(dossier_id)}{oud.id}/intrekken/").status_code == 303
    assert rijen(klas, dossier_id) == {}
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(oud.bestand_id)


def test_beside_a_definitive_report_a_new_attachment_comes_closed_and_an_old_one_goes(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief", bestanden=DRIE[:1])
    client = ingelogd(klas.als_marije)
    assert "Deze bijlage komt ernaast te staan." in client.get(f"{adres(dossier_id)}toevoegen/").content.decode()
    assert client.post(f"{adres(dossier_id)}toevoegen/", formulier()).status_code == 303
    nieuw = rijen(klas, dossier_id)["Profiel.pdf"]
    assert (nieuw.vrijgegeven, nieuw.later_bij is None) == (False, False)
    assert "Toegevoegd na definitief." in client.get(adres(dossier_id)).content.decode()
    velden = {"soort": "lvs_profiel", "instemming_op": "", "instemming_van": "", "besproken_op": "", "mee": "on"}
    assert client.post(adres(dossier_id), {f"{nieuw.id}-{n}": w for n, w in velden.items()}).status_code == 303
    assert "Gekeken: 0 van 2." in client.get(adres(dossier_id)).content.decode()
    oud = rijen(klas, dossier_id)["verzuim.pdf"]
    assert client.post(f"{adres(dossier_id)}{oud.id}/intrekken/").status_code == 303


def test_a_stranger_finds_nothing(klas, ingelogd, dossier_id):
    oud = rijen(klas, dossier_id)["verzuim.pdf"]
    vreemde = ingelogd(klas.als_bas)
    for rest in ("toevoegen/", f"{oud.id}/vervangen/", f"{oud.id}/intrekken/"):
        assert vreemde.get(f"{adres(dossier_id)}{rest}").status_code == 404
        assert vreemde.post(f"{adres(dossier_id)}{rest}", formulier()).status_code == 404
