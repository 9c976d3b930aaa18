"""Is every act closed to the wrong role and to strangers, and does its event stand or fall with it?"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from uuid import uuid4

import pytest

from overstap.domain.adviezen import actions as adviezen
from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.dossiers import actions as dossiers
from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.inzages import actions as inzages
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Papierweg
from overstap.domain.overdrachten import actions as overdrachten
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.rapporten import actions as rapporten
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Geval, Wereld, logboek, moeder_van, regio


@dataclass(frozen=True)
class Handeling:
    """One act: in which state, by whom, which role may not, and which event it writes."""

    naam: str
    staat: Staat
    wie: Callable[[Wereld, Geval], Actor]
    niet: Callable[[Wereld], Actor]
    gebeurtenis: str
    doe: Callable[[Geval, Actor, dict[str, object]], object]
    vooraf: Callable[[Wereld, Geval], dict[str, object]] = lambda _wereld, _geval: {}


def _leerkracht(wereld: Wereld, geval: Geval) -> Actor:
    return wereld.a.leerkracht


def _directeur(wereld: Wereld, geval: Geval) -> Actor:
    return wereld.a.directeur


def _administratie(wereld: Wereld, geval: Geval) -> Actor:
    return wereld.a.administratie


def _ouder(wereld: Wereld, geval: Geval) -> Actor:
    return geval.ouders[0].actor


def _toelating(wereld: Wereld, geval: Geval) -> Actor:
    return wereld.vo.toelating


def _verzorger(wereld: Wereld, geval: Geval) -> dict[str, object]:
    return {"verzorger": moeder_van(geval)}


def _correctie(wereld: Wereld, geval: Geval) -> dict[str, object]:
    return {"verzoek": geval.vraag_correctie(0, "Mijn telefoonnummer klopt niet.", AT)}


def _papier(wereld: Wereld, geval: Geval) -> dict[str, object]:
    with als(wereld.a.leerkracht) as by:
        inzages.trek_uitnodiging_in(dossier_id=geval.dossier_id, inzage_id=geval.ouders[0].inzage_id, by=by, at=AT)
        inzage_id = inzages.bied_op_papier_aan(
            dossier_id=geval.dossier_id, verzorger_id=geval.ouders[0].verzorger_id, op=VANDAAG,
            weg=Papierweg.GESPREK, by=by, at=AT,
        )  # fmt: skip
    return {"inzage": inzage_id}


def _versie(wereld: Wereld, geval: Geval) -> dict[str, object]:
    geval.open(0, AT)
    return {"versie": geval.versie_id}


def _aanmelding(wereld: Wereld, geval: Geval) -> dict[str, object]:
    geval.meld_aan(AT)
    return {"aanmelding": geval.aanmelding_id}


def _getekend(wereld: Wereld, geval: Geval) -> dict[str, object]:
    geval.teken(0, AT)
    geval.teken(1, AT)
    return {}


HANDELINGEN = (
    Handeling(
        "geef_voorlopig", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "advies.voorlopig_gegeven",
        lambda g, by, _e: adviezen.geef_voorlopig(
            dossier_id=g.dossier_id, niveau=Niveau.HAVO, gegeven_op=VANDAAG, by=by, at=AT
        ),
    ),
    Handeling(
        "leg_gesprek_vast", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "advies.besproken",
        lambda g, by, _e: adviezen.leg_gesprek_vast(
            dossier_id=g.dossier_id, op=VANDAAG, met="beide ouders", by=by, at=AT
        ),
    ),
    Handeling(
        "leg_toets_vast", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "toets.vastgelegd",
        lambda g, by, _e: adviezen.leg_toets_vast(
            dossier_id=g.dossier_id, stand=Toetsstand.GEMAAKT, toetsadvies=Toetsadvies.HAVO_VWO,
            uitslag={"deelgenomen": True}, by=by, at=AT,
        ),
    ),
    Handeling(
        "geef_definitief", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie, "advies.vastgesteld",
        lambda g, by, _e: adviezen.geef_definitief(
            dossier_id=g.dossier_id, niveau=Niveau.VMBO_GT_HAVO, uitkomst=None, motivatie="", gegeven_op=VANDAAG,
            by=by, at=AT,
        ),
    ),
    Handeling(
        "sla_sectie_op", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "rapport.ingevuld",
        lambda g, by, _e: rapporten.sla_sectie_op(
            dossier_id=g.dossier_id, sectie="gedrag", waarden={"motivatie": "Muziek."}, revisie=1, by=by, at=AT
        ),
    ),
    Handeling(
        "leg_advies_vast", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "advies.voorlopig_gegeven",
        lambda g, by, _e: rapporten.leg_advies_vast(
            handeling=adviezen.geef_voorlopig, dossier_id=g.dossier_id, by=by, at=AT, niveau=Niveau.HAVO,
            gegeven_op=VANDAAG,
        ),
    ),
    Handeling(
        "onthul_nummer", Staat.CONCEPT, _administratie, lambda w: w.a.leerkracht, "nummer.onthuld",
        lambda g, by, _e: dossiers.onthul_nummer(dossier_id=g.dossier_id, by=by, at=AT),
    ),
    Handeling(
        "nodig_uit", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "ouders.uitgenodigd",
        lambda g, by, e: inzages.nodig_uit(
            dossier_id=g.dossier_id, verzorger_id=e["verzorger"], mail="ouder@voorbeeld.example", by=by, at=AT
        ),
        _verzorger,
    ),
    Handeling(
        "bied_op_papier_aan", Staat.CONCEPT, _leerkracht, lambda w: w.a.administratie, "ouders.op_papier_aangeboden",
        lambda g, by, e: inzages.bied_op_papier_aan(
            dossier_id=g.dossier_id, verzorger_id=e["verzorger"], op=VANDAAG, weg=Papierweg.POST, by=by, at=AT
        ),
        _verzorger,
    ),
    Handeling(
        "geef_nieuwe_code", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie, "ouders.nieuwe_code",
        lambda g, by, _e: inzages.geef_nieuwe_code(
            dossier_id=g.dossier_id, inzage_id=g.ouders[0].inzage_id, by=by, at=AT
        ),
    ),
    Handeling(
        "trek_uitnodiging_in", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie,
        "ouders.uitnodiging_ingetrokken",
        lambda g, by, _e: inzages.trek_uitnodiging_in(
            dossier_id=g.dossier_id, inzage_id=g.ouders[0].inzage_id, by=by, at=AT
        ),
    ),
    Handeling(
        "bied_nieuwe_versie_aan", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie, "versie.gemaakt",
        lambda g, by, _e: inzages.bied_nieuwe_versie_aan(dossier_id=g.dossier_id, by=by, at=AT),
    ),
    Handeling(
        "open_rapport", Staat.TER_INZAGE, _ouder, lambda w: w.a.leerkracht, "rapport.bekeken",
        lambda _g, by, _e: inzages.open_rapport(by=by, at=AT),
    ),
    Handeling(
        "teken_gezien", Staat.TER_INZAGE, _ouder, lambda w: w.a.leerkracht, "rapport.gezien",
        lambda _g, by, e: inzages.teken_gezien(versie_id=e["versie"], akkoord=Akkoord.NEE, by=by, at=AT),
        _versie,
    ),
    Handeling(
        "geef_zienswijze", Staat.TER_INZAGE, _ouder, lambda w: w.a.leerkracht, "zienswijze.gegeven",
        lambda _g, by, _e: inzages.geef_zienswijze(tekst="Ik denk er anders over.", by=by, at=AT),
    ),
    Handeling(
        "vraag_correctie", Staat.TER_INZAGE, _ouder, lambda w: w.a.leerkracht, "correctie.gevraagd",
        lambda _g, by, _e: inzages.vraag_correctie(tekst="Het adres klopt niet.", by=by, at=AT),
    ),
    Handeling(
        "beantwoord_correctie", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie, "correctie.beantwoord",
        lambda g, by, e: inzages.beantwoord_correctie(
            dossier_id=g.dossier_id, verzoek_id=e["verzoek"], besluit=Correctiebesluit.GECORRIGEERD, uitleg="",
            by=by, at=AT,
        ),
        _correctie,
    ),
    Handeling(
        "leg_antwoord_op_papier_vast", Staat.TER_INZAGE, _leerkracht, lambda w: w.a.administratie,
        "rapport.gezien_op_papier",
        lambda g, by, e: inzages.leg_antwoord_op_papier_vast(
            dossier_id=g.dossier_id, inzage_id=e["inzage"], gezien_op=VANDAAG, akkoord=Akkoord.JA, by=by, at=AT
        ),
        _papier,
    ),
    Handeling(
        "maak_definitief", Staat.TER_INZAGE, _directeur, lambda w: w.a.leerkracht, "rapport.definitief_gemaakt",
        lambda g, by, _e: inzages.maak_definitief(dossier_id=g.dossier_id, by=by, at=AT),
        _getekend,
    ),
    Handeling(
        "heropen", Staat.DEFINITIEF, _directeur, lambda w: w.a.leerkracht, "rapport.heropend",
        lambda g, by, _e: inzages.heropen(dossier_id=g.dossier_id, reden=Heropenreden.FOUT, by=by, at=AT),
    ),
    Handeling(
        "leg_aanmelding_vast", Staat.DEFINITIEF, _administratie, lambda w: w.a.leerkracht, "aanmelding.vastgelegd",
        lambda g, by, _e: overdrachten.leg_aanmelding_vast(
            dossier_id=g.dossier_id, ontvanger_id=g.vo.id, aangemeld_op=VANDAAG, wijze=Aanmeldwijze.OUDERS,
            by=by, at=AT,
        ),
    ),
    Handeling(
        "trek_aanmelding_in", Staat.OVERGEDRAGEN, _administratie, lambda w: w.a.leerkracht, "aanmelding.ingetrokken",
        lambda g, by, _e: overdrachten.trek_aanmelding_in(
            dossier_id=g.dossier_id, aanmelding_id=g.aanmelding_id, reden=Intrekreden.OUDERS, by=by, at=AT
        ),
    ),
    Handeling(
        "verstuur", Staat.DEFINITIEF, _administratie, lambda w: w.a.leerkracht, "overdracht.verstuurd",
        lambda g, by, e: overdrachten.verstuur(dossier_id=g.dossier_id, aanmelding_id=e["aanmelding"], by=by, at=AT),
        _aanmelding,
    ),
    Handeling(
        "lees", Staat.OVERGEDRAGEN, _toelating, lambda w: w.a.directeur, "overdracht.gelezen",
        lambda g, by, _e: overdrachten.lees(overdracht_id=g.overdracht_id, by=by, at=AT),
    ),
    Handeling(
        "haal_op", Staat.OVERGEDRAGEN, _toelating, lambda w: w.a.directeur, "overdracht.opgehaald",
        lambda g, by, _e: overdrachten.haal_op(overdracht_id=g.overdracht_id, wat="oso", by=by, at=AT),
    ),
    Handeling(
        "trek_in", Staat.OVERGEDRAGEN, _administratie, lambda w: w.a.leerkracht, "overdracht.ingetrokken",
        lambda g, by, _e: overdrachten.trek_in(
            dossier_id=g.dossier_id, overdracht_id=g.overdracht_id, by=by, at=AT
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def gemaakt(samen: None) -> tuple[Wereld, dict[Staat, Geval]]:
    wereld = regio()
    return wereld, {staat: wereld.dossier_in(staat) for staat in dict.fromkeys(h.staat for h in HANDELINGEN)}


@pytest.fixture
def begin(opnieuw: None, gemaakt: tuple[Wereld, dict[Staat, Geval]]) -> tuple[Wereld, dict[Staat, Geval]]:
    """The region, and a pupil in each state in which something is done."""
    return deepcopy(gemaakt)


class Teruggedraaid(Exception):
    """What goes wrong after the act, in the same request."""


@pytest.mark.parametrize("handeling", HANDELINGEN, ids=lambda handeling: handeling.naam)
def test_an_act_is_closed_to_others_and_writes_its_event_with_what_it_does(
    begin: tuple[Wereld, dict[Staat, Geval]], handeling: Handeling
):
    wereld, geval = begin[0], begin[1][handeling.staat]
    erbij = handeling.vooraf(wereld, geval)
    eigen = handeling.wie(wereld, geval)
    eerst = logboek(geval)
    with pytest.raises(GeenRecht), als(handeling.niet(wereld)) as by:
        handeling.doe(geval, by, erbij)
    vreemde = Actor(rol=eigen.rol, id=uuid4(), organisatie_id=wereld.b.id if eigen.organisatie_id else None)
    with pytest.raises(NietGevonden), als(vreemde) as by:
        handeling.doe(geval, by, erbij)
    with pytest.raises(Teruggedraaid), als(eigen) as by:  # noqa: PT012  # the act happens, and is then undone
        handeling.doe(geval, by, erbij)
        raise Teruggedraaid
    assert logboek(geval) == eerst
    with als(eigen) as by:
        handeling.doe(geval, by, erbij)
    assert handeling.gebeurtenis in logboek(geval)[len(eerst) :]
