"""Does a report become definitief only when the law's points are done, by who may, and can it be opened again?"""

from __future__ import annotations

from uuid import uuid4

from tests.web.po.klas import NU
from tests.web.po.vol import maak_dossier


def adres(dossier_id, rest="definitief/"):
    return f"/po/dossiers/{dossier_id}/{rest}"


def laatste_versie(klas, dossier_id):
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.rapporten.queries import laatste_versie_for
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        return laatste_versie_for(by, dossier_for(by, dossier_id))


def bewaar_pdf(klas, versie):
    from overstap.domain.rapporten.actions import bewaar_pdf as act
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        act(versie=versie, publiek="vo", pdf=b"%PDF-1.7 rapport", by=by, at=NU)


def test_open_points_come_first_with_a_way_to_mend_them(klas, ingelogd):
    dossier_id = maak_dossier(klas, "klaar")
    html = ingelogd(klas.als_joris).get(adres(dossier_id)).content.decode()
    assert "Nog 1 punt te doen" in html
    assert "Bied het rapport eerst aan: Samira Haddou, Karim Haddou." in html
    assert f'href="/po/dossiers/{dossier_id}/ouders/"' in html
    assert "Maak definitief</span>" not in html


def test_too_early_is_refused_with_the_points(klas, ingelogd):
    dossier_id = maak_dossier(klas)
    antwoord = ingelogd(klas.als_joris).post(adres(dossier_id))
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "<title>Fout:" in html
    samenvatting = html.split("govuk-error-summary__list")[1].split("</ul>")[0]
    assert "Geef eerst het definitieve schooladvies." in samenvatting
    assert "Bied het rapport eerst aan" in samenvatting


def test_the_directeur_makes_it_definitief_and_sees_the_fingerprint(klas, ingelogd):
    dossier_id = maak_dossier(klas, "getekend")
    client = ingelogd(klas.als_joris)
    assert "Maak definitief</span>" in client.get(adres(dossier_id)).content.decode()
    assert client.post(adres(dossier_id)).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    versie = laatste_versie(klas, dossier_id)
    assert versie.soort == "definitief"
    assert versie.vingerafdruk[:8] in html
    assert html.count("Wordt gemaakt") == 2
    assert "Joris Tol" in html


def test_a_leerkracht_reads_who_can(klas, ingelogd):
    dossier_id = maak_dossier(klas, "getekend")
    client = ingelogd(klas.als_marije)
    html = client.get(adres(dossier_id)).content.decode()
    assert "De directeur: Joris Tol." in html
    assert "Maak definitief</span>" not in html
    assert client.post(adres(dossier_id)).status_code == 403
    assert client.get(adres(dossier_id, "heropenen/")).status_code == 403


def test_the_pdf_comes_when_it_is_ready(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    versie = laatste_versie(klas, dossier_id)
    client = ingelogd(klas.als_marije)
    pdf = adres(dossier_id, f"versies/{versie.id}/vo/")
    assert client.get(pdf).status_code == 404
    bewaar_pdf(klas, versie)
    antwoord = client.get(pdf)
    assert antwoord.content == b"%PDF-1.7 rapport"
    assert antwoord["Content-Disposition"] == f'attachment; filename="rapport-{versie.id.hex[:8]}.pdf"'
    assert client.get(adres(dossier_id, f"versies/{versie.id}/swv/")).status_code == 404
    assert ingelogd(klas.als_bas).get(pdf).status_code == 404


def test_opening_again_asks_first_and_keeps_the_version(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    versie = laatste_versie(klas, dossier_id)
    client = ingelogd(klas.als_joris)
    assert (
        "Doe dit alleen als er echt iets moet veranderen"
        in client.get(adres(dossier_id, "heropenen/")).content.decode()
    )
    zonder = client.post(adres(dossier_id, "heropenen/"))
    assert zonder.status_code == 422
    assert "Kies waarom u het rapport heropent." in zonder.content.decode()
    reden = {"reden": "correctie"}
    assert client.post(adres(dossier_id, "heropenen/"), reden).status_code == 303
    assert laatste_versie(klas, dossier_id).id == versie.id
    nog_eens = client.post(adres(dossier_id, "heropenen/"), reden)
    assert nog_eens.status_code == 422
    assert "het rapport is heropend" in nog_eens.content.decode()


def test_a_stranger_finds_nothing(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    vreemde = ingelogd(klas.als_bas)
    for rest in ("definitief/", "heropenen/"):
        assert vreemde.get(adres(dossier_id, rest)).status_code == 404
    assert ingelogd(klas.als_joris).get(adres(uuid4())).status_code == 404


def test_an_sbo_school_sends_the_newest_opp_along_or_says_why_not(klas, ingelogd):
    klas.po.gegevens = {**klas.po.gegevens, "onderwijs": "sbo"}
    klas.po.save()
    dossier = maak_dossier(klas, "klaar")
    tekst = ingelogd(klas.als_marije).get(f"/po/dossiers/{dossier}/definitief/").content.decode()
    assert "elke leerling in het so en sbo heeft een OPP" in tekst
    assert "artikel 43, lid 1 van de WEC" in tekst
