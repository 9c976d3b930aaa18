"""Does who coordinates a region set it in pages, with the sentences of its file, and get it out and in as that file?"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Mailsoort, Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, mailteksten_for, organisaties_for, regiowijzigingen_for
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.scholen.rules.regioschrijven import schooltabel, schrijf_regio
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.web.regio.lezen import tekst
from tests.web.vo.ontvangst import client_van, client_van_ouder
from tests.wereld import AT, Wereld

SCHOOL = {
    "brin": "99XC", "vestiging": "00", "soort": "po", "naam": "De Nieuwe", "onderwijs": "bo", "straat": "Laan",
    "huisnummer": "4", "postcode": "9999XC", "plaats": "Meerdorp", "aanleverpunt": "0",
}  # fmt: skip


def test_a_subject_is_changed_refused_and_put_back(client: Client, streek: Wereld) -> None:
    goed = {"reactietermijn_dagen": "21", "gegevens_hoogstens_dagen": "90", "pro_besluit_vragen": "on"}
    fout = client.post("/regio/beheer/termijnen/", {**goed, "reactietermijn_dagen": "90"})
    assert fout.status_code == 422
    assert "een getal van 1 tot en met 60" in fout.content.decode()
    assert 'value="90"' in fout.content.decode()
    assert client.post("/regio/beheer/termijnen/", goed).status_code == 303
    assert "Willemijn Kuipers" in tekst(client, "/regio/beheer/")
    lijst = tekst(client, "/regio/beheer/wijzigingen/")
    assert "Dagen voor ouders om te reageren" in lijst
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        een = regiowijzigingen_for(by)[0].id
    assert "Wordt" in tekst(client, f"/regio/beheer/wijzigingen/{een}/terug/")
    assert client.post(f"/regio/beheer/wijzigingen/{een}/terug/").status_code == 303
    assert "Het is al zoals het was" in tekst(client, f"/regio/beheer/wijzigingen/{een}/terug/")
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert bestand_for(by).reactietermijn_dagen == 14


def test_a_mail_is_written_looked_at_and_leaves_in_these_words(client: Client, streek: Wereld) -> None:
    adres = "/regio/beheer/mails/uitnodiging/"
    assert "Zo komt de mail aan" in tekst(client, adres)
    assert 'name="ar" rows="4" lang="ar" dir="rtl"' in client.get(adres).content.decode()
    fout = client.post(adres, {"nl": "Dag {naam}, {adres}"})
    assert fout.status_code == 422
    assert "Dag {naam}, {adres}" in html.unescape(fout.content.decode()), "wat getypt was, staat er nog"
    assert "{naam} kan niet" in html.unescape(fout.content.decode())
    goed = {"nl": "Beste ouder,\r\n{adres}\r\nNummer {nummer}.", "tr": "Merhaba {adres}"}
    voorbeeld = html.unescape(client.post(adres, {**goed, "stap": "voorbeeld"}).content.decode())
    assert "Nog niet bewaard" in voorbeeld
    assert "Nummer 1234." in voorbeeld
    # A parent who chose a language reads the text of the region in it, or ours, with the Dutch one below.
    turks, pools = voorbeeld.index("Sizin için bir şey hazır"), voorbeeld.index("Coś na Państwa czeka")
    assert voorbeeld[turks:pools].index("Merhaba") < voorbeeld[turks:pools].index("Beste ouder,")
    assert "Dzień dobry," in voorbeeld[pools:]
    assert client.post(adres, {**goed, "nl": "Zonder link", "stap": "voorbeeld"}).status_code == 422
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert not bestand_for(by).mails
    assert client.post(adres, goed).status_code == 303
    assert "nl, tr" in tekst(client, "/regio/beheer/mails/")
    assert "Merhaba {adres}" in tekst(client, "/regio/beheer/wijzigingen/")
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        bestand = bestand_for(by)
    assert bestand.mails["uitnodiging"]["nl"] == "Beste ouder,\n{adres}\nNummer {nummer}."
    assert lees_regio(schrijf_regio(bestand)).mails == bestand.mails
    with als(streek.a.leerkracht) as by:
        assert mailteksten_for(by, by.werkt_bij, Mailsoort.UITNODIGING)["tr"] == "Merhaba {adres}"
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        een = regiowijzigingen_for(by)[0].id
    assert client.post(f"/regio/beheer/wijzigingen/{een}/terug/").status_code == 303
    with als(streek.a.leerkracht) as by:
        assert mailteksten_for(by, by.werkt_bij, Mailsoort.UITNODIGING) == {}, "our own words again"


def test_the_colours_of_a_region_are_on_the_pages_of_its_people_and_parents(client: Client, streek: Wereld) -> None:
    adres, blad = "/regio/beheer/woorden/", "/kleuren/1b4f72-ffd166.css"
    woorden = {"rapport": "OKR", "rapport_lang": "onderwijskundig rapport"}
    assert "/kleuren/" not in tekst(client, adres)
    fout = client.post(adres, {**woorden, "merk": "#5b9bd5", "accent": "#ffd166"})
    assert fout.status_code == 422
    assert "haalt een contrast van 2,7. Nodig is 4,5. Kies een donkerder kleur." in fout.content.decode()
    assert 'value="#5b9bd5"' in fout.content.decode()
    assert client.post(adres, {**woorden, "merk": "#1B4F72", "accent": "#ffd166"}).status_code == 303
    geval = streek.dossier_in(Staat.TER_INZAGE)
    ouder = client_van_ouder(geval.ouders[0].ouder_id)
    for wie, waar in ((client, adres), (client_van(streek.a.leerkracht), "/po/"), (ouder, "/ouders/rapport/")):
        gezien = tekst(wie, waar)
        assert f'<link rel="stylesheet" href="{blad}" media="screen">' in gezien
        assert '<meta name="theme-color" content="#1b4f72">' in gezien
    niemand = Client()
    css = niemand.get(blad)
    assert css.content.decode().startswith(":root{--ov-merk:#1b4f72;--ov-merk-diep:")
    assert (css.headers["Content-Type"], css.headers["Cache-Control"]) == (
        "text/css; charset=utf-8", "public, max-age=2592000",
    )  # fmt: skip
    assert not css.cookies
    assert niemand.get("/kleuren/ffff00-ffd166.css").status_code == 404
    assert "/kleuren/" not in tekst(niemand, "/hulp/")
    assert client.post(adres, woorden).status_code == 303
    assert "/kleuren/" not in tekst(client, adres)


def test_every_other_subject_keeps_what_is_right(client: Client, streek: Wereld) -> None:
    for adres, velden in (
        ("bijlagen", {"standaard_bijlagesoorten": ["rapport"]}),
        ("woorden", {"rapport": "oki-doc", "rapport_lang": "overstapdocument"}),
        ("contact", {"naam": "Servicepunt", "telefoon": "0000000006"}),
        (
            "swv/VO9901/lwoo",
            {
                "beslist": "vo",
                "commissie": "on",
                "deskundigen": "1",
                "weken": "8",
                "open": "on",
                "uitleg": "Bel.\r\nEn?",
            },
        ),
        ("swv/VO9901/gegevens", {"code": "VO9901", "naam": "Samen", "plaats": "Meerdorp"}),
        ("besturen", {"nummer_0": "99901", "naam_0": "Stichting Meerdorp"}),
        ("vragen/vraag", {"uitleg": "Noem er hooguit drie.\r\nEn waarom.", "vragen": "on"}),
        ("datums/jaar", {"definitief": "22-3-2027", "voorlopig_tot": "31-1-2027"}),
        ("scholen/nieuw", SCHOOL),
    ):
        vraag = "?veld=motivatie" if adres == "vragen/vraag" else ""
        antwoord = client.post(f"/regio/beheer/{adres}/{vraag}", velden)
        assert antwoord.status_code == 303, (adres, antwoord.content.decode()[:0])
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        nu = bestand_for(by)
    assert (nu.standaard_bijlagesoorten, nu.woorden.rapport, nu.verbanden[0].naam) == (("rapport",), "oki-doc", "Samen")
    # What of a route is as in the law, the file does not say; the name changed beside it.
    assert nu.verbanden[0].routes == {"lwoo": {"beslist": "vo", "deskundigen": 1, "uitleg": "Bel.\nEn?"}}
    blad = tekst(client, "/regio/beheer/swv/VO9901/")
    assert "de vo-school" in blad
    assert "Bel.<br>En?" in blad
    assert "van uw regio" in blad
    lijst = tekst(client, "/regio/beheer/wijzigingen/")
    assert "VO9901, Leerwegondersteuning (lwoo): wie beslist" in lijst
    assert "het samenwerkingsverband" in lijst, "what the law said before"
    assert nu.besturen == {"99901": "Stichting Meerdorp"}
    assert nu.velden["motivatie"].uitleg == "Noem er hooguit drie.\nEn waarom."
    # A date that is the national one is not the region's own.
    assert list(nu.kalenders["2026-2027"]) == ["definitief"]
    assert "De Nieuwe" in tekst(client, "/regio/beheer/scholen/?soort=po")
    assert "2 dagen later" in tekst(client, "/regio/beheer/datums/")
    assert "Noem er hooguit drie.<br>En waarom." in tekst(client, "/regio/beheer/vragen/")


@pytest.mark.parametrize(
    ("adres", "velden", "zin"),
    [
        ("besturen", {"nummer_0": "9", "naam_0": "Kort"}, "vijf cijfers"),
        ("besturen", {"nummer_0": "99901"}, "de naam van het bestuur"),
        ("contact", {"email": "geen adres"}, "een e-mailadres"),
        ("swv/VO9901/gegevens", {"naam": "Samen"}, "VO en vier cijfers"),
        ("swv/VO9901/vso", {"deskundigen": "1", "weken": "4", "uitleg": "Bel eerst."}, "minstens 2"),
        ("swv/VO9901/lwoo", {"deskundigen": "0", "weken": "veel"}, "Kies wie beslist."),
        ("scholen/nieuw", {**SCHOOL, "brin": "99XA"}, "Deze school staat er al"),
        ("scholen/nieuw", {**SCHOOL, "postcode": "99"}, "vier cijfers en twee hoofdletters"),
        ("scholen/nieuw", {**SCHOOL, "opgegaan_in": "99XC"}, "niet in zichzelf"),
        ("datums/jaar", {"definitief": "1-9-2027"}, "valt niet in schooljaar 2026-2027"),
        ("datums/jaar", {"definitief": "morgen"}, "Dit is geen dag"),
        ("datums/jaar", {"toetsuitslag": "30-3-2027"}, "ligt na de laatste dag van het definitieve advies (24 maart)"),
        ("vragen/vraag", {"uitleg": "Lees <b>dit</b>."}, "zonder opmaak"),
        ("bestand", {"tekst": "naam = "}, "Regel 1"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_changes_nothing(
    client: Client, streek: Wereld, adres: str, velden: dict[str, str], zin: str
) -> None:
    vraag = "?veld=motivatie" if adres == "vragen/vraag" else ""
    antwoord = client.post(f"/regio/beheer/{adres}/{vraag}", velden)
    assert antwoord.status_code == 422
    assert zin in html.unescape(antwoord.content.decode())
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert not regiowijzigingen_for(by)


def test_the_file_goes_out_is_looked_at_and_comes_in(client: Client, streek: Wereld) -> None:
    uit = client.get("/regio/beheer/regio.toml").content.decode()
    anders = uit.replace("reactietermijn_dagen = 14", "reactietermijn_dagen = 20")
    gezien = client.post("/regio/beheer/bestand/", {"bestand": BytesIO(anders.encode())})
    assert "Dagen voor ouders om te reageren" in gezien.content.decode()
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert bestand_for(by).reactietermijn_dagen == 14
    # A browser sends other ends of lines than it got.
    assert (
        client.post("/regio/beheer/bestand/", {"tekst": anders.replace("\n", "\r\n"), "neem_over": "1"}).status_code
        == 303
    )
    assert client.get("/regio/beheer/regio.toml").content.decode() == anders
    leeg = client.post("/regio/beheer/bestand/", {"bestand": BytesIO(b"\xff\xfe")})
    assert "geen tekst" in leeg.content.decode()


DUOLIJST = (
    "BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
    "BEVOEGD GEZAG NUMMER;DATUM EINDE\n"
    "99XA;99XA00;Basisschool De Klaproos;Verhuisweg;2;9999XA;Meerdorp;99901;\n"
    "99XB;99XB00;Basisschool Het Kompas;Havenkade;20;9999XB;Meerdorp;99901;31-03-2027\n"
    "99XE;99XE00;Basisschool De Vlieger;Laan;4;9999XE;MEERDORP;99901;\n"
    "99XG;99XG00;De Slip;Laan;4;0123;MEERDORP;99901;\n"
    "99XH;99XH00;De Fout;Laan;4;XB9999;MEERDORP;99901;\n"
    "99XF;99XF00;Basisschool Elders;Laan;4;9999XF;Elders;99901;\n"
)


def test_the_list_of_duo_is_looked_at_before_anything_is_stored(client: Client, streek: Wereld) -> None:
    lijst = {"soort": "bo", "bestand": BytesIO(DUOLIJST.encode("cp1252"))}
    gezien = html.unescape(client.post("/regio/beheer/duolijst/", lijst).content.decode())
    assert ["Nieuw (3)" in gezien, "Stopt (1)" in gezien, "Gewijzigd (1)" in gezien] == [True] * 3
    assert "Elders" not in gezien
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert not regiowijzigingen_for(by)
    voorstel = re.search('name="voorstel" value="([^"]+)"', gezien)
    assert voorstel
    niets = client.post("/regio/beheer/duolijst/", {"voorstel": voorstel[1]})
    assert "Kies welke scholen u overneemt." in niets.content.decode()
    gekozen = {"voorstel": voorstel[1], "school": ["99XE-00", "99XB-00"]}
    fout = client.post("/regio/beheer/duolijst/", {**gekozen, "school": ["99XE-00", "99XG-00", "99XH-00"]})
    geweigerd = html.unescape(fout.content.decode())
    for wie in ("De Slip (99XG 00)", "De Fout (99XH 00)"):
        assert f"{wie}, postcode: Dit klopt niet. Vul in: vier cijfers" in geweigerd
    assert 'href="#school-99XG-00"' in geweigerd
    assert re.findall('id="school-([^"]+)"[^>]* checked', geweigerd) == ["99XE-00", "99XH-00", "99XG-00"]
    assert client.post("/regio/beheer/duolijst/", gekozen).status_code == 303
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        scholen = {school.brin: school for school in bestand_for(by).scholen}
        assert {een.onderwerp for een in regiowijzigingen_for(by)} == {"scholen", "besturen"}
    assert scholen["99XE"].plaats == "Meerdorp"
    assert (scholen["99XB"].laatste_dag, scholen["99XB"].bestuur) == (date(2027, 3, 31), "99901")
    assert scholen["99XA"].straat == "Dorpsweide"
    assert client.post("/regio/beheer/duolijst/", {"voorstel": "verzonnen"}).status_code == 303


def test_a_vo_school_that_ended_is_offered_no_more(client: Client, streek: Wereld) -> None:
    vo = streek.vo.gegevens
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        tabel = schooltabel(replace(vo, laatste_dag=date(2026, 11, 21)))
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={vo.sleutel: tabel}, by=by, at=AT)
        assert not organisaties_for(by, "vo", open_op=date(2026, 11, 22))
        assert organisaties_for(by, "vo", open_op=date(2026, 11, 21)).get().brin == vo.brin
        assert organisaties_for(by, "vo").get().brin == vo.brin
