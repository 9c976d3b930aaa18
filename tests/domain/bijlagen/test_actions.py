"""Do attachments stay home until somebody releases them on a ground?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from overstap.config.demo.bestanden import pdf_bestand
from overstap.domain.bijlagen.actions import bepaal_vrijgave
from overstap.domain.bijlagen.enums import Bijlagesoort, Instemming, Ontvanger
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bestand_for, bijlage_for, bijlagen_for, leesbaar_for
from overstap.domain.bijlagen.rules import Gegeven, VrijgaveGeweigerd, controleer_vrijgave, soort_bij_plek
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Onleesbaar
from tests.wereld import AT, VANDAAG, Geval, Wereld, dagen_terug, kind, laat_mail_vertrekken, logboek, regio

KIND = kind(3, bijzonder=frozenset({"dyslexie", "foto"}))


@pytest.fixture
def wereld(db: None) -> Wereld:
    return regio()


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A concept with three attachments: a statement, a picture and an overview of tests."""
    geval = Geval(KIND, wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40))
    return geval


ALLEN = tuple(Ontvanger)


def ja(op: date, *voor: Ontvanger) -> Gegeven:
    """Both parents said yes on this day: for the vo school unless said otherwise."""
    return Gegeven(op, "Beide ouders", frozenset(voor or {Ontvanger.VO}))


def bij_naam(geval: Geval, naam: str) -> Bijlage:
    with als(geval.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        return next(b.rij for b in leesbaar_for(by, dossier, slot_for(by, dossier)) if b.bestandsnaam == naam)


def zet(geval: Geval, naam: str, soort: Bijlagesoort, *, vrij: bool, instemming_op: date | None = None) -> None:
    bijlage = bij_naam(geval, naam)
    with als(geval.school[Rol.LEERKRACHT]) as by:
        bepaal_vrijgave(
            dossier_id=geval.dossier_id, bijlage_id=bijlage.id, soort=soort,
            aan={Ontvanger.VO} if vrij else (), gegeven=ja(instemming_op) if instemming_op else None, by=by, at=AT,
        )  # fmt: skip


def test_the_bytes_lie_encrypted_and_belong_to_their_own_place(geval: Geval):
    bijlage = bij_naam(geval, "werkstuk.png")
    geheim = opslag.lees(bijlage.bestand_id)
    assert b"PNG" not in geheim[:64]
    with als(geval.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        slot = slot_for(by, dossier)
        bestand = bestand_for(by, bijlage, slot)
        assert bestand.inhoud.startswith(b"\x89PNG")
        assert (bestand.bestandsnaam, bestand.omschrijving) == ("werkstuk.png", "Tekening bij het werkstuk")
        with pytest.raises(Onleesbaar):
            opslag.lezer(bijlage.bestand_id, slot, "bestand:een-ander")
        ander = Geval(kind(4), geval.school, geval.vo)
        ander.importeer(AT)
        with pytest.raises(Onleesbaar):
            opslag.lezer(
                bijlage.bestand_id, slot_for(by, dossier_for(by, ander.dossier_id)), f"bestand:{bijlage.bestand_id}"
            )


def test_what_needs_the_parents_is_released_on_the_day_they_agreed(geval: Geval):
    naam = "dyslexieverklaring.pdf"
    with pytest.raises(VrijgaveGeweigerd) as fout:
        zet(geval, naam, Bijlagesoort.VERKLARING, vrij=True)
    assert "Vul eerst in op welke dag de ouders instemden" in fout.value.zin
    with pytest.raises(VrijgaveGeweigerd, match="toekomst"):
        zet(geval, naam, Bijlagesoort.VERKLARING, vrij=True, instemming_op=VANDAAG + timedelta(days=1))
    assert not bij_naam(geval, naam).vrijgegeven
    zet(geval, naam, Bijlagesoort.VERKLARING, vrij=True, instemming_op=VANDAAG)
    bijlage = bij_naam(geval, naam)
    assert (bijlage.vrijgegeven, bijlage.soort, bijlage.instemming_op) == (True, Bijlagesoort.VERKLARING, VANDAAG)
    zet(geval, naam, Bijlagesoort.VERKLARING, vrij=False)
    assert not bij_naam(geval, naam).vrijgegeven


def test_the_vo_school_gets_only_what_was_released(wereld: Wereld, geval: Geval):
    zet(geval, "overzicht-toetsen.pdf", Bijlagesoort.LVS_PROFIEL, vrij=True)
    gesloten = bij_naam(geval, "dyslexieverklaring.pdf")
    geval.vul_in(dagen_terug(30))
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(None, dagen_terug(22).date(), dagen_terug(22))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))
    geval.maak_definitief(dagen_terug(3))
    geval.meld_aan(dagen_terug(2))
    geval.verstuur(dagen_terug(1))
    with als(wereld.vo.toelating) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert [b.bestandsnaam for b in leesbaar_for(by, dossier, slot_for(by, dossier))] == ["overzicht-toetsen.pdf"]
        # Without our own filter the second lock still holds.
        assert Bijlage.objects.count() == 1
        with pytest.raises(NietGevonden):
            bijlage_for(by, dossier, gesloten.id)
    with als(geval.ouders[0].actor) as by:
        assert bijlagen_for(by, dossier_for(by, geval.dossier_id)).count() == 3


