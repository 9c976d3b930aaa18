"""Who was offered inzage, and by which right does somebody read now?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, slot_for
from overstap.domain.inzages.enums import Inzagerecht, Wijze
from overstap.domain.inzages.models import Aanvullezing, Inzage, Zienswijze
from overstap.domain.inzages.rules import (
    Gezaghebbende,
    beslist_zelf,
    is_zonder_gezag,
    krijgt_bericht,
    laatste_dag,
    recht_nu,
    rechthebbenden,
)
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import Bevroren, bevroren_for, inhoud_for, laatste_versie_for, versies_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


class ToegangGesloten(Exception):
    """The school of this id ended that this person reads; nothing of the dossier is visible any more."""

    def __init__(self, school_id: UUID) -> None:
        self.school_id = school_id
        super().__init__(str(school_id))


class LeestNietMeer(Exception):
    """The pupil became 16 and decides now: this parent no longer reads, unless the pupil agrees (UAVG 5)."""


@dataclass(frozen=True)
class Ouderregel:
    """Somebody who may read, and what happened with the inzage so far."""

    wie: Gezaghebbende
    inzage: Inzage | None
    zienswijzen: int = 0

    @property
    def telt(self) -> Inzage | None:
        """The offer that the report waits for, or None: an offer by a lesser right is not one to who has the gezag."""
        inzage = self.inzage
        return inzage if inzage and Inzagerecht(inzage.recht).reageert else None

    @property
    def gesloten(self) -> bool:
        """Did the school close the way in of this person, who has the right to read according to the data?"""
        return self.inzage is not None and self.inzage.gesloten_op is not None

    @property
    def beantwoord(self) -> bool:
        """Did this person answer in any way?"""
        inzage = self.inzage
        return inzage is not None and (inzage.gezien_op is not None or bool(inzage.akkoord) or self.zienswijzen > 0)


@dataclass(frozen=True)
class Wie:
    """The person of an offer, decrypted; `contact` is who reads for an institution."""

    naam: str
    mail: str
    contact: str = ""

    @property
    def ondertekent(self) -> str:
        """The name below a signature or a text."""
        return f"{self.contact} namens {self.naam}" if self.contact else self.naam


def inzages_for(actor: Actor, dossier: Dossier) -> QuerySet[Inzage]:
    """The running offers: all for the school, the own one for a parent."""
    rijen = Inzage.objects.filter(dossier=dossier, ingetrokken_op=None).order_by("aangeboden_op")
    return rijen.filter(ouder_id=actor.ouder_id) if actor.ouder_id else rijen


def inzage_for(actor: Actor, dossier: Dossier, inzage_id: UUID, *, vergrendel: bool = False) -> Inzage:
    """One offer, locked when asked for: a parent may sign at this very moment. Raises `NietGevonden`."""
    rijen = inzages_for(actor, dossier).select_for_update() if vergrendel else inzages_for(actor, dossier)
    inzage = rijen.filter(id=inzage_id).first()
    if inzage is None:
        raise NietGevonden
    return inzage


def aan_te_schrijven_for(actor: Actor, dossier: Dossier, inzage_id: UUID, op: date) -> Inzage | None:
    """The offer by mail to which a mail may go today, locked; None when it was withdrawn or its right has ended."""
    rijen = inzages_for(actor, dossier).filter(id=inzage_id, wijze=Wijze.DIGITAAL, gesloten_op=None)
    inzage = rijen.select_for_update().first()
    inhoud = inhoud_for(actor, dossier, slot_for(actor, dossier))
    return inzage if inzage is not None and krijgt_bericht_for(actor, inzage, inhoud, op) else None


def krijgt_bericht_for(actor: Actor, inzage: Inzage, inhoud: Inhoud, op: date) -> bool:
    """Does this offer still give a right on this day, so that its person is told what happens?"""
    del actor
    return inzage.gesloten_op is None and krijgt_bericht(
        inhoud, inzage.verzorger_id, Inzagerecht(inzage.recht), meelezen_op=inzage.meelezen_op, op=op
    )


def las_versie_for(actor: Actor, inzage: Inzage, versie: Versie) -> bool:
    """Did the parent of this offer open this version? It follows from the logboek of the actor's own school."""
    gelezen = gebeurtenissen_for(actor, inzage.dossier_id).filter(wat="rapport.bekeken", actor_id=inzage.ouder_id)
    return gelezen.filter(object_id=versie.id).exists()


def eigen_inzage_for(actor: Actor) -> Inzage:
    """The offer of the parent who is looking; raises `NietGevonden`."""
    inzage = Inzage.objects.filter(ouder_id=actor.ouder_id, ingetrokken_op=None).first() if actor.ouder_id else None
    if inzage is None:
        raise NietGevonden
    return inzage


def eigen_dossier_for(actor: Actor) -> Dossier:
    """The dossier that a parent may see; raises `NietGevonden`."""
    dossier = dossiers_for(actor).first() if actor.ouder_id else None
    if dossier is None:
        raise NietGevonden
    return dossier


