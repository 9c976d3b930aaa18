"""After definitief: does each audience read which versions there were, what changed, why, and what was added?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.rapporten.queries import versies_for
from overstap.foundation.rls import als
from tests.web.na_definitief import (
    bied_anders_aan,
    client_van,
    heropend,
    maak_nieuwe_versie,
    ouder_binnen,
    schrijf,
    wat_tegenhoudt,
)
from tests.wereld import AT, dagen_terug, logboek


@pytest.fixture
def na(db: None) -> Iterator[SimpleNamespace]:
    with time_machine.travel(AT, tick=False):
        yield heropend()


def test_everybody_reads_why_the_report_was_opened_again(na):
    vo = client_van(na.wereld.vo.toelating).get(f"/vo/overdrachten/{na.eerste}/").content.decode()
    assert "De basisschool past dit rapport aan" in vo
    assert "er staat een fout in de gegevens" in vo
    assert "Wat u heeft blijft versie 3" in vo
    ouder = ouder_binnen(na.geval, 0).get("/ouders/rapport/").content.decode()
    assert "De school werkt weer aan het rapport" in ouder
    assert "er staat een fout in de gegevens" in ouder
    assert "houdt u versie 3" in ouder
    po = client_van(na.wereld.a.leerkracht).get(f"{na.adres}versies/").content.decode()
    assert "Het rapport is heropend" in po
    assert "?van=3&amp;naar=nu" in po
    assert "Er is niets anders" in client_van(na.wereld.a.leerkracht).get(
        f"{na.adres}verschil/?van=3&naar=nu"
    ).content.decode()  # fmt: skip


def test_each_reader_finds_the_difference_since_reading(na):
    schrijf(na.wereld, na.geval, dagen_terug(8), "Iets heel anders.")
    assert "Laat de ouders eerst de nieuwe versie lezen." in wat_tegenhoudt(na, dagen_terug(8))
    bied_anders_aan(na)
    ouder = ouder_binnen(na.geval, 0)
    begin = ouder.get("/ouders/rapport/").content.decode()
    assert "Bekijk wat er anders is" in begin
    anders = ouder.get("/ouders/rapport/verschil/").content.decode()
    assert "Sinds u dit las is 1 regel veranderd" in anders
    assert "en nauwkeurig" in anders
    for nummer in range(2):
        assert "nog op de nieuwe versie reageren tot en met 29 november 2026" in wat_tegenhoudt(na, dagen_terug(6))
        na.geval.teken(nummer, dagen_terug(6))
    assert wat_tegenhoudt(na, dagen_terug(5)) == ""
    directeur = client_van(na.wereld.a.directeur)
    assert "Stuur de nieuwe versie" in directeur.get(f"{na.adres}overdracht/").content.decode()
    versturen = f"{na.adres}overdracht/{na.geval.aanmelding_id}/versturen/"
    assert "Stuur nu naar" in directeur.get(versturen).content.decode()
    na.geval.verstuur(dagen_terug(4))
    assert "Stuur nu naar" not in directeur.get(versturen).content.decode()
    vo = client_van(na.wereld.vo.toelating)
    blad = vo.get(f"/vo/overdrachten/{na.geval.overdracht_id}/").content.decode()
    assert "Sinds u dit las is 1 regel veranderd" in blad
    verschil = vo.get(f"/vo/overdrachten/{na.geval.overdracht_id}/verschil/").content.decode()
    assert '<ins class="ov-nieuw">' in verschil
    assert "[nieuw:" in verschil
    assert "en nauwkeurig" in verschil
    assert vo.get(f"/vo/overdrachten/{na.eerste}/verschil/").status_code == 404
    po = client_van(na.wereld.a.leerkracht)
    blad = po.get(f"{na.adres}verschil/?van=3&naar=5").content.decode()
    assert "en nauwkeurig" in blad
    assert "versie 3 en versie 5" in blad
    for onzin in ("van=9&naar=1", "van=x&naar=1", "van=1&naar=", "van=²&naar=1", "van=99999999999&naar=1"):
        assert po.get(f"{na.adres}verschil/?{onzin}").status_code == 404, onzin
    assert "verschil.bekeken" in logboek(na.geval)


def test_the_school_sees_every_version_and_takes_what_was_sent_as_it_was(na):
    maak_nieuwe_versie(na)
    leerkracht, directeur = client_van(na.wereld.a.leerkracht), client_van(na.wereld.a.directeur)
    html = leerkracht.get(f"{na.adres}versies/").content.decode()
    for nummer in range(1, 6):
        assert f'id="versie-{nummer}"' in html
    assert "Heropend op 14 november 2026 door de directeur: er staat een fout in de gegevens." in html
    assert "door de leerkracht" in html
    assert html.count("verstuurd op") >= 2
    assert "vervangen of teruggetrokken op" in html
    eerste = _overdracht(na)
    assert eerste.sha256[:8] in html
    adres = f"{na.adres}verstuurd/{na.eerste}/"
    assert leerkracht.get(adres).status_code == 403
    antwoord = directeur.get(adres)
    assert hashlib.sha256(b"".join(antwoord.streaming_content)).hexdigest() == eerste.sha256
    with als(na.wereld.a.directeur) as by:
        derde = versies_for(by, dossier_for(by, na.geval.dossier_id)).get(nummer=3)
    pdf = leerkracht.get(f"{na.adres}versies/{derde.id}/vo/")
    assert hashlib.sha256(pdf.content).hexdigest()[:8] in html
    assert "osobestand.bekeken" in logboek(na.geval)


def _overdracht(na: SimpleNamespace) -> Overdracht:
    with als(na.wereld.a.directeur):
        return Overdracht.objects.get(id=na.eerste)


def test_an_aanvulling_is_written_read_over_read_by_parents_and_sent(na):
    maak_nieuwe_versie(na)
    po = client_van(na.wereld.a.ib)
    gegevens = {"soort": "informatie", "veld": "gedrag_huiswerk", "tekst": "Later: <b>maakt</b> nu een weekplanning."}
    assert po.get(f"{na.adres}aanvullen/").status_code == 200
    leeg = po.post(f"{na.adres}aanvullen/", {"soort": "", "veld": "", "tekst": ""})
    assert leeg.status_code == 422
    assert "Kies wat voor aanvulling het is." in leeg.content.decode()
    fout = po.post(f"{na.adres}aanvullen/", gegevens | {"veld": ""})
    assert "Kies bij welke vraag van het rapport uw tekst hoort." in fout.content.decode()
    assert "weekplanning" in fout.content.decode()
    na_te_lezen = po.post(f"{na.adres}aanvullen/", gegevens).content.decode()
    assert "Zo lezen de ouders en de vo-school het" in na_te_lezen
    assert "&lt;b&gt;maakt&lt;/b&gt;" in na_te_lezen
    assert "weekplanning" in po.post(f"{na.adres}aanvullen/", gegevens | {"stap": "wijzig"}).content.decode()
    assert po.post(f"{na.adres}aanvullen/", gegevens | {"stap": "bewaar"}).status_code == 303
    assert "De ouders kunnen dit lezen" in po.get(f"{na.adres}versies/").content.decode()
    for nummer in range(2):
        ouder = ouder_binnen(na.geval, nummer)
        assert "De school heeft iets toegevoegd" in ouder.get("/ouders/rapport/").content.decode()
        assert "weekplanning" in ouder.get("/ouders/rapport/aanvullingen/").content.decode()
    assert "heeft nog niet alles" in po.get(f"{na.adres}versies/").content.decode()
    adres = f"{na.adres}nasturen/{na.geval.aanmelding_id}/"
    assert po.post(adres).status_code == 403
    assert client_van(na.wereld.a.administratie).post(adres).status_code == 303
    inbox = client_van(na.wereld.vo.toelating)
    with als(na.wereld.vo.toelating):
        nieuw = Overdracht.objects.get()
    blad = inbox.get(f"/vo/overdrachten/{nieuw.id}/").content.decode()
    assert "weekplanning" in blad
    assert "Later geschreven door de basisschool" in blad
    assert nieuw.verstuurd_op - AT < timedelta(minutes=1)
