"""What do we already have of the pupil in a file, and what would taking it over do?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, nummer_for, slot_for, zelfde_nummer_for
from overstap.domain.dossiers.rules import NietInvulbaar, controleer_invulbaar
from overstap.domain.importen.enums import Regelsoort, Vraag
from overstap.domain.importen.models import Overname
from overstap.domain.importen.queries.dubbel import lijkers_for
from overstap.domain.importen.rules import (
    ImportGeweigerd,
    Wijziging,
    controleer_overneembaar,
    controleer_school,
    kenmerk_van,
    met_zelfde_rijsleutels,
    te_oud,
    vergelijk,
    vraag_bij,
)
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.queries import catalogus_for, concept_for, geschreven_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import organisatie_for, regio_for
from overstap.domain.scholen.rules.regio import GEGEVENS_HOOGSTENS_DAGEN
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import zoekhash


def bekend_for(actor: Actor, gelezen: Gelezen) -> Dossier | None:
    """The dossier that this school already has of this pupil: by number, else by BRIN and leerlingid, never by name.

    Somebody who was typed in and looks like this pupil is a question (`vraag_for`).
    """
    bekend = _zeker_bekend(actor, gelezen)
    if bekend:
        return bekend
    lijkers = lijkers_for(actor, gelezen.inhoud, gelezen.schooljaar, alleen_met_de_hand=True)
    return lijkers[0] if lijkers else None


def _zeker_bekend(actor: Actor, gelezen: Gelezen) -> Dossier | None:
    """A number that is new to us, with a birth date that is not the one we have, is another pupil."""
    if gelezen.nummer is None:
        return _zelfde_kenmerk(actor, gelezen)
    met_nummer = zelfde_nummer_for(actor, gelezen.nummer.waarde, gelezen.schooljaar)
    if met_nummer is not None:
        return met_nummer
    kandidaat = _zelfde_kenmerk(actor, gelezen)
    geboren = geschreven_bij(actor, kandidaat).get("geboortedatum") if kandidaat else None
    return kandidaat if geboren and geboren == gelezen.inhoud.get("geboortedatum") else None


def kenmerkhash_for(actor: Actor, gelezen: Gelezen) -> bytes | None:
    """The keyed hash by which a pupil without a number is known again; None when the file lacks what it needs."""
    kenmerk = kenmerk_van(gelezen.inhoud)
    return zoekhash(actor.werkt_bij, kenmerk) if kenmerk else None


def leerlinghash_for(actor: Actor, gelezen: Gelezen) -> bytes | None:
    """The keyed hash by which two files about one pupil are found."""
    if gelezen.nummer is None:
        return kenmerkhash_for(actor, gelezen)
    return zoekhash(actor.werkt_bij, gelezen.nummer.waarde)


@dataclass(frozen=True)
class Vergelijking:
    """What taking a file over would do. `bezwaar` is a sentence when it cannot be taken over, else empty.

    `kan_ander`: the answer to `vraag` can be that this is another pupil, who then gets a dossier.
    """

    bekend: Dossier | None
    wijzigingen: tuple[Wijziging, ...] = ()
    vraag: Vraag | None = None
    bezwaar: str = ""
    kan_ander: bool = True

    @property
    def soort(self) -> Regelsoort:
        """The word on the list."""
        if self.bezwaar:
            return Regelsoort.FOUT
        if self.vraag:
            return Regelsoort.VRAAG
        if self.bekend is None:
            return Regelsoort.NIEUW
        return Regelsoort.GEWIJZIGD if self.wijzigingen else Regelsoort.ONGEWIJZIGD


def vergelijking_for(actor: Actor, gelezen: Gelezen) -> Vergelijking:
    """Is the pupil new or already known, what would change, and is there something in the way or to be asked?"""
    bekend = bekend_for(actor, gelezen)
    oud = geschreven_bij(actor, bekend) if bekend else Inhoud()
    try:
        controleer_overneembaar(gelezen)
        controleer_school(gelezen, organisatie_for(actor).brin)
        if bekend:
            controleer_invulbaar(Staat(bekend.staat))
    except (ImportGeweigerd, NietInvulbaar) as reden:
        return Vergelijking(bekend, bezwaar=reden.zin)
    if bekend is None:
        return Vergelijking(None)
    nieuw = oud.ververst_uit_las(met_zelfde_rijsleutels(gelezen.inhoud, oud), catalogus_for(actor, bekend))
    vraag = vraag_for(actor, bekend, oud, gelezen)
    return Vergelijking(bekend, vergelijk(oud, nieuw), vraag, kan_ander=not nummer_bekend_for(actor, gelezen))


def nummer_bekend_for(actor: Actor, gelezen: Gelezen) -> bool:
    """Has somebody of this school and this schooljaar the number that the file gives?"""
    return gelezen.nummer is not None and bool(zelfde_nummer_for(actor, gelezen.nummer.waarde, gelezen.schooljaar))


def vraag_for(actor: Actor, dossier: Dossier, oud: Inhoud, gelezen: Gelezen) -> Vraag | None:
    """What a person must answer before this dossier is renewed from this file."""
    if dossier.leerling.met_de_hand and _zeker_bekend(actor, gelezen) is None:
        return Vraag.MET_DE_HAND
    nummer = nummer_for(actor, dossier, slot_for(actor, dossier)) if gelezen.nummer else None
    ander = nummer is not None and gelezen.nummer is not None and nummer[1] != gelezen.nummer.waarde
    return vraag_bij(oud.get("geboortedatum"), gelezen.inhoud.get("geboortedatum"), ander_nummer=ander)


def geschreven_bij(actor: Actor, dossier: Dossier) -> Inhoud:
    """What stands in the concept of a dossier now."""
    return geschreven_for(actor, concept_for(actor, dossier), slot_for(actor, dossier))


def opgehaald_for(actor: Actor, dossier: Dossier) -> date | None:
    """Of which day the data from the LAS are: that of the file, else the day on which it was taken over.

    None when they were typed in by hand.
    """
    overname = Overname.objects.filter(dossier=dossier).first()
    return (
        None
        if overname is None or dossier.leerling.met_de_hand
        else overname.bestand_van or dag(overname.overgenomen_op)
    )


def oude_gegevens_for(actor: Actor, dossier: Dossier, op: date) -> str:
    """A sentence when what the LAS gave is older on the day `op` than the region accepts, else empty."""
    opgehaald = opgehaald_for(actor, dossier)
    grens = regio_for(actor, dossier.school_id).instellingen.get("gegevens_hoogstens_dagen", GEGEVENS_HOOGSTENS_DAGEN)
    return te_oud(opgehaald, op, grens) if opgehaald else ""


def _zelfde_kenmerk(actor: Actor, gelezen: Gelezen) -> Dossier | None:
    kenmerk = kenmerkhash_for(actor, gelezen)
    if kenmerk is None:
        return None
    gevonden = Overname.objects.filter(school_id=actor.werkt_bij, kenmerk=kenmerk).values("dossier_id")
    rijen = dossiers_for(actor).filter(id__in=gevonden)
    # Who does a year again gets a new report, as with a number.
    if gelezen.schooljaar:
        rijen = rijen.filter(schooljaar=gelezen.schooljaar)
    kandidaten = list(rijen.order_by("-gemaakt_op"))
    # More than one after a person said that they are two pupils: then the birth date tells.
    geboren = gelezen.inhoud.get("geboortedatum") if len(kandidaten) > 1 else None
    zelfde = (rij for rij in kandidaten if geboren and geschreven_bij(actor, rij).get("geboortedatum") == geboren)
    return next(zelfde, kandidaten[0] if kandidaten else None)
