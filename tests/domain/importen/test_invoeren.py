"""Can a school type a pupil in, is a double asked about, and does a later file find this pupil?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, nummer_gemaskeerd_for, slot_for
from overstap.domain.importen.actions import (
    AlBekend,
    LijktOp,
    bewaar_upload,
    maak_ongedaan,
    neem_over,
    verbeter_invoer,
    voer_in,
)
from overstap.domain.importen.enums import Vraag
from overstap.domain.importen.queries import geschreven_bij, opgehaald_for, vergelijking_for
from overstap.domain.importen.rules import ImportGeweigerd, Invoer, Verzorgerinvoer, als_gelezen
from overstap.domain.inzages.rules import gezaghebbenden
from overstap.domain.leerlingen.rules import lijkt_op
from overstap.domain.rapporten.actions import sla_sectie_op
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.rapporten.rules import volledigheid_rapport
from overstap.foundation.access import Actor, GeenRecht
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld, regio

MOEDER = Verzorgerinvoer("2", "Lena", "van", "Dongen", gezag=True, mail="lena@ouders.example")
INVOER = Invoer(
    voornamen="Tess Maria", roepnaam="", voorvoegsel="van", achternaam="Dongen", geboortedatum=date(2015, 2, 3),
    geslacht="vrouw", soort=Nummersoort.BSN, nummer="999993653", leerlingid="", groep="8A",
    ingeschreven_op=date(2019, 8, 26), adresgeheim=False, adres={}, verzorgers=(MOEDER,),
)  # fmt: skip


@pytest.fixture
def wereld(db: None) -> Wereld:
    return regio()


def test_of_two_of_the_three_a_person_is_asked() -> None:
    tess = ("Tess", "Dongen", date(2015, 2, 3))
    assert lijkt_op(tess, ("tess", "Döngen", None))
    assert lijkt_op(tess, ("Tessa", "Dongen", date(2015, 2, 3)))
    assert not lijkt_op(tess, ("Tom", "Dongen", date(2014, 2, 3)))


def test_a_pupil_typed_in_has_everything_that_comes_from_an_administration(wereld: Wereld) -> None:
    with als(wereld.a.administratie) as by:
        dossier = voer_in(invoer=INVOER, by=by, at=AT)
        inhoud = inhoud_for(by, dossier, slot_for(by, dossier))
        assert (dossier.leerling.naam, dossier.groep, inhoud["roepnaam"]) == ("Tess van Dongen", "8A", "Tess")
        assert nummer_gemaskeerd_for(by, dossier, slot_for(by, dossier)).endswith("653")
        assert inhoud["school"]["brincode"] == wereld.a.gegevens.brin
        assert inhoud["leerlingid"].startswith("OV-")
        klaar = {stand.sectie for stand in volledigheid_rapport(inhoud).secties if stand.staat == "klaar"}
        assert {"leerling", "schoolloopbaan"} <= klaar
        assert [mens.mail for mens in gezaghebbenden(inhoud)] == ["lena@ouders.example"]
        assert opgehaald_for(by, dossier) is None
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        voer_in(invoer=replace(INVOER, nummer="", soort=None), by=by, at=AT)
    with als(wereld.b.administratie) as by:
        assert not dossiers_for(by).exists()


def test_a_known_number_is_that_pupil_and_a_look_alike_is_a_question(wereld: Wereld) -> None:
    zonder = replace(INVOER, soort=None, nummer="")
    with als(wereld.a.administratie) as by:
        eerste = voer_in(invoer=INVOER, by=by, at=AT)
        for anders in (INVOER, replace(INVOER, achternaam="Anders", geboortedatum=date(2014, 5, 6))):
            with pytest.raises(AlBekend) as bekend:
                voer_in(invoer=anders, by=by, at=AT, ander=True)
            assert bekend.value.dossier == eerste
        with pytest.raises(LijktOp) as lijkt:
            voer_in(invoer=zonder, by=by, at=AT)
        assert lijkt.value.dossiers == (eerste,)
        assert voer_in(invoer=zonder, by=by, at=AT, ander=True) != eerste


def _bestand(wereld: Wereld, **velden: object) -> object:
    uit_las = wereld.a.gelezen(3)
    namen = {"voornamen": ("Tess",), "roepnaam": "Tess", "achternaam": "Dongen", "geboortedatum": date(2015, 2, 3)}
    return replace(uit_las, inhoud=uit_las.inhoud.met({**namen, **velden}))


def _neem(by: Actor, bestand: object, **keuze: bool) -> object:
    upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
    return neem_over(upload_id=upload_id, gelezen=bestand, by=by, at=AT, **keuze)


def test_a_later_file_finds_the_pupil_by_number_and_ends_the_typing(wereld: Wereld) -> None:
    bestand = _bestand(wereld)
    with als(wereld.a.administratie) as by:
        dossier = voer_in(invoer=replace(INVOER, nummer=bestand.nummer.waarde), by=by, at=AT)
        gelijk = vergelijking_for(by, bestand)
        assert (gelijk.bekend, gelijk.vraag) == (dossier, None)
        _neem(by, bestand)
        na = dossier_for(by, dossier.id)
        assert not na.leerling.met_de_hand
        assert geschreven_bij(by, na)["toetsen"]
        assert opgehaald_for(by, na) == bestand.datum
        with pytest.raises(ImportGeweigerd, match="LAS"):
            verbeter_invoer(dossier_id=dossier.id, invoer=INVOER, by=by, at=AT)
        maak_ongedaan(dossier_id=dossier.id, by=by, at=AT)
        assert dossier_for(by, dossier.id).leerling.met_de_hand


def test_a_diagnosis_can_be_written_of_a_pupil_who_was_typed_in_and_stays_when_a_file_comes(wereld: Wereld) -> None:
    bestand = _bestand(wereld)
    diagnose = {
        "codes": ("F81.9",), "naam": "Dyslexie", "datum": date(2024, 3, 4), "doorwie": "orthopedagoog",
        "instantie": "Praktijk Taal", "relatie": "Tess leest met voorleessoftware.",
    }  # fmt: skip
    with als(wereld.a.administratie) as by:
        dossier = voer_in(invoer=replace(INVOER, nummer=bestand.nummer.waarde), by=by, at=AT)
    with als(wereld.a.leerkracht) as by:
        sla_sectie_op(
            dossier_id=dossier.id, sectie="ondersteuning_gekregen", revisie=1, by=by, at=AT,
            waarden={"diagnoses": (diagnose,), "toetsen": ({"toetsnaam": "bedacht"},)},
        )  # fmt: skip
    with als(wereld.a.administratie) as by:
        assert not [w for w in vergelijking_for(by, bestand).wijzigingen if w.veld == "diagnoses"]
        _neem(by, bestand)
        na = dossier_for(by, dossier.id)
        assert geschreven_bij(by, na)["diagnoses"] == (diagnose,)
        assert "bedacht" not in str(geschreven_bij(by, na)["toetsen"])


def test_without_a_number_only_a_person_says_that_a_file_is_about_this_pupil(wereld: Wereld) -> None:
    bestand = _bestand(wereld)
    with als(wereld.a.administratie) as by:
        dossier = voer_in(invoer=replace(INVOER, soort=None, nummer=""), by=by, at=AT)
        assert vergelijking_for(by, bestand).vraag is Vraag.MET_DE_HAND
        assert vergelijking_for(by, _bestand(wereld, achternaam="Anders", roepnaam="Bo")).bekend is None
        with pytest.raises(ImportGeweigerd):
            _neem(by, bestand)
        ander = _neem(by, bestand, ander=True)
        assert ander != dossier
        maak_ongedaan(dossier_id=ander.id, by=by, at=AT)
        assert _neem(by, bestand, bevestigd=True) == dossier


def test_mending_keeps_the_parent_the_number_and_what_was_written(wereld: Wereld) -> None:
    with als(wereld.a.administratie) as by:
        dossier = voer_in(invoer=INVOER, by=by, at=AT)
        sleutel = geschreven_bij(by, dossier)["verzorgers"][0]["id"]
        beter = replace(MOEDER, roepnaam="Helena", id=sleutel)
        invoer = replace(INVOER, achternaam="Dungen", soort=None, nummer="", verzorgers=(beter,))
        verbeter_invoer(dossier_id=dossier.id, invoer=invoer, by=by, at=AT)
        na = dossier_for(by, dossier.id)
        inhoud = geschreven_bij(by, na)
        assert (na.leerling.achternaam, inhoud["achternaam"]) == ("Dungen", "Dungen")
        assert (inhoud["verzorgers"][0]["id"], inhoud["verzorgers"][0]["roepnaam"]) == (sleutel, "Helena")
        assert nummer_gemaskeerd_for(by, na, slot_for(by, na)).endswith("653")
        ander = voer_in(invoer=replace(INVOER, nummer="999990676"), by=by, at=AT, ander=True)
        with pytest.raises(AlBekend):
            verbeter_invoer(dossier_id=ander.id, invoer=INVOER, by=by, at=AT)


@pytest.mark.parametrize(
    ("anders", "zelfde"),
    [
        ({"relatie": "1"}, True),
        ({"roepnaam": "Helena"}, True),
        ({"achternaam": "Dungen", "mail": "nieuw@ouders.example"}, True),
        ({"achternaam": "Pietersen"}, True),
        ({"achternaam": "Pietersen", "mail": "nieuw@ouders.example"}, False),
        ({"roepnaam": "Leon", "relatie": "1"}, False),
        ({"roepnaam": "Bart", "mail": "bart@ouders.example"}, False),
        ({"roepnaam": "Bart", "relatie": "1"}, False),
    ],
)
def test_somebody_else_typed_over_a_parent_is_another_row(anders: dict[str, str], zelfde: bool) -> None:
    """With the key, the link of the former parent would open what is of this one."""
    school = {"brincode": "99XX", "vestigingscode": "00"}
    oud = als_gelezen(INVOER, school, "2026-2027").inhoud
    oud = oud.met({"verzorgers": ({**oud["verzorgers"][0], "id": "sleutel", "adresgeheim": True},)})
    nieuw = replace(INVOER, verzorgers=(replace(MOEDER, id="sleutel", **anders),))
    (rij,) = als_gelezen(nieuw, school, "2026-2027", oud).inhoud["verzorgers"]
    assert (rij.get("id", ""), rij.get("adresgeheim")) == (("sleutel", True) if zelfde else ("", None))


def test_two_parents_never_get_one_key() -> None:
    """A key is how each of them reads only the own particulars; the page sends it along."""
    school = {"brincode": "99XX", "vestigingscode": "00"}
    oud = als_gelezen(INVOER, school, "2026-2027").inhoud
    oud = oud.met({"verzorgers": ({**oud["verzorgers"][0], "id": "sleutel"},)})
    invoer = replace(INVOER, verzorgers=(replace(MOEDER, id="sleutel"), replace(MOEDER, id="sleutel", roepnaam="Bo")))
    eerste, tweede = als_gelezen(invoer, school, "2026-2027", oud).inhoud["verzorgers"]
    assert (eerste["id"], tweede.get("id", "")) == ("sleutel", "")