@pytest.mark.parametrize("soort", list(Bijlagesoort))
def test_every_kind_has_a_ground_or_asks_the_parents(soort: Bijlagesoort):
    assert soort.grondslag or soort.ouders_nodig
    if soort.instemming is Instemming.GEEN:
        controleer_vrijgave(soort, ALLEN, None, VANDAAG)
    else:
        with pytest.raises(VrijgaveGeweigerd):
            controleer_vrijgave(soort, ALLEN, None, VANDAAG)
        with pytest.raises(VrijgaveGeweigerd, match="nog niet in met: naar het samenwerkingsverband"):
            controleer_vrijgave(soort, ALLEN, ja(VANDAAG), VANDAAG)
        controleer_vrijgave(soort, ALLEN, ja(VANDAAG, *ALLEN), VANDAAG)


@pytest.mark.parametrize(
    ("plek", "soort"),
    [
        ("doorstroomtoets.documenten", Bijlagesoort.LEERLINGRAPPORT),
        ("toetsen.onderdelen.documenten", Bijlagesoort.LVS_PROFIEL),
        ("opp.documenten", Bijlagesoort.OPP),
        ("diagnoses.documenten", Bijlagesoort.ONDERZOEK),
        ("overige_documenten", Bijlagesoort.OVERIG),
        ("", Bijlagesoort.OVERIG),
    ],
)
def test_the_place_in_the_file_suggests_the_kind(plek: str, soort: Bijlagesoort):
    assert soort_bij_plek(plek) is soort


def test_the_demo_makes_the_same_attachment_every_time():
    een, twee = (pdf_bestand("a.pdf", "", "Titel", (("Label", "Tekst"),), VANDAAG) for _ in range(2))
    assert een == twee


def test_another_kind_for_what_travels_along_is_written_down(geval: Geval):
    zet(geval, "werkstuk.png", Bijlagesoort.VERZUIM, vrij=True)
    zet(geval, "werkstuk.png", Bijlagesoort.VERZUIM, vrij=True)
    assert "bijlage.anders_benoemd" not in logboek(geval)
    zet(geval, "werkstuk.png", Bijlagesoort.RAPPORT, vrij=True)
    assert logboek(geval)[-1] == "bijlage.anders_benoemd"


def test_a_release_is_closed_to_others_and_writes_its_event(wereld: Wereld, geval: Geval):
    bijlage = bij_naam(geval, "overzicht-toetsen.pdf")

    def geef_vrij(by: Actor) -> None:
        bepaal_vrijgave(
            dossier_id=geval.dossier_id, bijlage_id=bijlage.id, soort=Bijlagesoort.LVS_PROFIEL,
            aan={Ontvanger.VO}, by=by, at=AT,
        )  # fmt: skip

    with pytest.raises(GeenRecht), als(wereld.a.administratie) as by:
        geef_vrij(by)
    with pytest.raises(NietGevonden), als(wereld.b.leerkracht) as by:
        geef_vrij(by)
    assert "bijlage.vrijgegeven" not in logboek(geval)
    with als(wereld.a.leerkracht) as by:
        geef_vrij(by)
    assert logboek(geval)[-1] == "bijlage.vrijgegeven"
