"""Does a vo school decide once, may it ask, and does everybody see exactly what is theirs?"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.queries import gesprekken_for
from overstap.domain.overdrachten.actions import trek_aanmelding_in
from overstap.domain.overdrachten.enums import Intrekreden
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Besluitsoort, Herzienreden
from overstap.domain.plaatsingen.models import Besluit, Plaatsing
from overstap.domain.plaatsingen.queries import (
    besluiten_for,
    brugklassen_for,
    dossiers_met_vraag_for,
    plaatsing_for,
    plaatsingen_for,
    vragen_for,
)
from overstap.domain.plaatsingen.rules import BesluitGeweigerd, BrugklasGeweigerd, TekstGeweigerd
from overstap.foundation.access import GeenRecht, NietGevonden, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import voer_uit
from tests.wereld import AT, VANDAAG, Geval, Wereld, dagen_terug, logboek, regio

S = Aanmeldstatus


@pytest.fixture(scope="module")
def begin(samen: None) -> tuple[Wereld, Geval, Geval]:
    wereld = regio()
    met_vraag = wereld.dossier_in(Staat.GELEZEN, bijzonder=frozenset({"dyslexie"}))
    return wereld, met_vraag, wereld.dossier_in(Staat.OVERGEDRAGEN)


@pytest.fixture
def wereld(opnieuw: None, begin) -> Wereld:
    return deepcopy(begin[0])


@pytest.fixture
def geval(opnieuw: None, begin) -> Geval:
    return begin[1]


@pytest.fixture
def ander(opnieuw: None, begin) -> Geval:
    return begin[2]


def beslis(wereld: Wereld, geval: Geval, naar: Aanmeldstatus, **anders: object) -> list[tuple[str, dict[str, str]]]:
    """Decide, and give back the jobs that this asked for."""
    werk: list[tuple[str, dict[str, str]]] = []
    with opvangen(lambda naam, ids: werk.append((naam, ids))), als(wereld.vo.toelating) as by:
        actions.besluit(overdracht_id=geval.overdracht_id, naar=naar, by=by, at=AT, **anders)
    return werk


def klas(wereld: Wereld, naam: str = "1A", plaatsen: int | None = 1, **anders: object) -> UUID:
    gegevens = {"advies_van": Niveau.VMBO_GT, "advies_tot": Niveau.HAVO, "schooljaar": "2026-2027", **anders}
    with als(wereld.vo.toelating) as by:
        return actions.bewaar_brugklas(naam=naam, capaciteit=plaatsen, by=by, at=AT, **gegevens)


def plaatsing(wereld: Wereld, geval: Geval) -> Plaatsing:
    with als(wereld.vo.toelating) as by:
        return plaatsing_for(by, geval.overdracht_id)


def test_an_arriving_report_opens_a_plaatsing_with_its_term_and_three_facts(wereld, geval, ander):
    rij = plaatsing(wereld, geval)
    assert (rij.status, rij.besluit_voor) == (S.ONTVANGEN, date(2027, 5, 12))
    assert rij.aangemeld_op == dagen_terug(12).date()
    assert (rij.met_vraag, rij.met_tlv, rij.gesprek_gevraagd) == (True, False, rij.gesprek_gevraagd)
    assert not plaatsing(wereld, ander).met_vraag


def test_a_decision_is_read_by_basisschool_and_parents_and_told_without_content(wereld, geval):
    werk = beslis(wereld, geval, S.AFGEWEZEN, grond=Afwijsgrond.VOL, toelichting="Er is geloot op 20 april.")
    ids = {"dossier_id": str(geval.dossier_id), "organisatie_id": str(wereld.a.id)}
    # Each in a job of its own: the mailbox of a colleague never keeps the parents waiting.
    assert werk == [("ouders.inlichten", ids), ("plaatsing.besluit", ids)]
    with opvangen(lambda naam, ids: werk.append((naam, ids))):
        voer_uit("ouders.inlichten", str(wereld.a.id), {"dossier_id": str(geval.dossier_id)}, AT)
    assert [naam for naam, _ in werk[2:]] == ["mail.bericht"] * len(geval.ouders)
    for lezer in (wereld.a.leerkracht, geval.ouders[0].actor, wereld.vo.administratie):
        with als(lezer) as by:
            dossier = dossier_for(by, geval.dossier_id)
            assert [rij.status for rij in plaatsingen_for(by, dossier)] == [S.AFGEWEZEN]
            (besluit,) = besluiten_for(by, dossier, slot_for(by, dossier))
            assert (besluit.toelichting, besluit.rij.grond) == ("Er is geloot op 20 april.", Afwijsgrond.VOL)
    assert b"geloot" not in bytes(besluit.rij.geheim)
    assert "besluit.genomen" in logboek(geval)


def test_a_decision_twice_and_one_without_the_right_are_refused(wereld, geval):
    beslis(wereld, geval, S.TOELAATBAAR)
    with pytest.raises(BesluitGeweigerd, match="staat al zo"):
        beslis(wereld, geval, S.TOELAATBAAR)
    for wie in (wereld.vo.administratie, wereld.a.directeur):
        with als(wie) as by, pytest.raises(GeenRecht):
            actions.besluit(overdracht_id=geval.overdracht_id, naar=S.AFGEWEZEN, by=by, at=AT)


def test_only_a_logged_revision_changes_a_decision_and_the_old_one_stays(wereld, geval):
    beslis(wereld, geval, S.AFGEWEZEN, grond=Afwijsgrond.VOL, toelichting="Er is geen plaats.")
    with als(wereld.vo.toelating) as by:
        actions.herzie(
            overdracht_id=geval.overdracht_id, naar=S.TOELAATBAAR, reden=Herzienreden.BEZWAAR, by=by,
            at=AT + timedelta(days=1),
        )  # fmt: skip
        dossier = dossier_for(by, geval.dossier_id)
        gelezen = [(b.rij.soort, b.rij.status) for b in besluiten_for(by, dossier, slot_for(by, dossier))]
    assert gelezen == [(Besluitsoort.BESLUIT, S.AFGEWEZEN), (Besluitsoort.HERZIENING, S.TOELAATBAAR)]
    assert logboek(geval)[-1] == "besluit.herzien"


def test_what_was_decided_later_stands_later_also_where_the_clock_stands_still_or_goes_back(wereld, geval):
    ids = {"overdracht_id": geval.overdracht_id, "reden": Herzienreden.BEZWAAR}
    for uur in (AT, AT, AT - timedelta(seconds=2)):
        beslis(wereld, geval, S.TOELAATBAAR)
        with als(wereld.vo.toelating) as by:
            actions.herzie(naar=S.IN_BEHANDELING, by=by, at=uur, **ids)
            dossier = dossier_for(by, geval.dossier_id)
            gelezen = [b.rij.status for b in besluiten_for(by, dossier, slot_for(by, dossier))]
    assert gelezen == [S.TOELAATBAAR, S.IN_BEHANDELING] * 3


def test_the_database_holds_the_table_of_steps_and_who_writes_what(wereld, geval):
    rij = plaatsing(wereld, geval)
    pogingen = (
        (wereld.vo.toelating, "update plaatsingen_plaatsing set status = 'geplaatst'", "stap bestaat niet"),
        (wereld.vo.toelating, "update plaatsingen_plaatsing set met_vraag = false", "hier wijzigt u alleen"),
        (wereld.a.directeur, "update plaatsingen_plaatsing set status = 'toelaatbaar'", "hier wijzigt u alleen"),
        (wereld.a.directeur, "update plaatsingen_plaatsing set besluit_voor = '2030-01-01'", "hier wijzigt u alleen"),
        (wereld.a.directeur, "update plaatsingen_plaatsing set aangemeld_op = '2030-01-01'", "permission denied"),
    )
    for actor, opdracht, zin in pogingen:
        with pytest.raises(DatabaseError, match=zin), transaction.atomic(), als(actor), connection.cursor() as cursor:
            cursor.execute(f"{opdracht} where id = %s", [rij.id])
    beslis(wereld, geval, S.TOELAATBAAR)
    # Back without a revision: not even for whoever may write the column.
    opdracht = "update plaatsingen_plaatsing set status = 'in_behandeling' where id = %s"
    with pytest.raises(DatabaseError, match="stap"), transaction.atomic(), als(wereld.vo.toelating):
        connection.cursor().execute(opdracht, [rij.id])
    with pytest.raises(DatabaseError), transaction.atomic(), als(wereld.vo.toelating):
        Besluit.objects.filter(plaatsing=rij).update(status="afgewezen")


def test_the_term_becomes_four_weeks_longer_once_with_a_reason(wereld, geval):
    def verleng(tekst: str) -> None:
        with als(wereld.vo.zorg) as by:
            actions.verleng(overdracht_id=geval.overdracht_id, toelichting=tekst, by=by, at=AT)

    with pytest.raises(BesluitGeweigerd, match="meer tijd"):
        verleng(" ")
    verleng("Wij wachten op het samenwerkingsverband.")
    assert plaatsing(wereld, geval).besluit_voor == date(2027, 6, 9)
    with pytest.raises(BesluitGeweigerd, match="één keer"):
        verleng("Nog eens.")


def test_placing_warns_once_and_a_placed_pupil_may_move(wereld, geval, ander):
    vol, ruim = klas(wereld), klas(wereld, "1B", 30, advies_van=Niveau.HAVO, advies_tot=Niveau.VWO)

    def plaats(wie: Geval, waar: UUID, gezien: tuple[str, ...] = ()) -> None:
        with als(wereld.vo.toelating) as by:
            actions.plaats(overdracht_id=wie.overdracht_id, brugklas_id=waar, gezien=gezien, by=by, at=AT)

    with pytest.raises(BesluitGeweigerd, match="eerst dat de leerling toelaatbaar"):
        plaats(geval, vol)
    for wie in (geval, ander):
        beslis(wereld, wie, S.TOELAATBAAR)
    plaats(geval, vol)
    with pytest.raises(BesluitGeweigerd, match="vol: 1 van de 1") as fout:
        plaats(ander, vol)
    plaats(ander, vol, (fout.value.zin,))
    with pytest.raises(BesluitGeweigerd, match="ten minste havo") as fout:
        plaats(ander, ruim)
    plaats(ander, ruim, (fout.value.zin,))
    with pytest.raises(BesluitGeweigerd, match="staat al in 1B"):
        plaats(ander, ruim)
    with als(wereld.vo.administratie) as by:
        assert [(k.rij.naam, k.bezet, k.vrij) for k in brugklassen_for(by, "2026-2027")] == [
            ("1A", 1, 0),
            ("1B", 1, 29),
        ]
    with als(wereld.vo.toelating) as by, pytest.raises(BrugklasGeweigerd, match="staan leerlingen"):
        actions.verwijder_brugklas(brugklas_id=vol, by=by, at=AT)
    with pytest.raises(BrugklasGeweigerd, match="al een brugklas"):
        klas(wereld, "1a")
    with als(geval.ouders[0].actor) as by:
        (rij,) = plaatsingen_for(by, dossier_for(by, geval.dossier_id))
        assert rij.brugklas is not None
        assert rij.brugklas.naam == "1A"


def test_a_question_is_answered_in_the_dossier_and_parents_read_both(wereld, geval):
    werk: list[str] = []
    with opvangen(lambda naam, _ids: werk.append(naam)):
        with als(wereld.vo.zorg) as by:
            vraag_id = actions.stel_vraag(
                overdracht_id=geval.overdracht_id, tekst="Wat hielp in groep 7?", by=by, at=AT
            )
        with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
            actions.beantwoord_vraag(dossier_id=geval.dossier_id, vraag_id=vraag_id, tekst="Ja", by=by, at=AT)
        with als(wereld.a.ib) as by:
            assert dossiers_met_vraag_for(by) == {geval.dossier_id: 1}
            with pytest.raises(TekstGeweigerd, match="burgerservicenummer"):
                actions.beantwoord_vraag(
                    dossier_id=geval.dossier_id, vraag_id=vraag_id, tekst=geval.kind.bsn, by=by, at=AT
                )
            actions.beantwoord_vraag(
                dossier_id=geval.dossier_id, vraag_id=vraag_id, tekst="Een vast plekje.", by=by, at=AT
            )
            with pytest.raises(TekstGeweigerd, match="al beantwoord"):
                actions.beantwoord_vraag(dossier_id=geval.dossier_id, vraag_id=vraag_id, tekst="Nee", by=by, at=AT)
            assert dossiers_met_vraag_for(by) == {}
    assert werk == ["plaatsing.vraag", "plaatsing.antwoord"]
    for lezer in (wereld.vo.toelating, wereld.a.leerkracht, *(ouder.actor for ouder in geval.ouders)):
        with als(lezer) as by:
            dossier = dossier_for(by, geval.dossier_id)
            (vraag,) = vragen_for(by, dossier, slot_for(by, dossier))
            assert (vraag.tekst, vraag.antwoord, vraag.rij.antwoordfunctie) == (
                "Wat hielp in groep 7?", "Een vast plekje.", Rol.INTERN_BEGELEIDER,
            )  # fmt: skip
    assert [wat for wat in logboek(geval) if wat.startswith("vraag.")] == ["vraag.gesteld", "vraag.beantwoord"]


def test_a_warme_overdracht_may_begin_at_the_vo_school_and_parents_know_beforehand(wereld, geval):
    gegevens = {"wie": "de leerkracht", "met_wie": "de mentor", "waarover": "wennen"}
    with als(wereld.vo.zorg) as by:
        for dag, anders, zin in ((VANDAAG - timedelta(days=1), {}, "voorbij"), (VANDAAG, {"wie": " "}, "Schrijf")):
            with pytest.raises(BesluitGeweigerd, match=zin):
                actions.kondig_gesprek_aan(
                    overdracht_id=geval.overdracht_id, gepland_op=dag, gegevens={**gegevens, **anders}, by=by, at=AT
                )
        warm_id = actions.kondig_gesprek_aan(
            overdracht_id=geval.overdracht_id, gepland_op=VANDAAG, gegevens=gegevens, by=by, at=AT
        )
        actions.leg_gesprek_vast(overdracht_id=geval.overdracht_id, warm_id=warm_id, gehouden_op=VANDAAG, by=by, at=AT)
        with pytest.raises(BesluitGeweigerd, match="al vastgelegd"):
            actions.leg_gesprek_vast(overdracht_id=geval.overdracht_id, warm_id=warm_id, gehouden_op=None, by=by, at=AT)
    for lezer in (wereld.vo.toelating, wereld.a.leerkracht, geval.ouders[0].actor):
        with als(lezer) as by:
            dossier = dossier_for(by, geval.dossier_id)
            (gesprek,) = gesprekken_for(by, dossier, slot_for(by, dossier))
            assert (gesprek.waarover, gesprek.rij.gehouden_op) == ("wennen", VANDAAG)


def test_withdrawn_is_gone_at_once_and_the_basisschool_keeps_the_story(wereld, geval):
    beslis(wereld, geval, S.TOELAATBAAR)
    waar, leeg = klas(wereld), klas(wereld, "1B")
    with als(wereld.vo.toelating) as by:
        actions.plaats(overdracht_id=geval.overdracht_id, brugklas_id=waar, gezien=(), by=by, at=AT)
    with als(wereld.vo.zorg) as by:
        actions.stel_vraag(overdracht_id=geval.overdracht_id, tekst="Hoe gaat het?", by=by, at=AT)
    with als(wereld.a.directeur) as by:
        trek_aanmelding_in(
            dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, reden=Intrekreden.OUDERS, by=by, at=AT
        )
        assert dossiers_met_vraag_for(by) == {}
        assert [rij.status for rij in plaatsingen_for(by, dossier_for(by, geval.dossier_id))] == [S.GEPLAATST]
    with als(wereld.vo.toelating) as by:
        assert not Plaatsing.objects.filter(dossier_id=geval.dossier_id).exists()
        with pytest.raises(NietGevonden):
            actions.stel_vraag(overdracht_id=geval.overdracht_id, tekst="En nu?", by=by, at=AT)
        # The brugklas seems empty, but is part of that story.
        with pytest.raises(BrugklasGeweigerd, match="het rapport terugnam"):
            actions.verwijder_brugklas(brugklas_id=waar, by=by, at=AT)
        actions.verwijder_brugklas(brugklas_id=leeg, by=by, at=AT)
        assert [k.rij.id for k in brugklassen_for(by, "2026-2027")] == [waar]
