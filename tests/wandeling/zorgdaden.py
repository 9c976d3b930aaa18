"""What can be tried of a care route: every act of basisschool, parents and samenwerkingsverband, and of the worker."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage, voeg_bijlage_toe
from overstap.domain.zorgroutes import actions, queries
from overstap.domain.zorgroutes.enums import (
    Deskundige,
    Geadresseerde,
    Routesoort,
    Routestaat,
    Uitkomst,
    Zorgintrekreden,
)
from overstap.domain.zorgroutes.rules import mogelijke_uitkomsten
from overstap.domain.zorgroutes.snapshot import Besluit
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import zet_zorg_klaar
from tests.wandeling.wandelaar import Ontsnapt, Routegeheugen, Wandeling, type_daad
from tests.zorggang import onderzoek, tlv

PDF = b"%PDF-1.7"


def loket(w: Wandeling) -> Actor:
    return w.wereld.swv[Rol.SWV_LOKET]


def commissie(w: Wandeling) -> Actor:
    return w.wereld.swv[Rol.SWV_COMMISSIE]


def begin_zorg(w: Wandeling, soort: Routesoort | None = None) -> None:
    soort = soort or w.kans.choice(list(Routesoort))
    with als(w.plek.ib) as by:
        route_id = actions.begin_zorgroute(dossier_id=w.dossier_id, soort=soort, by=by, at=w.at)
    w.routes[route_id] = Routegeheugen(soort, Routestaat.IN_VOORBEREIDING)


def bereid_zorg_voor(w: Wandeling) -> None:
    """Everything between beginning and sending, but that the parents are told."""
    if w.route().staat is not Routestaat.IN_VOORBEREIDING:
        raise NietGevonden
    geef_plan_mee(w)
    vandaag = dag(w.at)
    with als(w.plek.ib) as by:
        wie = {"route_id": w.route_id, "by": by, "at": w.at}
        actions.leg_hulpvraag_vast(hulpvraag="Welke school past?", motivatie="Leren door te doen lukt.", **wie)
        actions.leg_drempelonderzoek_vast(onderzoek=onderzoek(vandaag), **wie)
        actions.leg_gehoord_vast(gehoord_op=vandaag, gehoord="Iets met mijn handen.", handelingsdeel_op=vandaag, **wie)


def geef_plan_mee(w: Wandeling) -> None:
    """An OPP that goes to the samenwerkingsverband, unless there is one."""
    if any(w.soort[b] is Bijlagesoort.OPP and Ontvanger.SWV in aan for b, aan in w.aan.items()):
        return
    with als(w.plek.leerkracht) as by:
        wie = {"dossier_id": w.dossier_id, "soort": Bijlagesoort.OPP, "besproken_op": dag(w.at), "by": by, "at": w.at}
        nieuw = voeg_bijlage_toe(
            bestandsnaam="plan.pdf", omschrijving="", mime="application/pdf", inhoud=[PDF], omvang=len(PDF), **wie
        )
        bepaal_bijlage(bijlage_id=nieuw, aan={Ontvanger.SWV}, gegeven=None, **wie)
    w.soort[nieuw], w.aan[nieuw] = Bijlagesoort.OPP, frozenset({Ontvanger.SWV})


def leg_zorg_voor(w: Wandeling) -> None:
    with als(w.plek.ib) as by:
        actions.leg_voor(route_id=w.route_id, by=by, at=w.at)
    w.route().ingelicht = True


def vertel_het_de_ouders(w: Wandeling) -> None:
    vandaag = dag(w.at)
    with als(w.plek.ib) as by:
        actions.leg_zienswijze_vast(
            route_id=w.route_id, op=vandaag, door="Beide ouders", tekst="Een kleine klas.", ingelicht_op=vandaag,
            by=by, at=w.at,
        )  # fmt: skip
    w.route().ingelicht = True


def geef_zorgmening(w: Wandeling) -> None:
    with als(w.een_ouder()[0]) as by:
        actions.geef_zorgzienswijze(route_id=w.route_id, tekst="Onze mening.", by=by, at=w.at)


def verstuur_zorg(w: Wandeling) -> None:
    with als(w.plek.ib) as by:
        actions.stuur_naar_swv(route_id=w.route_id, by=by, at=w.at)
    if not w.route().ingelicht:
        raise Ontsnapt("verstuurd zonder dat de ouders het weten")
    w.route().staat = Routestaat.AANGEMELD


def laat_zorg_gaan(w: Wandeling) -> None:
    """All of it at once, as in a week: begun where needed, prepared, told and sent, and the worker was there."""
    if not w.routes or w.route().staat in {Routestaat.INGETROKKEN, Routestaat.TERUGGEKOPPELD}:
        begin_zorg(w)
    bereid_zorg_voor(w)
    vertel_het_de_ouders(w)
    verstuur_zorg(w)
    werk_voor_swv(w)


def werk_voor_swv(w: Wandeling) -> None:
    """What the worker does some time after something was sent, opened or held back."""
    with als(systeem_voor(w.plek.id)) as by:
        zet_zorg_klaar(route_id=w.route_id, by=by, at=w.at)


def bekijk_zaak(w: Wandeling) -> None:
    """Open every file that the page shows: what is held back gives its sentence, everything else its bytes."""
    with als(loket(w)) as by:
        actions.bekijk_zaak(route_id=w.route_id, by=by, at=w.at)
        for regel in queries.zaakblad_for(by, w.route_id, w.at).bestanden:
            try:
                with queries.zaakbestand_for(by, w.route_id, regel.id)[1] as bron:
                    assert bron.read()
            except queries.ZaakbestandTegengehouden:
                assert regel.reden
            else:
                assert not regel.reden


def behandel_zaak(w: Wandeling) -> None:
    with als(w.kans.choice((loket(w), commissie(w)))) as by:
        actions.neem_in_behandeling(route_id=w.route_id, by=by, at=w.at)


def vraag_van_swv(w: Wandeling) -> None:
    aan = w.kans.choice(list(Geadresseerde))
    with als(loket(w)) as by:
        vraag_id = actions.stel_vraag(route_id=w.route_id, aan=aan, vraag="Waar staat dit?", by=by, at=w.at)
    w.route().open_vragen.append(vraag_id)
    w.route().staat = Routestaat.VRAAG_GESTELD


def antwoord_aan_swv(w: Wandeling) -> None:
    open_ = w.route().open_vragen
    with als(w.plek.ib) as by:
        actions.beantwoord_vraag(
            route_id=w.route_id, vraag_id=open_[0] if open_ else w.dossier_id, antwoord="Op bladzijde 2.",
            by=by, at=w.at,
        )  # fmt: skip
    open_.pop(0)
    w.route().staat = Routestaat.VRAAG_GESTELD if open_ else Routestaat.BEANTWOORD


def geef_adviezen(w: Wandeling) -> None:
    with als(loket(w)) as by:
        for wie in (Deskundige.ORTHOPEDAGOOG, Deskundige.ARTS):
            actions.geef_deskundigenadvies(route_id=w.route_id, deskundige=wie, tekst="Mijn advies.", by=by, at=w.at)


def verklaar_compleet(w: Wandeling) -> None:
    with als(loket(w)) as by:
        actions.verklaar_compleet(route_id=w.route_id, by=by, at=w.at)
    w.route().staat = Routestaat.COMPLEET


def zet_in_commissie(w: Wandeling) -> None:
    with als(loket(w)) as by:
        actions.zet_in_commissie(route_id=w.route_id, by=by, at=w.at)
    w.route().staat = Routestaat.IN_COMMISSIE


def neem_zorgbesluit(w: Wandeling, uitkomst: Uitkomst | None = None) -> None:
    mogelijk = mogelijke_uitkomsten(w.route().soort, vo_bekend=True)
    uitkomst = uitkomst or w.kans.choice(mogelijk if w.kans.random() < 0.9 else list(Uitkomst))
    besluit = Besluit(uitkomst, dag(w.at), "Hierom.")
    if uitkomst is Uitkomst.TLV:
        besluit = tlv(dag(w.at), nummer=len(w.spoor) + 1)
    with als(commissie(w)) as by:
        actions.neem_besluit(route_id=w.route_id, besluit=besluit, by=by, at=w.at)
    w.route().staat = Routestaat.BESLUIT


def koppel_terug(w: Wandeling) -> None:
    with als(commissie(w)) as by:
        actions.koppel_terug(route_id=w.route_id, by=by, at=w.at)
    w.route().staat = Routestaat.TERUGGEKOPPELD


def noem_vo_school(w: Wandeling) -> None:
    with als(w.plek.ib) as by:
        actions.leg_vo_aanvrager_vast(route_id=w.route_id, by=by, at=w.at)


def trek_zorg_in(w: Wandeling) -> None:
    reden = w.kans.choice(list(Zorgintrekreden))
    with als(w.plek.ib) as by:
        actions.trek_zorgroute_in(route_id=w.route_id, reden=reden, by=by, at=w.at)
    w.route().staat = Routestaat.INGETROKKEN


def probeer_zorg_die_niet_mag(w: Wandeling) -> None:
    """Somebody without the right, or of another organisation, tries; it must be refused."""
    w.route()
    daad, wie = w.kans.choice(_VERBODEN)
    with suppress(GeenRecht, NietGevonden):
        daad(w.route_id, wie(w), w)
        raise Ontsnapt(f"{wie(w).rol} {daad.__name__}")


def _stuur(route_id: UUID, wie: Actor, w: Wandeling) -> None:
    with als(wie) as by:
        actions.stuur_naar_swv(route_id=route_id, by=by, at=w.at)


def _koppel(route_id: UUID, wie: Actor, w: Wandeling) -> None:
    with als(wie) as by:
        actions.koppel_terug(route_id=route_id, by=by, at=w.at)


def _lees(route_id: UUID, wie: Actor, w: Wandeling) -> None:
    with als(wie) as by:
        queries.zaakblad_for(by, route_id, w.at)


_VERBODEN = (
    (_stuur, lambda w: w.plek.leerkracht),
    (_stuur, lambda w: w.wereld.b.ib),
    (_stuur, loket),
    (_koppel, loket),
    (_koppel, lambda w: w.plek.ib),
    (_lees, lambda w: w.plek.ib),
    (_lees, lambda w: w.wereld.vo.zorg),
)

# How often each is tried, beside the others.
ZORGDADEN: dict[type_daad, int] = {
    begin_zorg: 3, bereid_zorg_voor: 3, leg_zorg_voor: 2, vertel_het_de_ouders: 2, geef_zorgmening: 2,
    verstuur_zorg: 4, laat_zorg_gaan: 8, werk_voor_swv: 6, bekijk_zaak: 3, behandel_zaak: 2, vraag_van_swv: 5,
    antwoord_aan_swv: 6, geef_adviezen: 3, verklaar_compleet: 5, zet_in_commissie: 4, neem_zorgbesluit: 5,
    koppel_terug: 4, noem_vo_school: 2, trek_zorg_in: 2, probeer_zorg_die_niet_mag: 3,
}  # fmt: skip
