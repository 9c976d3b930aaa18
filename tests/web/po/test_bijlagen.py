"""Can the school say what each attachment is, and does nothing travel by accident?"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests.web.po.klas import NU
from tests.web.po.vol import bestand, maak_dossier

DRIE = (bestand(1, "verzuim", "verzuim.pdf"), bestand(2, "", "gesprek.pdf"), bestand(3, "diagnoses", "onderzoek.pdf"))


@pytest.fixture
def dossier_id(klas):
    return maak_dossier(klas, bestanden=DRIE)


def rijen(klas, dossier_id):
    from overstap.domain.bijlagen.queries import leesbaar_for
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        dossier = dossier_for(by, dossier_id)
        return {b.bestandsnaam: b.rij for b in leesbaar_for(by, dossier, slot_for(by, dossier))}


def getypt(klas, dossier_id, **anders):
    """The form as it stands, with other answers by `<name of the file>__<field>`."""
    data = {}
    for naam, rij in rijen(klas, dossier_id).items():
        velden = {"soort": rij.soort, "instemming_op": "", "instemming_van": "", "besproken_op": ""}
        for sleutel, waarde in anders.items():
            bestandsnaam, veld = sleutel.split("__")
            if naam.startswith(bestandsnaam):
                velden[veld] = waarde
        data |= {f"{rij.id}-{veld}": waarde for veld, waarde in velden.items()}
    return data


def getypt_van(klas, dossier_id, naam, van):
    """Who agreed to one attachment."""
    return {f"{rijen(klas, dossier_id)[naam].id}-instemming_van": van}


def adres(dossier_id):
    return f"/po/dossiers/{dossier_id}/bijlagen/"


def test_everything_is_closed_and_nothing_is_called_safe(klas, ingelogd, dossier_id):
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    assert "0 van 3 gaan mee" in html
    assert html.count("Wordt gecontroleerd") == 3
    assert html.count("Gaat niet mee") == 3


def test_attachments_go_along_when_somebody_says_so(klas, ingelogd, dossier_id):
    data = getypt(klas, dossier_id, verzuim__mee="on", onderzoek__mee="on", onderzoek__instemming_op="3-11-2026")
    data |= getypt_van(klas, dossier_id, "onderzoek.pdf", "Beide ouders")
    data |= {f"{rijen(klas, dossier_id)['onderzoek.pdf'].id}-instemming_vo": "on"}
    antwoord = ingelogd(klas.als_marije).post(adres(dossier_id), data)
    assert antwoord.status_code == 303
    vrij = {naam for naam, rij in rijen(klas, dossier_id).items() if rij.vrijgegeven}
    assert vrij == {"verzuim.pdf", "onderzoek.pdf"}


def test_an_error_in_one_keeps_what_was_typed_in_the_others(klas, ingelogd, dossier_id):
    data = getypt(klas, dossier_id, verzuim__mee="on", gesprek__soort="rapport", onderzoek__mee="on")
    antwoord = ingelogd(klas.als_marije).post(adres(dossier_id), data)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Vul eerst in op welke dag de ouders instemden" in html
    assert "<title>Fout:" in html
    assert html.count(" checked") == 2
    assert re.search(r'<option value="rapport"[^>]* selected', html)
    assert not any(rij.vrijgegeven for rij in rijen(klas, dossier_id).values())


def test_a_permission_is_somebodys(klas, ingelogd, dossier_id):
    from overstap.domain.bijlagen.queries import toestemmingen_for
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.foundation.rls import als

    data = getypt(klas, dossier_id, onderzoek__mee="on", onderzoek__instemming_op="3-11-2026")
    client = ingelogd(klas.als_marije)
    antwoord = client.post(adres(dossier_id), data)
    assert antwoord.status_code == 422
    assert "Vul in wie instemde" in antwoord.content.decode()
    data |= getypt_van(klas, dossier_id, "onderzoek.pdf", "Samira Haddou")
    assert "Vink aan waarmee de ouders instemden." in client.post(adres(dossier_id), data).content.decode()
    data |= {f"{rijen(klas, dossier_id)['onderzoek.pdf'].id}-instemming_swv": "on"}
    assert "nog niet in met: naar de vo-school" in client.post(adres(dossier_id), data).content.decode()
    data |= {f"{rijen(klas, dossier_id)['onderzoek.pdf'].id}-instemming_vo": "on"}
    assert client.post(adres(dossier_id), data).status_code == 303
    assert 'value="Samira Haddou"' in client.get(adres(dossier_id)).content.decode()
    with als(klas.directeur) as by:
        dossier = dossier_for(by, dossier_id)
        [gegeven] = toestemmingen_for(by, dossier, slot_for(by, dossier)).values()
    assert gegeven.van == "Samira Haddou"
    assert "aan de vo-school en het samenwerkingsverband. Het document: Verslag van een onderzoek" in gegeven.tekst
    assert b"Samira" not in bytes(gegeven.rij.geheim)


def test_a_day_that_does_not_exist_is_refused_beside_its_field(klas, ingelogd, dossier_id):
    data = getypt(klas, dossier_id, gesprek__instemming_op="31-2-2026")
    antwoord = ingelogd(klas.als_marije).post(adres(dossier_id), data)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Dit is geen dag." in html
    assert 'value="31-2-2026"' in html


def test_a_definitive_report_shows_its_attachments_and_takes_no_changes(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief", bestanden=DRIE)
    client = ingelogd(klas.als_joris)
    html = client.get(adres(dossier_id)).content.decode()
    assert "Wat de ouders lazen, blijft zoals het was." in html
    assert not re.search(r"<select|<input[^>]+-mee\"", html)
    # To the samenwerkingsverband it may still go.
    assert client.post(adres(dossier_id), getypt(klas, dossier_id, verzuim__mee_swv="on")).status_code == 303
    assert rijen(klas, dossier_id)["verzuim.pdf"].aan == {"swv"}
    antwoord = client.post(adres(dossier_id), getypt(klas, dossier_id, verzuim__mee="on"))
    assert antwoord.status_code == 422
    assert "Het rapport is definitief." in antwoord.content.decode()


def test_administration_sees_but_does_not_decide(klas, ingelogd, dossier_id):
    client = ingelogd(klas.bas_po)
    assert client.get(adres(dossier_id)).status_code == 200
    assert client.post(adres(dossier_id), getypt(klas, dossier_id, verzuim__mee="on")).status_code == 403


def test_a_download_is_a_file_with_a_neutral_name_and_is_written_down(klas, ingelogd, dossier_id):
    from overstap.foundation.audit.queries import gebeurtenissen_for
    from overstap.foundation.rls import als

    rij = rijen(klas, dossier_id)["onderzoek.pdf"]
    antwoord = ingelogd(klas.als_marije).get(f"{adres(dossier_id)}{rij.id}/")
    assert antwoord.getvalue() == b"%PDF-1.7 proef"
    assert antwoord["Content-Disposition"] == f'attachment; filename="bijlage-{rij.id.hex[:8]}.pdf"'
    assert "sandbox" in antwoord["Content-Security-Policy"]
    with als(klas.directeur) as by:
        assert [g.object_id for g in gebeurtenissen_for(by, dossier_id) if g.wat == "bijlage.bekeken"] == [rij.id]


def test_a_stranger_finds_nothing(klas, ingelogd, dossier_id):
    bijlage = next(iter(rijen(klas, dossier_id).values()))
    vreemde = ingelogd(klas.als_bas)
    assert vreemde.get(adres(dossier_id)).status_code == 404
    assert vreemde.get(f"{adres(dossier_id)}{bijlage.id}/").status_code == 404
    assert ingelogd(klas.als_marije).get(f"{adres(dossier_id)}{uuid4()}/").status_code == 404


def test_the_same_queries_for_one_attachment_as_for_three(klas, ingelogd, dossier_id, django_assert_num_queries):
    een = maak_dossier(klas, nummer=1, roepnaam="Ilias", bestanden=DRIE[:1])
    client = ingelogd(klas.als_marije)
    client.get(adres(een))
    with django_assert_num_queries(11):
        client.get(adres(een))
    with django_assert_num_queries(11):
        client.get(adres(dossier_id))


def test_it_is_shown_in_a_sandbox_once_it_was_cleaned(klas, ingelogd, dossier_id):
    from overstap.domain.bijlagen.actions import leg_keuring_vast
    from overstap.domain.bijlagen.snapshot import Keuring
    from overstap.foundation.rls import als

    rij = rijen(klas, dossier_id)["onderzoek.pdf"]
    client, bekijken = ingelogd(klas.als_marije), f"{adres(dossier_id)}{rij.id}/bekijken/"
    assert client.get(bekijken).status_code == 303
    with als(klas.directeur) as by:
        leg_keuring_vast(dossier_id=dossier_id, bijlage_id=rij.id, keuring=Keuring(gescand=True), by=by, at=NU)
    antwoord = client.get(bekijken)
    assert antwoord.getvalue() == b"%PDF-1.7 proef"
    assert antwoord["Content-Disposition"].startswith("inline;")
    beleid = antwoord["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "frame-ancestors 'none'", "sandbox"} <= set(beleid)
    assert not any("script" in regel or "allow-" in regel for regel in beleid)
    assert antwoord["X-Content-Type-Options"] == "nosniff"


def test_what_was_withdrawn_meanwhile_is_said_and_the_rest_is_kept(klas, ingelogd, dossier_id):
    from overstap.domain.bijlagen.actions import trek_bijlage_in
    from overstap.foundation.rls import als

    client = ingelogd(klas.als_marije)
    data = getypt(klas, dossier_id, verzuim__mee="on", gesprek__soort="rapport")
    weg = rijen(klas, dossier_id)["verzuim.pdf"]
    with als(klas.directeur) as by:
        trek_bijlage_in(dossier_id=dossier_id, bijlage_id=weg.id, by=by, at=NU)
    html = client.post(adres(dossier_id), data, follow=True).content.decode()
    assert "1 bijlage is intussen ingetrokken of vervangen." in html
    assert rijen(klas, dossier_id)["gesprek.pdf"].soort == "rapport"
    for rest in ("", "bekijken/"):
        antwoord = client.get(f"{adres(dossier_id)}{weg.id}/{rest}", follow=True)
        assert "intussen ingetrokken of vervangen. U kunt haar niet meer openen." in antwoord.content.decode()


def test_the_words_to_which_parents_agreed_are_shown_and_a_permission_is_taken_back(klas, ingelogd, dossier_id):
    data = getypt(klas, dossier_id, onderzoek__mee="on", onderzoek__instemming_op="3-11-2026")
    data |= getypt_van(klas, dossier_id, "onderzoek.pdf", "Samira Haddou")
    rij = rijen(klas, dossier_id)["onderzoek.pdf"]
    client, plek = ingelogd(klas.als_marije), f"{adres(dossier_id)}{rij.id}/toestemming/"
    assert "zeiden hier nog niets over" in client.get(plek).content.decode()
    client.post(adres(dossier_id), {**data, f"{rij.id}-instemming_vo": "on"})
    html = client.get(plek).content.decode()
    assert "Door: Samira Haddou." in html
    assert "Wij mogen dit altijd intrekken." in html
    assert ingelogd(klas.bas_po).post(plek).status_code == 403
    assert client.post(plek).status_code == 303
    assert "Ingetrokken op" in client.get(plek).content.decode()
    assert rijen(klas, dossier_id)["onderzoek.pdf"].aan == frozenset()
