"""Which acts send a zorgaanmelding and what comes after it, answer its questions, withdraw it?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.dossiers.actions import beeindig_toegang, geef_toegang
from overstap.domain.dossiers.enums import Reden
from overstap.domain.dossiers.queries import controleer_onbeperkt_for, dossier_for, slot_for
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.zorgroutes.actions.lijn import sluit_koppeling
from overstap.domain.zorgroutes.actions.voorbereiden import bevries, controleer_tekst
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat, Zorgintrekreden
from overstap.domain.zorgroutes.models import Zaak, Zorgroute, Zorgvraag
from overstap.domain.zorgroutes.queries import (
    aangevuld_for,
    aanmelding_for,
    aanvrager_for,
    formulier_for,
    inrichting_for,
    route_for,
    swvkeuze_for,
    zorgchecklist_for,
)
from overstap.domain.zorgroutes.rules import IN_BEHANDELING, LOPEND, ZorgrouteGeweigerd, controleer_zorgstap
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel


def stuur_naar_swv(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Send the zorgaanmelding: frozen, encrypted under a key of the samenwerkingsverband's own, whose people see it.

    Raises `ZorgrouteGeweigerd` with what is still missing, `ZorgstapNietMogelijk` when it was sent already.
    """
    route = _van_de_school(route_id, by)
    controleer_zorgstap(Routestaat(route.staat), Routestaat.AANGEMELD)
    dossier, slot = route.dossier, slot_for(by, route.dossier)
    controleer_onbeperkt_for(by, dossier)
    formulier = formulier_for(by, route, slot, at)
    punten = zorgchecklist_for(by, route, formulier, slot, at)
    if mist := [punt.zin for punt in punten if punt.blokkeert and not punt.in_orde]:
        raise ZorgrouteGeweigerd(mist[0], fouten=[("", zin) for zin in mist])
    bevries(route=route, formulier=formulier, slot=slot, by=by, at=at)
    aanvrager = aanvrager_for(by, route)
    route.vo_school_id = aanvrager.ontvanger_id if aanvrager else None
    route.staat, route.verstuurd_op, route.verstuurd_door = Routestaat.AANGEMELD, at, by.persoon_id
    route.zaaksleutel_id = maak_sleutel(at=at)
    inrichting = inrichting_for(by, route.swv_id).route(formulier.soort)
    route.afspraken = inrichting.afspraken
    # What goes, the parents read from now on: also who was told in a talk.
    route.voorgelegd_op = route.voorgelegd_op or at
    route.save(
        update_fields=[
            "vo_school_id", "staat", "verstuurd_op", "verstuurd_door", "zaaksleutel_id", "voorgelegd_op", "afspraken",
        ]
    )  # fmt: skip
    inhoud = formulier.naar_bytes()
    Zaak(
        route_id=route.id,
        swv_id=route.swv_id,
        sleutel_id=route.zaaksleutel_id,
        geheim=Slot(route.zaaksleutel_id).versleutel(inhoud, f"zaak:{route.id}"),
        vingerafdruk=formulier.vingerafdruk(),
        ontvangen_op=at,
        uiterlijk_op=dag(at) + timedelta(weeks=inrichting.weken),
    ).save(force_insert=True)
    geef_toegang(dossier=dossier, reden=Reden.ZORGROUTE, organisatie_id=route.swv_id, by=by, at=at)
    record("zorgroute.verstuurd", by=by, at=at, dossier_id=dossier.id, object_id=route.swv_id)
    licht_ouders_in(dossier=dossier, by=by, at=at)
    _vraag_werk(route, "zorg.klaarzetten", "zorg.mail_swv")
    defer("webhook.zaak_ontvangen", route_id=route.id, organisatie_id=route.swv_id)


def stuur_documenten_na(*, route_id: UUID, bijlagen: Collection[UUID], by: Actor, at: datetime) -> None:
    """Send the samenwerkingsverband documents that were released to it after the zorgaanmelding went.

    They stand in a next zorgaanmelding, which the parents read beside what went before; they get a mail. Of `bijlagen`
    (what somebody saw and chose) goes what may go. Raises `ZorgrouteGeweigerd`, and `VertrekGeweigerd` of the scan.
    """
    route = _van_de_school(route_id, by)
    if route.staat not in IN_BEHANDELING:
        raise ZorgrouteGeweigerd("Het samenwerkingsverband behandelt deze zorgaanmelding niet meer. Er gaat niets na.")
    controleer_onbeperkt_for(by, route.dossier)
    slot = slot_for(by, route.dossier)
    gevonden = aanmelding_for(by, route, slot)
    if gevonden is None:
        raise NietGevonden
    formulier, na = aangevuld_for(by, route, gevonden[1], bijlagen)
    if not na:
        raise ZorgrouteGeweigerd("Deze documenten gingen al, of mogen niet meer mee. Ververs de bladzijde.")
    controleer_vertrek_for(by, na)
    bevries(route=route, formulier=formulier, slot=slot, by=by, at=at)
    licht_ouders_in(dossier=route.dossier, by=by, at=at)
    record("zorgroute.nagestuurd", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id, aantal=len(na))
    _vraag_werk(route, "zorg.klaarzetten")


