"""Does each receiver get only what was released to it, and does a withdrawn permission work from that moment on?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from overstap.domain.bijlagen.actions import bepaal_vrijgave, trek_bijlage_in, trek_toestemming_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.bijlagen.queries import leesbaar_for, toestemmingen_van_for, voor_swv
from overstap.domain.bijlagen.rules import (
    TEKSTVERSIE,
    Gegeven,
    VrijgaveGeweigerd,
    bezwaar_tegen_standaardsoort,
    toestemmingstekst,
    vanzelf_open,
)
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.actions import geef_toegang
from overstap.domain.dossiers.enums import Reden
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.overdrachten.enums import Tegenhoudreden
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import oso_bestand_for, zending_for
from overstap.domain.scholen.queries import verbanden_for
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.teruggenomen import neem_terug
from tests.wereld import (
    AT,
    Geval,
    Wereld,
    dagen_terug,
    kind,
    laat_mail_vertrekken,
    logboek,
    maak_pdf_nu,
    regio,
    zet_oso_nu_klaar,
)

VERKLARING, OVERZICHT, FOTO = "dyslexieverklaring.pdf", "overzicht-toetsen.pdf", "werkstuk.png"
VO, SWV = frozenset({Ontvanger.VO}), frozenset({Ontvanger.SWV})


@pytest.fixture
def wereld(db: None) -> Wereld:
    return regio()


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    geval = Geval(kind(3, bijzonder=frozenset({"dyslexie", "foto"})), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40))
    return geval


def bijlagen(geval: Geval) -> dict[str, Bijlage]:
    with als(geval.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        return {b.bestandsnaam: b.rij for b in leesbaar_for(by, dossier, slot_for(by, dossier))}


def zet(
    geval: Geval, naam: str, soort: Bijlagesoort, aan: frozenset[Ontvanger], gegeven: Gegeven | None = None
) -> None:
    with als(geval.school[Rol.LEERKRACHT]) as by:
        bepaal_vrijgave(
            dossier_id=geval.dossier_id, bijlage_id=bijlagen(geval)[naam].id, soort=soort, aan=aan, gegeven=gegeven,
            by=by, at=dagen_terug(39),
        )  # fmt: skip


def swv(geval: Geval) -> Actor:
    """Somebody at the samenwerkingsverband of the region, which has toegang."""
    with als(geval.school[Rol.DIRECTEUR]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        wie = verbanden_for(by, dossier.school_id)[0].id
        geef_toegang(dossier=dossier, reden=Reden.OVERDRACHT, organisatie_id=wie, by=by, at=AT)
    return Actor(Rol.SWV_LOKET, UUID(int=1), wie)


def ja(voor: frozenset[Ontvanger], van: str = "Beide ouders") -> Gegeven:
    return Gegeven(date(2026, 10, 1), van, voor)


def test_the_swv_gets_exactly_what_was_released_to_it(wereld: Wereld, geval: Geval):
    zet(geval, OVERZICHT, Bijlagesoort.LVS_PROFIEL, VO)
    zet(geval, VERKLARING, Bijlagesoort.VERKLARING, SWV, ja(SWV))
    # The parents said nothing of the vo school, so it does not go there.
    with pytest.raises(VrijgaveGeweigerd, match="nog niet in met: naar de vo-school"):
        zet(geval, VERKLARING, Bijlagesoort.VERKLARING, VO | SWV, ja(SWV))
    for wie in (wereld.a.leerkracht, swv(geval)):
        with als(wie) as by:
            assert [b.bestandsnaam for b in voor_swv(by, geval.dossier_id)] == [VERKLARING]
    with als(swv(geval)):
        # Without our own filter the second lock still holds.
        assert Bijlage.objects.count() == 1
        assert not Toestemming.objects.exists()
    with als(wereld.b.directeur) as by, pytest.raises(NietGevonden):
        voor_swv(by, geval.dossier_id)
    assert logboek(geval)[-4:-1] == ["bijlage.vrijgegeven", "toestemming.vastgelegd", "bijlage.vrijgegeven_swv"]


def test_another_answer_of_the_parents_ends_the_one_before_and_keeps_its_words(geval: Geval):
    soort = Bijlagesoort.VERKLARING
    zet(geval, VERKLARING, soort, VO, ja(VO, "Samira"))
    zet(geval, VERKLARING, soort, VO, ja(VO, "Samira"))
    zet(geval, VERKLARING, soort, VO, ja(VO | SWV, "Samira"))
    rij = bijlagen(geval)[VERKLARING]
    with als(geval.school[Rol.LEERKRACHT]) as by:
        nieuw, oud = toestemmingen_van_for(by, rij, slot_for(by, dossier_for(by, geval.dossier_id)))
    assert (nieuw.rij.ingetrokken_op, oud.rij.ingetrokken_op is None) == (None, False)
    assert (oud.tekst, oud.van) == (toestemmingstekst(soort, VO), "Samira")
    assert "aan de vo-school en het samenwerkingsverband" in nieuw.tekst
    assert {nieuw.rij.tekstversie, oud.rij.tekstversie} == {TEKSTVERSIE}
    # Another kind of document is another question.
    zet(geval, VERKLARING, Bijlagesoort.LVS_PROFIEL, VO)
    assert bijlagen(geval)[VERKLARING].instemming_op is None


def test_the_words_of_an_old_version_never_change():
    assert toestemmingstekst(Bijlagesoort.PORTFOLIO, VO, 1) == (
        "Goedkeuring van de ouders nodig. Document: Portfolio, foto of film. Het gaat mee naar de middelbare school."
    )
    assert toestemmingstekst(Bijlagesoort.PORTFOLIO, VO, 2).startswith(
        "Wij vinden het goed dat de basisschool dit document geeft aan de vo-school. Het document: Portfolio, foto"
    )
    assert toestemmingstekst(Bijlagesoort.PORTFOLIO, VO, 2).endswith("Wat al is verstuurd, blijft bij wie het kreeg.")


def verstuurd(geval: Geval) -> None:
    geval.vul_in(dagen_terug(30))
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(None, dagen_terug(22).date(), dagen_terug(22))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))
    geval.maak_definitief(dagen_terug(3))
    geval.meld_aan(dagen_terug(2))
    geval.verstuur(dagen_terug(1))
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)


def test_a_withdrawn_permission_works_forward_and_the_receivers_are_told(wereld: Wereld, geval: Geval, mailoutbox):
    zet(geval, OVERZICHT, Bijlagesoort.LVS_PROFIEL, VO)
    zet(geval, VERKLARING, Bijlagesoort.VERKLARING, VO, ja(VO))
    verstuurd(geval)
    # What parents inspected stays what it was; to the samenwerkingsverband it may still go.
    for soort, aan in ((Bijlagesoort.PORTFOLIO, VO), (Bijlagesoort.VERZUIM, frozenset())):
        with pytest.raises(NietInvulbaar):
            zet(geval, FOTO, soort, aan, ja(VO))
    zet(geval, OVERZICHT, Bijlagesoort.LVS_PROFIEL, VO | SWV)
    rij = bijlagen(geval)[VERKLARING]
    with als(wereld.a.leerkracht) as by:
        trek_toestemming_in(dossier_id=geval.dossier_id, bijlage_id=rij.id, by=by, at=AT)
    with als(systeem_voor(wereld.a.id)) as by:
        for _keer in range(2):
            neem_terug(bijlage_id=rij.id, dossier_id=geval.dossier_id, by=by, at=AT)
    assert logboek(geval)[-3:] == ["toestemming.ingetrokken", "bijlage.gesloten", "overdracht.teruggenomen"]
    with als(wereld.vo.toelating) as by:
        overdracht = Overdracht.objects.get(id=geval.overdracht_id)
        assert overdracht.tegenhoudreden == Tegenhoudreden.BIJLAGE
        assert oso_bestand_for(by, overdracht) is None
        dossier = dossier_for(by, geval.dossier_id)
        assert [b.bestandsnaam for b in leesbaar_for(by, dossier, slot_for(by, dossier))] == [OVERZICHT]
    # The next sending of the same version is allowed, and goes without it.
    geval.verstuur(AT)
    with als(systeem_voor(wereld.a.id)) as by:
        zending = zending_for(by, Overdracht.objects.get(id=geval.overdracht_id))
        assert zending is not None
        assert [bron.bestandsnaam for bron in zending.bestanden] == [OVERZICHT]
    # So is the file of what is withdrawn as a whole: no later scan has to find out what lies in it.
    zet_oso_nu_klaar(geval)
    gevraagd: list[tuple[str, str]] = []
    rij = bijlagen(geval)[OVERZICHT]
    with als(wereld.a.leerkracht) as by, opvangen(lambda naam, ids: gevraagd.append((naam, str(ids["bijlage_id"])))):
        trek_bijlage_in(dossier_id=geval.dossier_id, bijlage_id=rij.id, by=by, at=AT)
    assert gevraagd == [("bijlage.teruggenomen", str(rij.id))]
    with als(systeem_voor(wereld.a.id)) as by:
        neem_terug(bijlage_id=rij.id, dossier_id=geval.dossier_id, by=by, at=AT)
    with als(wereld.vo.toelating) as by:
        overdracht = Overdracht.objects.get(id=geval.overdracht_id)
        assert overdracht.tegengehouden_op == AT
        assert oso_bestand_for(by, overdracht) is None


def test_a_region_opens_only_its_standard_kinds_and_only_to_the_vo_school(wereld: Wereld):
    plekken = ("doorstroomtoets.documenten", "toetsen.documenten", "cijferlijsten", "opp.documenten", "diagnoses", "")
    bestanden = tuple(
        Bestand(f"s{n}", plek, f"{plek}.pdf", "", "application/pdf", b"%PDF-1.7") for n, plek in enumerate(plekken)
    )
    geval = Geval(kind(3), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40), replace(wereld.a.gelezen(3), bestanden=bestanden))
    # Of the kinds that a region may open, this one opens two.
    assert {str(rij.soort) for rij in bijlagen(geval).values() if rij.aan} == {"leerlingrapport", "lvs_profiel"}
    assert {rij.aan for rij in bijlagen(geval).values()} == {VO, frozenset()}
    assert logboek(geval).count("bijlage.vrijgegeven_door_regio") == 2


@pytest.mark.parametrize("soort", list(Bijlagesoort))
def test_a_region_never_opens_what_a_person_decides(soort: Bijlagesoort):
    mag = soort in {Bijlagesoort.LEERLINGRAPPORT, Bijlagesoort.LVS_PROFIEL, Bijlagesoort.RAPPORT}
    assert (bezwaar_tegen_standaardsoort(soort.value) == "") == mag
    assert not (mag and soort.ouders_nodig)
    assert vanzelf_open(soort, [soort.value]) == (VO if mag else frozenset())
    assert vanzelf_open(soort, []) == frozenset()
