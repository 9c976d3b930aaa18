"""Who works where, and which organisations are there?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from overstap.domain.scholen.enums import Mailsoort, Organisatiesoort
from overstap.domain.scholen.models import Aanstelling, Organisatie, Regio, Regiovoorstel, Regiowijziging
from overstap.domain.scholen.rules import (
    Bestandsfout,
    Regiobestand,
    RegiobestandFout,
    School,
    lees_regio,
)
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.domain.scholen.rules.fusies import opvolgers, voorgangers
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.poort import poort
from overstap.foundation.rls import eenmaal
from overstap.foundation.vaste_vraag import VasteVraag


def aanstellingen_for(actor: Actor | None, account_id: UUID) -> QuerySet[Aanstelling]:
    """The running roles of one account; asked before there is an actor, hence `actor` may be None."""
    return _lopende_van(account_id)


def _lopende_van(account_id: Any) -> QuerySet[Aanstelling]:
    return (
        Aanstelling.objects.filter(account_id=account_id, tot=None)
        .select_related("organisatie__regio", "account")
        .order_by("organisatie__naam", "rol")
    )


_AANSTELLINGEN = VasteVraag(_lopende_van)


def plekken_for(actor: None, account_id: UUID) -> tuple[list[Aanstelling], list[Aanstelling]]:
    """(where an account works, as whom it may practise); asked before there is an actor.

    One practises only while one works at the organisation that practises.
    """
    alle = _AANSTELLINGEN.alle(account_id)
    echt = [een for een in alle if een.organisatie.oefening_van_id is None]
    werkt_bij = {een.organisatie_id for een in echt}
    oefent = [een for een in alle if een.organisatie.oefening_van_id in werkt_bij]
    return echt, sorted(oefent, key=lambda een: (een.organisatie.soort, een.rol))


def organisatie_for(actor: Actor) -> Organisatie:
    """The organisation for which the actor works at this moment."""
    return Organisatie.objects.select_related("regio").get(id=actor.werkt_bij)


def school_for(actor: Actor, organisatie_id: UUID) -> Organisatie:
    """One organisation with its region: public data, and the settings that hold there."""
    return Organisatie.objects.select_related("regio").get(id=organisatie_id)


def regio_for(actor: Actor, organisatie_id: UUID) -> Regio:
    """The region of an organisation; its settings hold dates, terms and words."""
    return eenmaal(("regio", organisatie_id), lambda: Regio.objects.get(organisatie=organisatie_id))


def oefening_for(actor: Actor | None) -> UUID | None:
    """Whose people practise at the actor's organisation (ADR 36); None at every real one, and for nobody in particular.

    It holds two worlds apart: a list of schools shows those of the actor's own.
    """
    if actor is None or actor.organisatie_id is None:
        return None
    waar = Organisatie.objects.filter(id=actor.organisatie_id).values_list("oefening_van_id", flat=True)
    return eenmaal(("oefening", actor.organisatie_id), waar.first)


def onthoud_regio(actor: Actor, organisatie: Organisatie) -> None:
    """Take the region that was read along with an organisation, so that no query of this transaction asks it again."""
    eenmaal(("regio", organisatie.id), lambda: organisatie.regio)
    eenmaal(("oefening", organisatie.id), lambda: organisatie.oefening_van_id)


def mailteksten_for(actor: Actor, organisatie_id: UUID, soort: Mailsoort) -> dict[str, str]:
    """What the region of an organisation says in one kind of mail, by language; empty where it left it to us."""
    mails: dict[str, dict[str, str]] = regio_for(actor, organisatie_id).instellingen.get("mails", {})
    return mails.get(soort.value, {})


def verbanden_for(actor: Actor, organisatie_id: UUID) -> list[Organisatie]:
    """The samenwerkingsverbanden of the region of an organisation, by name: public."""
    codes = regio_for(actor, organisatie_id).instellingen.get("swv", [])
    rijen = Organisatie.objects.filter(soort=Organisatiesoort.SWV, brin__in=codes)
    return list(rijen.filter(oefening_van=oefening_for(actor)).order_by("naam", "brin"))


def verband_van_school_for(actor: Actor, school: Organisatie) -> Organisatie | None:
    """The samenwerkingsverband of a vo school: the one that its region says, or the only one of that region.

    None where nobody said which, and of a school that no region wrote down itself: outside it, or a guest.
    """
    if school.gast_van_id is not None or BUITEN_REGIO in school.gegevens:
        return None
    verbanden = verbanden_for(actor, school.id)
    code = school.gegevens.get("swv") or (verbanden[0].brin if len(verbanden) == 1 else "")
    return next((een for een in verbanden if een.brin == code), None)


def swvroutes_for(actor: Actor, swv_id: UUID) -> dict[str, dict[str, Any]]:
    """What a samenwerkingsverband says of each zorgroute, in the form of the region's file: public."""
    gegevens: dict[str, Any] = Organisatie.objects.values_list("gegevens", flat=True).get(id=swv_id)
    routes: dict[str, dict[str, Any]] = gegevens.get("routes", {})
    return routes


