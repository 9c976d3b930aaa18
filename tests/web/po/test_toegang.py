"""Can a school end that a parent reads, record what came on paper, and is nothing personal left in a cookie?"""

from __future__ import annotations

from django.conf import settings
from django.test import Client

from tests.web.po.klas import NU
from tests.web.po.test_ouders import adres, inzages
from tests.web.po.vol import als_ouder, gezagdragers, maak_dossier, nodig_iedereen_uit, teken


def test_closing_asks_why_and_the_parent_reads_neutral_words(klas, ingelogd) -> None:
    from overstap.domain.inzages.actions import geef_nieuwe_code
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, "klaar")
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    teken(klas, dossier_id, inzage_id)
    client, ouder = ingelogd(klas.als_marije), Client()
    rij = next(een for een in inzages(klas, dossier_id) if een.id == inzage_id)
    with als(klas.directeur) as by:
        code = geef_nieuwe_code(dossier_id=dossier_id, inzage_id=inzage_id, by=by, at=NU)
    assert ouder.post(f"/ouders/{rij.ouder_id}/", {"code": code}).status_code == 302
    assert ouder.get("/ouders/rapport/").status_code == 200
    sluiten = adres(dossier_id, f"inzages/{inzage_id}/sluiten/")
    assert "In de gegevens heeft deze persoon gezag" in client.get(sluiten).content.decode()
    assert "Kies waarom u de toegang sluit." in client.post(sluiten).content.decode()
    gesloten = client.post(sluiten, {"reden": "uitspraak"})
    assert gesloten.status_code == 303
    kaart = client.get(adres(dossier_id)).content.decode()
    for woorden in ("Toegang gesloten", "Een rechter besliste dit", "Open de toegang weer", "22 november 2026"):
        assert woorden in kaart
    for pad in ("rapport/", "rapport/kopie/", "rapport/wie-keek/", "rapport/mening/"):
        antwoord = ouder.get(f"/ouders/{pad}")
        assert antwoord.status_code == 403
        assert "De school heeft uw toegang gesloten." in antwoord.content.decode()
        assert "rechter" not in antwoord.content.decode()
    # Whoever comes back later with link and code reads the same.
    terug = Client()
    assert terug.post(f"/ouders/{rij.ouder_id}/", {"code": code}).status_code == 302
    assert "Okul erişiminizi kapattı" in terug.get("/ouders/rapport/?taal=tr", follow=True).content.decode()
    assert client.post(adres(dossier_id, f"inzages/{inzage_id}/openen/")).status_code == 303
    assert ouder.get("/ouders/rapport/").status_code == 200
    assert client.post(adres(dossier_id, f"inzages/{inzage_id}/openen/"), follow=True).status_code == 200


def test_a_request_on_paper_gets_its_month_and_its_answer(klas, ingelogd) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import bied_op_papier_aan
    from overstap.domain.inzages.enums import Papierweg
    from overstap.domain.inzages.queries import correcties_for
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, "klaar")
    samira = gezagdragers(klas, dossier_id)[0]
    with als(klas.leerkracht) as by:
        inzage_id = bied_op_papier_aan(
            dossier_id=dossier_id, verzorger_id=samira.sleutel, op=NU.date(), weg=Papierweg.POST, by=by, at=NU
        )
    client = ingelogd(klas.als_marije)
    pad = adres(dossier_id, f"inzages/{inzage_id}/correctieverzoek/")
    fout = client.post(pad, {"gegeven_op": "31-2-2027", "tekst": "Ons huisnummer is 12."})
    assert fout.status_code == 422
    assert "Ons huisnummer is 12." in fout.content.decode()
    assert client.post(pad, {"gegeven_op": "22-11-2026", "tekst": "Ons huisnummer is 12."}).status_code == 303
    kaart = client.get(adres(dossier_id)).content.decode()
    assert "Op papier of in een gesprek, door de school opgeschreven." in kaart
    assert "Antwoord uiterlijk 22 december 2026." in kaart
    with als(als_ouder(klas, dossier_id, inzage_id)) as by:
        dossier = dossier_for(by, dossier_id)
        (verzoek,) = correcties_for(by, dossier, slot_for(by, dossier))
    antwoord = client.post(adres(dossier_id, f"correcties/{verzoek.id}/"), {"besluit": "gecorrigeerd", "uitleg": ""})
    assert antwoord.status_code == 303


def test_a_mail_that_came_back_is_undone_by_who_heard_from_the_parent(klas, ingelogd) -> None:
    from overstap.domain.inzages.actions import mail_verzonden, meld_mail_mislukt
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, "klaar")
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    with als(klas.leerkracht) as by:
        mail_verzonden(inzage=next(r for r in inzages(klas, dossier_id) if r.id == inzage_id), by=by, at=NU)
        meld_mail_mislukt(dossier_id=dossier_id, inzage_id=inzage_id, by=by, at=NU)
    client = ingelogd(klas.als_marije)
    assert "E-mail kwam niet aan" in client.get("/po/").content.decode()
    assert "Wacht op u" in client.get("/po/ouders/").content.decode()
    assert "De e-mail kwam toch aan" in client.get(adres(dossier_id)).content.decode()
    assert client.post(adres(dossier_id, f"inzages/{inzage_id}/aangekomen/")).status_code == 303
    assert "E-mail kwam niet aan" not in client.get("/po/").content.decode()


def test_what_was_just_done_is_said_without_a_cookie(klas, ingelogd) -> None:
    assert settings.MESSAGE_STORAGE.endswith("SessionStorage")
    dossier_id = maak_dossier(klas, "klaar")
    samira = gezagdragers(klas, dossier_id)[0]
    client = ingelogd(klas.als_marije)
    antwoord = client.post(adres(dossier_id, f"ouders/{samira.sleutel}/papier/"), {"op": "22-11-2026", "weg": "post"})
    assert antwoord.status_code == 303
    assert not {"messages"} & set(client.cookies)
    assert "deze ouder kreeg het rapport op papier" in client.get(adres(dossier_id)).content.decode()