def maak_zorgbestanden_opnieuw(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Ask the worker again for the files of a sent zorgaanmelding that it gave up; harmless when they are there."""
    route = _van_de_school(route_id, by)
    if route.staat in LOPEND and route.verstuurd_op is not None:
        _vraag_werk(route, "zorg.klaarzetten")
        record("bestanden.opnieuw_gevraagd", by=by, at=at, dossier_id=route.dossier_id, aantal=1)


def beantwoord_vraag(*, route_id: UUID, vraag_id: UUID, antwoord: str, by: Actor, at: datetime) -> None:
    """Answer one question; after the last open one the samenwerkingsverband goes on.

    Raises `ZorgstapNietMogelijk` when nobody waits for it any more: the route was withdrawn.
    """
    route = _van_de_school(route_id, by)
    vraag = Zorgvraag.objects.filter(route=route, id=vraag_id).select_for_update().first()
    if vraag is None:
        raise NietGevonden
    if vraag.beantwoord_op is not None:
        raise ZorgrouteGeweigerd("Deze vraag is al beantwoord. Ververs de bladzijde om het antwoord te lezen.")
    controleer_zorgstap(Routestaat(route.staat), Routestaat.BEANTWOORD)
    if not antwoord.strip():
        raise ZorgrouteGeweigerd("Schrijf een antwoord op.", "antwoord")
    controleer_tekst(by=by, at=at, antwoord=antwoord)
    slot = slot_for(by, route.dossier)
    vraag.geheim_antwoord = slot.versleutel(antwoord.strip().encode(), f"zorgantwoord:{vraag.id}")
    vraag.beantwoord_op, vraag.beantwoord_door = at, by.persoon_id
    vraag.save(update_fields=["geheim_antwoord", "beantwoord_op", "beantwoord_door"])
    if not Zorgvraag.objects.filter(route=route, beantwoord_op=None).exists():
        _zet(route, Routestaat.BEANTWOORD)
    record("zorgvraag.beantwoord", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id)
    _vraag_werk(route, "zorg.mail_swv")


def leg_vo_aanvrager_vast(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """The pupil was applied at a vo school since: that school asks now, so a decision can be more than an advice."""
    route = _van_de_school(route_id, by)
    aanvrager = aanvrager_for(by, route)
    if aanvrager is None:
        raise ZorgrouteGeweigerd("Leg eerst de aanmelding bij de vo-school vast.")
    if route.staat not in LOPEND or route.staat == Routestaat.BESLUIT:
        raise ZorgrouteGeweigerd("Het besluit is al genomen. Begin een nieuwe zorgroute als dat nodig is.")
    keuze = swvkeuze_for(by, route.dossier)
    if route.verstuurd_op is not None and keuze.beslist_elders(Routesoort(route.soort), route.swv):
        raise ZorgrouteGeweigerd(
            f"De leerling is aangemeld bij {aanvrager.ontvanger.naam}. Daar beslist een ander samenwerkingsverband dan "
            f"{route.swv.naam}. Wacht het advies af, of trek deze zorgroute in en begin een nieuwe."
        )
    route.vo_school_id = aanvrager.ontvanger_id
    route.save(update_fields=["vo_school_id"])
    record("zorgroute.vo_bekend", by=by, at=at, dossier_id=route.dossier_id, object_id=aanvrager.ontvanger_id)
    if route.verstuurd_op is not None:
        _vraag_werk(route, "zorg.mail_swv")


def trek_zorgroute_in(*, route_id: UUID, reden: Zorgintrekreden, by: Actor, at: datetime) -> None:
    """End a route without a decision: the samenwerkingsverband sees it no more, from this moment.

    Nor the pupil, unless another route of the same pupil is there: what was decided stays with who decided it.
    """
    route = _van_de_school(route_id, by)
    controleer_zorgstap(Routestaat(route.staat), Routestaat.INGETROKKEN)
    verstuurd = route.verstuurd_op is not None
    if verstuurd:
        # First the mail, while it can still be said to whom.
        _vraag_werk(route, "zorg.mail_swv")
    route.staat, route.ingetrokken_op, route.ingetrokken_door = Routestaat.INGETROKKEN, at, by.persoon_id
    route.intrekreden = reden
    route.save(update_fields=["staat", "ingetrokken_op", "ingetrokken_door", "intrekreden"])
    if verstuurd:
        sluit_koppeling(route=route, by=by, at=at)
        if not _ander_bij_swv(route):
            beeindig_toegang(dossier=route.dossier, organisatie_id=route.swv_id, by=by, at=at)
    record(
        "zorgroute.ingetrokken", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id, reden=reden.value
    )


def _ander_bij_swv(route: Zorgroute) -> bool:
    andere = Zorgroute.objects.filter(dossier_id=route.dossier_id, swv_id=route.swv_id, verstuurd_op__isnull=False)
    return andere.filter(ingetrokken_op=None).exclude(id=route.id).exists()


def _van_de_school(route_id: UUID, by: Actor) -> Zorgroute:
    """The route of the own school, locked behind its dossier: two orders would wait for each other."""
    by.require(Recht.ZORGROUTE_LOPEN)
    dossier_for(by, route_for(by, route_id).dossier_id, vergrendel=True)
    return route_for(by, route_id, vergrendel=True)


def _zet(route: Zorgroute, naar: Routestaat) -> None:
    controleer_zorgstap(Routestaat(route.staat), naar)
    route.staat = naar
    route.save(update_fields=["staat"])


def _vraag_werk(route: Zorgroute, *taken: str) -> None:
    for taak in taken:
        defer(taak, route_id=route.id, organisatie_id=route.school_id)