def bestand_for(actor: Actor) -> Regiobestand:
    """The own region as its file would tell it, read anew: also within an act that just changed it."""
    regio = Regio.objects.get(organisatie=actor.werkt_bij)
    rijen = Organisatie.objects.filter(soort=Organisatiesoort.SWV, brin__in=regio.instellingen.get("swv", []))
    verbanden = tuple(rij.als_verband() for rij in rijen.filter(oefening_van=None).order_by("brin"))
    return Regiobestand.uit(regio.naam, regio.instellingen, verbanden, tuple(map(_als_school, regioscholen_for(actor))))


def eigen_bestand_for(actor: Actor, tekst: str) -> Regiobestand:
    """The checked file of the own region, from its text. Raises `RegioGeweigerd` with all that is wrong, by line."""
    naam = Regio.objects.values_list("naam", flat=True).get(organisatie=actor.werkt_bij)
    try:
        bestand = lees_regio(tekst, poort("regio.veld"), poort("regio.bijlagesoort"), poort("regio.route"))
    except RegiobestandFout as fout:
        raise RegioGeweigerd(fout.fouten) from fout
    if bestand.naam != naam:
        zin = f"Dit bestand is van {bestand.naam}, en u werkt voor {naam}. Kies het bestand van uw eigen regio."
        raise RegioGeweigerd([Bestandsfout(None, "naam", zin)])
    return bestand


def regiovoorstel_for(actor: Actor) -> Regiovoorstel | None:
    """The file of the own region that a program handed in and that waits for a person; None when none does."""
    return Regiovoorstel.objects.filter(regio__organisatie=actor.werkt_bij).first()


def regioscholen_for(actor: Actor) -> QuerySet[Organisatie]:
    """The schools of the own region, by kind and name; no guests, and none that was only written down."""
    scholen = Organisatie.objects.filter(
        regio__organisatie=actor.werkt_bij, soort__in=(Organisatiesoort.PO, Organisatiesoort.VO), gast_van=None
    )
    return scholen.exclude(gegevens__has_key=BUITEN_REGIO).order_by("soort", "naam", "brin", "vestiging")


def regiowijzigingen_for(actor: Actor) -> QuerySet[Regiowijziging]:
    """What changed about the own region, newest first."""
    rijen = Regiowijziging.objects.filter(regio__organisatie=actor.werkt_bij)
    return rijen.select_related("door", "herstelt").order_by("-op", "-id")


def regiowijziging_for(actor: Actor, wijziging_id: UUID) -> Regiowijziging:
    """One change of the own region; raises `NietGevonden`."""
    wijziging = regiowijzigingen_for(actor).filter(id=wijziging_id).first()
    if wijziging is None:
        raise NietGevonden
    return wijziging


def _als_school(rij: Organisatie) -> School:
    kolommen = {"brin": rij.brin, "vestiging": rij.vestiging, "naam": rij.naam, "plaats": rij.plaats}
    return School.uit({**kolommen, "soort": Organisatiesoort(rij.soort)}, rij.gegevens)


def regios_for(actor: Actor | None) -> QuerySet[Regio]:
    """All regions, by name: public, so `actor` may be nobody. Not those in which somebody practises."""
    return Regio.objects.exclude(organisatie__oefening_van__isnull=False).order_by("naam")