@dataclass(frozen=True)
class Lezing:
    """What a parent who is looking reads, and by which right: read once for a whole page."""

    dossier: Dossier
    inzage: Inzage
    versie: Versie
    bevroren: Bevroren
    recht: Inzagerecht


def leesrecht_for(actor: Actor, at: datetime) -> Inzagerecht:
    """By which right the parent who is looking reads at this moment; raises as `lezing_for`."""
    return lezing_for(actor, at).recht


def lezing_for(actor: Actor, at: datetime) -> Lezing:
    """The newest version for the parent who is looking, with the right by which this parent reads it at this moment.

    Raises `ToegangGesloten` when the school closed it, `LeestNietMeer` when the pupil has the rights now, and
    `NietGevonden` for who has no offer.
    """
    inzage = eigen_inzage_for(actor)
    if inzage.gesloten_op is not None:
        raise ToegangGesloten(inzage.school_id)
    dossier = eigen_dossier_for(actor)
    versie = laatste_versie_for(actor, dossier)
    versie.dossier = dossier
    bevroren = bevroren_for(actor, versie, slot_for(actor, dossier))
    inhoud = bevroren.inhoud
    zelf = beslist_zelf(inhoud, dag(at))
    recht = recht_nu(
        Inzagerecht(inzage.recht),
        zelf=zelf,
        meelezen_op=inzage.meelezen_op,
        zonder_gezag=is_zonder_gezag(inhoud, inzage.verzorger_id),
    )
    if recht is None:
        raise LeestNietMeer
    return Lezing(dossier, inzage, versie, bevroren, recht)


def ouderregels_for(actor: Actor, dossier: Dossier, inhoud: Inhoud, op: date) -> tuple[Ouderregel, ...]:
    """Everybody with a right to read on this day, with the offer of inzage when there is one."""
    per_ouder = {inzage.verzorger_id: inzage for inzage in inzages_for(actor, dossier)}
    geteld = Counter(Zienswijze.objects.filter(dossier=dossier).values_list("inzage_id", flat=True))
    regels = []
    for wie in rechthebbenden(inhoud, op):
        inzage = per_ouder.get(wie.sleutel)
        regels.append(Ouderregel(wie, inzage, geteld[inzage.id] if inzage else 0))
    return tuple(regels)


def papieren_versie_for(actor: Actor, dossier: Dossier, inzage: Inzage) -> UUID:
    """Which version a parent has on paper: the one that the school gave last, or the newest one at the offer."""
    if inzage.gemelde_versie_id is not None:
        return inzage.gemelde_versie_id
    bij_aanbod = versies_for(actor, dossier).filter(gemaakt_op__lte=inzage.aangeboden_op).first()
    return (bij_aanbod or laatste_versie_for(actor, dossier)).id


def nog_op_papier_for(actor: Actor, dossier: Dossier, inhoud: Inhoud, op: date) -> tuple[Inzage, ...]:
    """The parents who read on paper, may still read, and did not get the newest version yet: nobody mails them that."""
    versie = versies_for(actor, dossier).first()
    if versie is None:
        return ()
    return tuple(
        inzage
        for inzage in inzages_for(actor, dossier).filter(wijze=Wijze.PAPIER)
        if papieren_versie_for(actor, dossier, inzage) != versie.id and krijgt_bericht_for(actor, inzage, inhoud, op)
    )


def op_papier_gelezen_for(actor: Actor, dossier: Dossier) -> frozenset[tuple[UUID, UUID]]:
    """(aanvulling, parent) for every aanvulling that the school gave on paper."""
    del actor
    paren = Aanvullezing.objects.filter(dossier=dossier).values_list("aanvulling_id", "ouder_id")
    return frozenset(paren)


def naam_en_mail_for(actor: Actor, inzage: Inzage, slot: Slot) -> tuple[str, str]:
    """(name, mail address) of the person of an offer."""
    wie = wie_for(actor, inzage, slot)
    return wie.naam, wie.mail


def wie_for(actor: Actor, inzage: Inzage, slot: Slot) -> Wie:
    """Name, mail address, and of an institution who reads for it."""
    del actor
    gegevens = json.loads(slot.ontsleutel(inzage.geheim, f"inzage:{inzage.id}"))
    return Wie(gegevens["naam"], gegevens["mail"], gegevens.get("contact", ""))


def reageren_tot_for(actor: Actor, dossier: Dossier, inzage: Inzage) -> date | None:
    """The last day of the reaction term of the region, counted from the provable offer; None while there is none."""
    vanaf = inzage.bewezen
    return laatste_dag(vanaf, reactietermijn_for(actor, dossier)) if vanaf else None


def reactietermijn_for(actor: Actor, dossier: Dossier) -> int:
    """How many days the region gives parents to answer."""
    return int(regio_for(actor, dossier.school_id).instellingen["reactietermijn_dagen"])
