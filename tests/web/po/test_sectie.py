"""Is nothing lost that somebody typed in a section, and is it never overwritten unseen?"""

from __future__ import annotations

import pytest

from tests.web.po.klas import gelezen, neem_over


@pytest.fixture
def dossier(klas):
    return neem_over(klas, gelezen())


def adres(dossier, sectie="verzuim"):
    return f"/po/dossiers/{dossier}/onderdelen/{sectie}/"


GOED = {"verzuim_vanaf": "22-11-2025", "verzuim_geoorloofd": "4", "verzuim_ongeoorloofd": "0"}


def revisie(client, pad):
    tekst = client.get(pad).content.decode()
    return tekst.split('name="revisie" value="')[1].split('"')[0]


def test_ready_leads_to_the_next_open_section(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    antwoord = client.post(pad, {**GOED, "revisie": revisie(client, pad), "knop": "klaar"})
    assert antwoord.status_code == 303
    assert antwoord["Location"] == adres(dossier, "leerresultaten")


def test_ready_says_what_is_missing_and_keeps_the_rest(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    antwoord = client.post(pad, {"verzuim_geoorloofd": "4", "revisie": revisie(client, pad), "knop": "klaar"})
    assert antwoord["Location"] == pad + "open/"
    tekst = client.get(antwoord["Location"]).content.decode()
    assert "<title>Fout:" in tekst
    assert 'href="#veld-verzuim_vanaf"' in tekst
    assert 'value="4"' in tekst


def test_ready_does_not_go_on_over_a_number_that_stops_the_report(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier, "leerresultaten")
    tekst = {"opvallend": "Zijn nummer is 999990019.", "leervermogen": "Leert snel."}
    antwoord = client.post(pad, {**tekst, "revisie": revisie(client, pad), "knop": "klaar"})
    blad = client.get(antwoord["Location"]).content.decode()
    assert "Dit klopt nog niet" in blad
    assert "Haal het weg.</a>" in blad


def test_later_saves_without_judging(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    antwoord = client.post(pad, {"verzuim_geoorloofd": "7", "revisie": revisie(client, pad), "knop": "later"})
    assert antwoord["Location"] == f"/po/dossiers/{dossier}/"
    assert 'value="7"' in client.get(pad).content.decode()


def test_a_value_that_is_wrong_is_refused_and_kept_on_the_page(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    antwoord = client.post(pad, {**GOED, "verzuim_geoorloofd": "-3", "revisie": revisie(client, pad), "knop": "klaar"})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert 'value="-3"' in tekst
    assert "Nog niet opgeslagen" in tekst


def test_what_cannot_be_read_stays_on_the_page(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    antwoord = client.post(pad, {"verzuim_vanaf": "31-2-2026", "revisie": revisie(client, pad), "knop": "later"})
    assert antwoord.status_code == 422
    assert "31-2-2026" in antwoord.content.decode()


def test_two_writers_see_both_texts_and_the_second_may_decide(klas, ingelogd, dossier):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    pad = adres(dossier, "schoolloopbaan")
    begin = revisie(een, pad)
    een.post(pad, {"schoolloopbaan_toelichting": "Van Marije.", "revisie": begin, "knop": "later"})
    antwoord = twee.post(pad, {"schoolloopbaan_toelichting": "Van Joris.", "revisie": begin, "knop": "later"})
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Van Marije." in tekst
    assert "Van Joris." in tekst
    opnieuw = tekst.split('name="revisie" value="')[1].split('"')[0]
    twee.post(pad, {"schoolloopbaan_toelichting": "Van beiden.", "revisie": opnieuw, "knop": "later"})
    assert "Van beiden." in een.get(pad).content.decode()


def begin(client, pad):
    return client.get(pad).content.decode().split('name="begin" value="')[1].split('"')[0]


def test_two_writers_of_other_answers_do_not_meet(klas, ingelogd, dossier):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    pad = adres(dossier, "gedrag")
    beide = {"revisie": revisie(een, pad), "begin": begin(een, pad)}
    een.post(pad, {"gedrag_contact": "Van Marije.", "knop": "vanzelf", **beide})
    antwoord = twee.post(pad, {"gedrag_huiswerk": "Van Joris.", "knop": "vanzelf", **beide})
    assert antwoord.status_code == 200
    # And the page of the second goes on with what it knew.
    verder = {"gedrag_huiswerk": "Van Joris, en meer.", "knop": "vanzelf", **antwoord.json()}
    assert twee.post(pad, verder).status_code == 200
    tekst = een.get(pad).content.decode()
    assert "Van Marije." in tekst
    assert "Van Joris, en meer." in tekst


@pytest.mark.parametrize(
    ("kies", "blijft"),
    [("beide", "Van Marije.\n\nVan Joris."), ("nu", "Van Marije."), ("mijn", "Van Joris.")],
)
def test_who_meets_another_in_one_answer_chooses_there(klas, ingelogd, dossier, kies, blijft):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    pad = adres(dossier, "gedrag")
    beide = {"revisie": revisie(een, pad), "begin": begin(een, pad), "knop": "later"}
    een.post(pad, {"gedrag_contact": "Van Marije.", **beide})
    mijn = {"gedrag_contact": "Van Joris.", "gedrag_overig": "Hij tekent graag."}
    antwoord = twee.post(pad, {**mijn, **beide})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert tekst.count("ov-botsing") == 1
    opnieuw = {"begin": tekst.split('name="begin" value="')[1].split('"')[0], "revisie": "1", "knop": "later"}
    assert twee.post(pad, {**mijn, **opnieuw, "kies-gedrag_contact": kies}).status_code == 303
    pagina = een.get(pad).content.decode()
    assert 'name="gedrag_contact"' in pagina
    assert f">\n{blijft}</textarea>" in pagina
    assert "Hij tekent graag." in pagina


def test_in_a_group_every_part_has_its_own_choice(klas, ingelogd, dossier):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    pad = adres(dossier, "ondersteuning_gekregen")
    vast = {"begin": begin(een, pad), "knop": "later", "ondersteuningsvraag": "ja"}
    wat, relatie = "thuissituatie-omschrijving", "thuissituatie-relatie"
    een.post(pad, {**vast, wat: "Een verhuizing.", relatie: "Is soms moe."})
    tekst = twee.post(pad, {**vast, wat: "Een nieuw huis.", relatie: "Mist haar vrienden."}).content.decode()
    assert tekst.count("ov-botsing") == 2
    opnieuw = {**vast, "begin": tekst.split('name="begin" value="')[1].split('"')[0]}
    keuze = {wat: "Een nieuw huis.", relatie: "Mist haar vrienden.", f"kies-{wat}": "nu", f"kies-{relatie}": "beide"}
    assert twee.post(pad, {**opnieuw, **keuze}).status_code == 303
    pagina = een.get(pad).content.decode()
    assert ">\nEen verhuizing.</textarea>" in pagina
    assert ">\nIs soms moe.\n\nMist haar vrienden.</textarea>" in pagina


def test_saving_by_itself_answers_with_the_revision_and_what_to_look_at(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier, "schoolloopbaan")
    tekst = {"schoolloopbaan_toelichting": "De politie kwam.", "revisie": revisie(client, pad), "knop": "vanzelf"}
    antwoord = client.post(pad, tekst)
    assert antwoord.status_code == 200
    assert antwoord.json()["tekst"] == "Opgeslagen om 10.00"
    assert str(antwoord.json()["revisie"]) == revisie(client, pad)
    [opmerking] = antwoord.json()["opmerkingen"]
    assert opmerking["veld"] == "schoolloopbaan_toelichting"
    # The same remark stands beside the field, and is no error.
    pagina = client.get(pad).content.decode()
    assert opmerking["zin"].replace("'", "&#39;") in pagina
    assert "<title>Fout:" not in pagina


def test_saving_by_itself_keeps_the_rest_when_one_answer_cannot_be_read(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier)
    half = {"verzuim_vanaf": "31-2", "verzuim_geoorloofd": "7", "revisie": revisie(client, pad), "knop": "vanzelf"}
    antwoord = client.post(pad, half)
    assert antwoord.json()["tekst"] == "Opgeslagen om 10.00, behalve een antwoord dat nog niet klopt"
    assert 'value="7"' in client.get(pad).content.decode()


def test_saving_by_itself_never_overwrites_a_colleague(klas, ingelogd, dossier):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    pad = adres(dossier, "schoolloopbaan")
    begin = revisie(een, pad)
    for client, tekst, code in ((een, "Van Marije.", 200), (twee, "Van Joris.", 409)):
        antwoord = client.post(pad, {"schoolloopbaan_toelichting": tekst, "revisie": begin, "knop": "vanzelf"})
        assert antwoord.status_code == code
    assert antwoord.json()["vergelijk"] is True
    assert "Van Marije." in een.get(pad).content.decode()


def test_a_colleague_without_the_right_reads_and_may_not_write(klas, ingelogd, dossier):
    client = ingelogd(klas.bas_po)
    assert "Later verder" not in client.get(adres(dossier)).content.decode()
    assert client.post(adres(dossier), GOED).status_code == 403


def test_a_stranger_and_an_unknown_section_do_not_exist(klas, ingelogd, dossier):
    assert ingelogd(klas.als_bas).get(adres(dossier)).status_code == 404
    assert ingelogd(klas.als_marije).get(adres(dossier, "dagboek")).status_code == 404


def antwoord_nee(client, pad, **meer):
    return client.post(pad, {"ondersteuningsvraag": "nee", "revisie": revisie(client, pad), "knop": "klaar", **meer})


def test_no_support_is_one_answer_and_the_next_sectie_is_shut(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    wacht = "Beantwoord eerst de vraag over ondersteuning"
    assert wacht in client.get(adres(dossier, "ondersteuning_nodig")).content.decode()
    assert wacht not in client.get(adres(dossier, "ondersteuning_gekregen")).content.decode()
    assert antwoord_nee(client, adres(dossier, "ondersteuning_gekregen")).status_code == 303
    tekst = client.get(adres(dossier, "ondersteuning_nodig")).content.decode()
    assert "Hier hoeft niets te staan" in tekst
    assert wacht not in tekst
    assert "<textarea" not in tekst
    assert "Niet nodig: er is geen ondersteuningsvraag" in client.get(f"/po/dossiers/{dossier}/").content.decode()


def test_a_no_over_what_was_written_asks_first_and_keeps_it(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier, "ondersteuning_gekregen")
    tekst = {"ondersteuning_gekregen": "Een leesmaatje, drie keer per week."}
    vraag = client.get(antwoord_nee(client, pad, **tekst)["Location"]).content.decode()
    assert "U koos nee, maar hier staat al iets" in vraag
    assert tekst["ondersteuning_gekregen"] in vraag
    assert not antwoord_nee(client, pad, blijft_thuis="ja", **tekst)["Location"].endswith("open/")
    assert tekst["ondersteuning_gekregen"] in client.get(pad).content.decode()


def test_support_from_the_administration_says_yes_by_itself(klas, ingelogd):
    client = ingelogd(klas.als_marije)
    dossier = neem_over(klas, gelezen(medicijngebruik=True))
    tekst = client.get(adres(dossier, "ondersteuning_gekregen")).content.decode()
    assert "Uw leerlingadministratie vertelt over ondersteuning" in tekst
    assert 'value="ja" checked' in tekst


def test_ten_thousand_characters_from_word_are_kept_as_words(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    pad = adres(dossier, "schoolloopbaan")
    regel = '<p class="MsoNormal">Noor werkt&nbsp;<b>door</b>.<o:p></o:p></p>'
    lang = {"schoolloopbaan_toelichting": regel * 600, "revisie": revisie(client, pad)}
    antwoord = client.post(pad, {**lang, "knop": "klaar"})
    assert antwoord.status_code == 422
    assert "tekens korter: er passen er 1.200." in antwoord.content.decode()
    assert client.post(pad, {**lang, "knop": "later"}).status_code == 303
    bewaard = client.get(pad).content.decode()
    assert bewaard.count("Noor werkt door.") == 600
    assert "MsoNormal" not in bewaard


def test_the_region_explains_and_asks_on_the_form(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    tekst = client.get(adres(dossier, "gedrag")).content.decode()
    assert "De mentoren van het Meerdorp College" in tekst
    assert "Uw regio vraagt om dit antwoord." in tekst
    assert "drie punten" in client.get(adres(dossier, "schooladvies")).content.decode()
    assert 'name="profiel"' not in client.get(adres(dossier, "schooladvies")).content.decode()


def test_the_name_of_somebody_else_leaves_the_whole_report(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    for sectie, veld in (("gedrag", "gedrag_contact"), ("schoolloopbaan", "schoolloopbaan_toelichting")):
        pad = adres(dossier, sectie)
        tekst = "Sanne helpt haar. Zij speelt met Sanne, niet met Sannes broer."
        client.post(pad, {veld: tekst, "revisie": revisie(client, pad), "knop": "later"})
    pad = f"/po/dossiers/{dossier}/namen/"
    assert client.post(pad, {"naam": "Noor", "rolwoord": "klasgenoot"}).status_code == 422
    assert client.post(pad, {"naam": "Fleur", "rolwoord": "klasgenoot"}).status_code == 422
    klaar = client.post(pad, {"naam": "sanne", "rolwoord": "klasgenoot"}, follow=True)
    assert "op 4 plaatsen vervangen" in klaar.content.decode()
    tekst = client.get(adres(dossier, "gedrag")).content.decode()
    assert "Een klasgenoot helpt haar. Zij speelt met een klasgenoot, niet met Sannes broer." in tekst
