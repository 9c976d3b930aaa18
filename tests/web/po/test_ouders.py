"""Can the school offer inzage to each parent apart, prove it, and read and answer what parents wrote?"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests.web.po.klas import NU
from tests.web.po.vol import als_ouder, gezagdragers, maak_dossier, met_advies, nodig_iedereen_uit, teken

# As it stands in the letter: the ids on the page may look like a code.
CODE = re.compile(r"(?<=>)[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}(?=<)")


@pytest.fixture
def dossier_id(klas):
    return maak_dossier(klas, "klaar")


def adres(dossier_id, rest="ouders/"):
    return f"/po/dossiers/{dossier_id}/{rest}"


def inzages(klas, dossier_id):
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.inzages.queries import inzages_for
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        return list(inzages_for(by, dossier_for(by, dossier_id)))


def schrijf(klas, dossier_id, inzage_id, act, tekst):
    from overstap.domain.inzages import actions
    from overstap.foundation.rls import als

    with als(als_ouder(klas, dossier_id, inzage_id)) as by:
        return getattr(actions, act)(tekst=tekst, by=by, at=NU)


def test_every_parent_with_gezag_has_a_card(klas, ingelogd, dossier_id):
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    assert "Samira Haddou" in html
    assert "Karim Haddou" in html
    assert html.count("Nog niet uitgenodigd") == 2
    assert "Bewijs van inzage" not in html


def test_the_mail_that_is_shown_carries_no_name(klas, ingelogd, dossier_id):
    samira = gezagdragers(klas, dossier_id)[0]
    html = ingelogd(klas.als_marije).get(adres(dossier_id, f"ouders/{samira.sleutel}/uitnodigen/")).content.decode()
    mail = html.split('class="ov-mail"')[1].split("</div></div>")[0]
    assert 'value="samira@voorbeeld.nl"' in html
    assert not any(naam in mail for naam in ("Samira", "Noor", "Haddou", "Voorbeeldboom"))


def test_nobody_is_invited_to_a_report_with_a_personal_number_in_a_text(klas, ingelogd, dossier_id):
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.rapporten.actions import sla_sectie_op
    from overstap.domain.rapporten.queries import concept_for
    from overstap.foundation.rls import als

    with als(klas.leerkracht) as by:
        revisie = concept_for(by, dossier_for(by, dossier_id)).revisie
        waarden = {"opvallend": "Het nummer van haar vader is 999990019."}
        sla_sectie_op(dossier_id=dossier_id, sectie="leerresultaten", waarden=waarden, revisie=revisie, by=by, at=NU)
    client, samira = ingelogd(klas.als_marije), gezagdragers(klas, dossier_id)[0]
    pagina = client.post(adres(dossier_id, f"ouders/{samira.sleutel}/uitnodigen/"), {"mail": "nieuw@voorbeeld.nl"})
    assert pagina.status_code == 422
    assert "Haal het eerst weg." in pagina.content.decode()
    assert client.get(adres(dossier_id)).content.decode().count("Nog niet uitgenodigd") == 2


def test_the_code_stands_in_one_answer_and_nowhere_else(klas, ingelogd, dossier_id):
    samira = gezagdragers(klas, dossier_id)[0]
    client = ingelogd(klas.als_marije)
    uitnodigen = adres(dossier_id, f"ouders/{samira.sleutel}/uitnodigen/")
    antwoord = client.post(uitnodigen, {"mail": "nieuw@voorbeeld.nl"})
    code = CODE.search(antwoord.content.decode()).group()
    assert antwoord.status_code == 200
    assert "no-store" in antwoord["Cache-Control"]
    assert "nieuw@voorbeeld.nl" in antwoord.content.decode()
    assert code not in str(dict(client.session))
    assert code not in client.get(adres(dossier_id)).content.decode()
    assert code not in client.get(uitnodigen).content.decode()
    nog_eens = client.post(uitnodigen, {"mail": "nieuw@voorbeeld.nl"})
    assert nog_eens.status_code == 422
    assert "Deze ouder kreeg het rapport al." in nog_eens.content.decode()


def test_the_code_opens_the_door_and_a_new_one_closes_it_for_the_old(klas, ingelogd, dossier_id):
    from overstap.domain.gebruikers.actions import CodeOnjuist, open_met_code

    samira = gezagdragers(klas, dossier_id)[0]
    client = ingelogd(klas.als_marije)
    eerste = client.post(adres(dossier_id, f"ouders/{samira.sleutel}/uitnodigen/"), {"mail": samira.mail})
    inzage = inzages(klas, dossier_id)[0]
    tweede = client.post(adres(dossier_id, f"inzages/{inzage.id}/code/"))
    oud, nieuw = (CODE.search(antwoord.content.decode()).group() for antwoord in (eerste, tweede))
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=inzage.ouder_id, getypt=oud, by=None, at=NU)
    assert open_met_code(ouderaccount_id=inzage.ouder_id, getypt=nieuw, by=None, at=NU) == inzage.ouder_id


@pytest.mark.parametrize("mail", ["", "geen adres"])
def test_a_wrong_address_is_kept_and_refused(klas, ingelogd, dossier_id, mail):
    samira = gezagdragers(klas, dossier_id)[0]
    antwoord = ingelogd(klas.als_marije).post(adres(dossier_id, f"ouders/{samira.sleutel}/uitnodigen/"), {"mail": mail})
    assert antwoord.status_code == 422
    assert "Vul een e-mailadres in" in antwoord.content.decode()
    assert inzages(klas, dossier_id) == []


def test_a_withdrawn_invitation_closes_the_way_in(klas, ingelogd, dossier_id):
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    client = ingelogd(klas.als_marije)
    intrekken = adres(dossier_id, f"inzages/{inzage_id}/intrekken/")
    assert client.get(intrekken).status_code == 200
    assert client.post(intrekken).status_code == 303
    assert inzage_id not in [inzage.id for inzage in inzages(klas, dossier_id)]
    assert client.get(intrekken).status_code == 404


def test_who_signed_cannot_be_withdrawn(klas, ingelogd, dossier_id):
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    teken(klas, dossier_id, inzage_id)
    antwoord = ingelogd(klas.als_marije).post(adres(dossier_id, f"inzages/{inzage_id}/intrekken/"))
    assert antwoord.status_code == 422
    assert "heeft al getekend" in antwoord.content.decode()


def test_on_paper_from_giving_to_signing(klas, ingelogd, dossier_id):
    samira = gezagdragers(klas, dossier_id)[0]
    client = ingelogd(klas.als_marije)
    papier = adres(dossier_id, f"ouders/{samira.sleutel}/papier/")
    te_vroeg = client.post(papier, {"op": "1-1-2020", "weg": "gesprek"})
    assert te_vroeg.status_code == 422
    assert "voor het begin van dit rapport" in te_vroeg.content.decode()
    assert client.post(papier, {"op": "22-11-2026", "weg": "gesprek"}).status_code == 303
    inzage = inzages(klas, dossier_id)[0]
    getekend = adres(dossier_id, f"inzages/{inzage.id}/getekend/")
    assert client.post(getekend, {"gezien_op": "22-11-2026"}).status_code == 422
    assert client.post(getekend, {"gezien_op": "22-11-2026", "akkoord": "nee"}).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "Gegeven in een gesprek" in html
    assert "22 november 2026" in html


def test_what_parents_wrote_is_shown_unedited_and_being_read_is_written_down(klas, ingelogd, dossier_id):
    from overstap.domain.overdrachten.queries import werkvoorraad_for
    from overstap.foundation.rls import als

    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    schrijf(klas, dossier_id, inzage_id, "geef_zienswijze", "Wij vinden <b>havo</b>\n\nte laag.")
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    assert "Wij vinden &lt;b&gt;havo&lt;/b&gt;\n\nte laag." in html
    with als(klas.leerkracht) as by:
        assert "zienswijze.bekeken" in gebeurtenissen(by, dossier_id)
        assert len(werkvoorraad_for(by, "2026-2027", "", NU)) == 1


def test_administration_does_not_read_what_parents_wrote(klas, ingelogd, dossier_id):
    from overstap.foundation.rls import als

    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    schrijf(klas, dossier_id, inzage_id, "geef_zienswijze", "Een geheime mening.")
    html = ingelogd(klas.bas_po).get(adres(dossier_id)).content.decode()
    assert "Gaf een mening" in html
    assert "Een geheime mening" not in html
    assert "Nodig uit" not in html
    with als(klas.directeur) as by:
        assert "zienswijze.bekeken" not in gebeurtenissen(by, dossier_id)


def gebeurtenissen(by, dossier_id):
    from overstap.foundation.audit.queries import gebeurtenissen_for

    return {gebeurtenis.wat for gebeurtenis in gebeurtenissen_for(by, dossier_id)}


def test_a_correction_is_answered_and_a_refusal_needs_a_reason(klas, ingelogd, dossier_id):
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    verzoek = schrijf(klas, dossier_id, inzage_id, "vraag_correctie", "Ons huisnummer is 12.")
    client = ingelogd(klas.als_marije)
    correctie = adres(dossier_id, f"correcties/{verzoek}/")
    assert "Ons huisnummer is 12." in client.get(correctie).content.decode()
    zonder = client.post(correctie, {"besluit": "niet_gecorrigeerd", "uitleg": " "})
    assert zonder.status_code == 422
    assert "Leg uit waarom" in zonder.content.decode()
    assert client.post(correctie, {"besluit": "niet_gecorrigeerd", "uitleg": "Het klopt."}).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "niet gecorrigeerd, met uitleg" in html
    assert "Het klopt." in html


def test_a_changed_report_is_offered_again(klas, ingelogd):
    dossier_id = maak_dossier(klas)
    nodig_iedereen_uit(klas, dossier_id)
    client = ingelogd(klas.als_marije)
    assert "anders dan wat de ouders lezen" not in client.get(adres(dossier_id)).content.decode()
    met_advies(klas, dossier_id)
    assert "anders dan wat de ouders lezen" in client.get(adres(dossier_id)).content.decode()
    assert client.post(adres(dossier_id, "nieuwe-versie/")).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "anders dan wat de ouders lezen" not in html
    assert "Versie 2 van" in html


def test_the_parents_version_shows_each_parent_without_the_other(klas, ingelogd, dossier_id):
    _samira, karim = gezagdragers(klas, dossier_id)
    html = ingelogd(klas.als_marije).get(adres(dossier_id, f"ouderversie/?ouder={karim.sleutel}")).content.decode()
    rapport = html.split("ov-ouderversie")[1]
    assert "Karim" in rapport
    assert "Samira" not in rapport
    assert "De ouders lezen dit nog niet." in html


def test_the_parents_version_can_show_frozen_and_changed(klas, ingelogd):
    dossier_id = maak_dossier(klas)
    nodig_iedereen_uit(klas, dossier_id)
    met_advies(klas, dossier_id)
    client = ingelogd(klas.als_marije)
    assert "Dit lezen de ouders nu: versie 1" in client.get(adres(dossier_id, "ouderversie/")).content.decode()
    assert "Zo zou het rapport er nu uitzien" in client.get(adres(dossier_id, "ouderversie/?van=nu")).content.decode()


def paden(klas, dossier_id):
    wie = gezagdragers(klas, dossier_id)[0].sleutel
    inzage_id = nodig_iedereen_uit(klas, dossier_id)[0]
    verzoek = schrijf(klas, dossier_id, inzage_id, "vraag_correctie", "Een fout.")
    return (
        f"ouders/{wie}/uitnodigen/", f"ouders/{wie}/papier/", f"inzages/{inzage_id}/code/",
        f"inzages/{inzage_id}/intrekken/", f"inzages/{inzage_id}/getekend/", f"correcties/{verzoek}/",
    )  # fmt: skip


def test_who_may_not_invite_does_not_get_these_pages(klas, ingelogd, dossier_id):
    alle = paden(klas, dossier_id)
    administratie, vreemde, leerkracht = map(ingelogd, (klas.bas_po, klas.als_bas, klas.als_marije))
    for pad in alle:
        assert leerkracht.get(adres(dossier_id, pad)).status_code == 200, pad
        assert administratie.get(adres(dossier_id, pad)).status_code == 403, pad
        assert administratie.post(adres(dossier_id, pad)).status_code == 403, pad
        assert vreemde.get(adres(dossier_id, pad)).status_code == 404, pad
    for pad in ("ouders/", "ouderversie/"):
        assert vreemde.get(adres(dossier_id, pad)).status_code == 404
    assert leerkracht.get(adres(dossier_id, f"ouders/{uuid4()}/uitnodigen/")).status_code == 404
    assert leerkracht.get(adres(uuid4())).status_code == 404


def test_the_list_says_who_must_still_be_invited(klas, ingelogd, dossier_id):
    tweede = maak_dossier(klas, "ter_inzage", nummer=1, roepnaam="Ilias", achternaam="Boukhari")
    schrijf(klas, tweede, inzages(klas, tweede)[0].id, "vraag_correctie", "Een fout.")
    client = ingelogd(klas.als_marije)
    html = client.get("/po/ouders/").content.decode()
    assert "Nog uitnodigen" in html
    assert "Wacht op u" in html
    alleen = client.get("/po/ouders/?stand=uitnodigen").content.decode()
    assert "<b>Noor</b> Haddou" in alleen
    assert "Boukhari" not in alleen


def test_the_list_asks_the_same_queries_for_one_pupil_as_for_three(klas, ingelogd, django_assert_num_queries):
    maak_dossier(klas, "ter_inzage")
    client = ingelogd(klas.als_marije)
    with django_assert_num_queries(11):
        client.get("/po/ouders/")
    for nummer in (1, 2):
        maak_dossier(klas, "ter_inzage", nummer=nummer, roepnaam=f"Kind{nummer}")
    with django_assert_num_queries(11):
        client.get("/po/ouders/")