def organisaties_for(
    actor: Actor, soort: str, *, ook_buiten: bool = False, ook_gasten: bool = False, open_op: date | None = None
) -> QuerySet[Organisatie]:
    """All organisations of one kind: public data, the same for everybody; who practises sees the own oefenschool.

    With `open_op` only those that are there on that day. With `ook_buiten` also the schools outside the region that
    somebody wrote down to send one report to, with `ook_gasten` also those that a vo school invited for one pupil.
    """
    rijen = Organisatie.objects.filter(soort=soort, oefening_van=oefening_for(actor)).order_by("naam")
    rijen = rijen if ook_gasten else rijen.filter(gast_van=None)
    rijen = rijen.filter(_open_op(open_op)) if open_op else rijen
    return rijen if ook_buiten else rijen.exclude(gegevens__has_key=BUITEN_REGIO)


def _open_op(vandaag: date) -> Q:
    """What is there on a day: until its last one, or, without one, as long as it did not merge into another.

    The one place that knows: a choice list and a refusal must never contradict each other.
    """
    zonder = ~Q(gegevens__has_key="laatste_dag")
    niet_opgegaan = Q(gegevens__opgegaan_in="") | ~Q(gegevens__has_key="opgegaan_in")
    return Q(gegevens__laatste_dag__gte=vandaag.isoformat()) | (zonder & niet_opgegaan)


def is_open_for(actor: Actor, organisatie_id: UUID, vandaag: date) -> bool:
    """Is this organisation there on a day? Public data, the same for everybody."""
    del actor
    return Organisatie.objects.filter(_open_op(vandaag), id=organisatie_id).exists()


def medewerkers_for(actor: Actor, organisatie_id: UUID) -> QuerySet[Aanstelling]:
    """Who works at an organisation, in which function: shown before a dossier is sent there."""
    return (
        Aanstelling.objects.filter(organisatie_id=organisatie_id, tot=None)
        .select_related("account")
        .order_by("rol", "account__naam")
    )


def aanstelling_for(actor: Actor, aanstelling_id: UUID, *, vergrendel: bool = False) -> Aanstelling:
    """One running role at the actor's own organisation; raises `NietGevonden`."""
    rijen = medewerkers_for(actor, actor.werkt_bij)
    rijen = rijen.select_for_update(of=("self",)) if vergrendel else rijen
    aanstelling = rijen.filter(id=aanstelling_id).first()
    if aanstelling is None:
        raise NietGevonden
    return aanstelling


def organisatienamen_for(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of some organisations, by id: public data."""
    return dict(Organisatie.objects.filter(id__in=set(ids)).values_list("id", "naam"))


def collegas_for(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of colleagues of the actor's own organisation, by account, also of those who left."""
    if actor.organisatie_id is None:
        return {}
    eigen = Aanstelling.objects.filter(organisatie_id=actor.organisatie_id, account_id__in=set(ids))
    return dict(eigen.values_list("account_id", "account__naam"))


def fusies_for(actor: Actor) -> list[tuple[str, str]]:
    """Which BRIN merged into which, of every school in the actor's world: public data."""
    rijen = Organisatie.objects.filter(gegevens__opgegaan_in__gt="", oefening_van=oefening_for(actor))
    return [(rij.brin, rij.gegevens["opgegaan_in"]) for rij in rijen]


def brins_for(actor: Actor, brin: str) -> tuple[str, ...]:
    """Every BRIN that may be meant by this one, itself first: of what it merged into, and of what merged into it."""
    fusies = fusies_for(actor)
    anders = opvolgers([brin], fusies) | voorgangers([brin], fusies)
    return (brin, *sorted(anders - {brin}))


def opvolger_for(actor: Actor, organisatie: Organisatie, vandaag: date) -> str:
    """The name of the school that on a day is there instead of one that merged, else empty.

    It is followed from merger to merger; a BRIN that nobody here knows is named as such.
    """
    scholen = Organisatie.objects.filter(gast_van=None, oefening_van=oefening_for(actor)).order_by("vestiging")
    brin, gezien = str(organisatie.gegevens.get("opgegaan_in") or ""), set[str]()
    while brin and brin not in gezien:
        gezien.add(brin)
        hier = scholen.filter(brin=brin)
        if naam := hier.exclude(id=organisatie.id).filter(_open_op(vandaag)).values_list("naam", flat=True).first():
            return naam
        verder = [str(rij.gegevens.get("opgegaan_in") or "") for rij in hier]
        if not verder:
            return f"de school met BRIN {brin}"
        brin = next(filter(None, verder), "")
    return ""
