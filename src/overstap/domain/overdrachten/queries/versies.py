"""Which versions of a report were there, why, who received, read and signed each, and what was added to them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Inzagerecht, Wijze
from overstap.domain.inzages.queries import (
    inzages_for,
    krijgt_bericht_for,
    naam_en_mail_for,
    op_papier_gelezen_for,
    zienswijzen_for,
)
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries.later import nieuwe_bijlagen_for
from overstap.domain.overdrachten.queries.overdracht import overdrachten_for
from overstap.domain.rapporten.models import Versie, Versiepdf
from overstap.domain.rapporten.queries import LeesbareAanvulling, aanvullingen_for, inhoud_for, versies_for
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand, aanvulstand
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot

if TYPE_CHECKING:
    from overstap.domain.inzages.models import Inzage
    from overstap.foundation.audit.models import AuditEvent


# Which parent (the second) opened which aanvulling (the first).
type_paren = set[tuple[UUID | None, UUID | None]]


@dataclass(frozen=True)
class Heropening:
    """That the report was opened again: when, why, and in which function."""

    op: datetime
    reden: Heropenreden
    functie: str


@dataclass(frozen=True)
class Ouderlezing:
    """What one parent did with one version."""

    naam: str
    gelezen_op: datetime | None
    getekend_op: datetime | None


@dataclass(frozen=True)
class Aanvulregel:
    """One aanvulling and how far it is; `functie` is that of its writer.

    `op_papier` are the offers to whom it must still be given on paper.
    """

    aanvulling: LeesbareAanvulling
    stand: Aanvulstand
    gelezen: int
    lezers: int
    op_papier: tuple[Inzage, ...] = ()

    @property
    def functie(self) -> str:
        """What the writer was at that moment."""
        return Rol(self.aanvulling.rij.functie).label


@dataclass(frozen=True)
class Versieregel:
    """One version with everything that happened to it; `functie` is that of who made it."""

    versie: Versie
    functie: str
    heropend: Heropening | None
    ouders: tuple[Ouderlezing, ...]
    overdrachten: tuple[Overdracht, ...]
    pdfs: tuple[Versiepdf, ...]
    aanvullingen: tuple[Aanvulregel, ...]


def versieregels_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Versieregel, ...]:
    """Every version, newest first, for the pupil's own school."""
    gebeurtenissen = list(gebeurtenissen_for(actor, dossier.id).filter(wat__in=_NODIG))
    overdrachten = list(overdrachten_for(actor, dossier))
    pdfs = list(Versiepdf.objects.filter(dossier=dossier).order_by("-publiek"))
    ouders = [(inzage, naam_en_mail_for(actor, inzage, slot)[0]) for inzage in inzages_for(actor, dossier)]
    aanvullingen = aanvulregels_for(actor, dossier, slot, at)
    versies = list(versies_for(actor, dossier))
    return tuple(
        Versieregel(
            versie=versie,
            functie=_maker(versie, gebeurtenissen),
            heropend=_heropening(versie, vorige, gebeurtenissen),
            ouders=tuple(_lezing(inzage, naam, versie, gebeurtenissen) for inzage, naam in ouders),
            overdrachten=tuple(rij for rij in overdrachten if rij.versie_id == versie.id),
            pdfs=tuple(pdf for pdf in pdfs if pdf.versie_id == versie.id),
            aanvullingen=tuple(regel for regel in aanvullingen if regel.aanvulling.rij.versie_id == versie.id),
        )
        for versie, vorige in zip_longest(versies, versies[1:])
    )


def aanvulregels_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Aanvulregel, ...]:
    """What was added, with how far each is, for the pupil's own school."""
    rijen = aanvullingen_for(actor, dossier, slot)
    if not rijen:
        return ()
    wachten = aanvullezers_for(actor, dossier, slot, at)
    gekeken = gebeurtenissen_for(actor, dossier.id).filter(wat="aanvulling.bekeken", rol=Rol.OUDER)
    paren: type_paren = {*gekeken.values_list("object_id", "actor_id"), *op_papier_gelezen_for(actor, dossier)}
    termijn = regio_for(actor, dossier.school_id).instellingen["reactietermijn_dagen"]
    return tuple(_aanvulregel(rij, wachten, paren, termijn, at) for rij in rijen)


def aanvullezers_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Inzage, ...]:
    """The offers to those whom an aanvulling waits for.

    Who only reads along or has no gezag is told, and is not waited for; nor is who may no longer read.
    """
    inhoud, op = inhoud_for(actor, dossier, slot), dag(at)
    return tuple(
        rij
        for rij in inzages_for(actor, dossier)
        if Inzagerecht(rij.recht).reageert and krijgt_bericht_for(actor, rij, inhoud, op)
    )


def kan_mee_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Aanvulregel, ...]:
    """What was added and may go to the vo school now, but has not gone yet; also what was added to an older version.

    An aanvulling stays beside the version that it was written for, and travels with every later one.
    """
    return tuple(r for r in aanvulregels_for(actor, dossier, slot, at) if r.stand is Aanvulstand.KAN_MEE)


def late_zienswijzen_for(actor: Actor, overdracht: Overdracht, slot: Slot) -> int:
    """How many zienswijzen parents gave after this was sent: they always travel along, so also afterwards."""
    return sum(tekst.op > overdracht.verstuurd_op for tekst in zienswijzen_for(actor, overdracht.dossier, slot))


def iets_nieuws_for(actor: Actor, overdracht: Overdracht, slot: Slot, at: datetime) -> bool:
    """Is there anything that was added and that the vo school of this transfer does not have yet?"""
    dossier = overdracht.dossier
    mee = [rij.rij.gaat_mee_op for rij in aanvullingen_for(actor, dossier, slot)]
    later = any(op is not None and op > overdracht.verstuurd_op for op in mee)
    kan_mee = kan_mee_for(actor, dossier, slot, at)
    bijlagen = nieuwe_bijlagen_for(actor, overdracht, at)
    return later or bool(kan_mee) or bijlagen or late_zienswijzen_for(actor, overdracht, slot) > 0


_LAS = frozenset({"rapport.bekeken", "kopie.bekeken"})
_NODIG = _LAS | {"versie.gemaakt", "rapport.heropend", "rapport.gezien"}


def _maker(versie: Versie, gebeurtenissen: Sequence[AuditEvent]) -> str:
    gevonden = (g for g in gebeurtenissen if g.wat == "versie.gemaakt" and g.object_id == versie.id)
    return next((Rol(g.rol).label for g in gevonden), "")


def _heropening(versie: Versie, vorige: Versie | None, gebeurtenissen: Sequence[AuditEvent]) -> Heropening | None:
    """The last time that the report was opened again between the version before and this one."""
    sinds = vorige.gemaakt_op if vorige else versie.gemaakt_op
    return _heropening_tussen(gebeurtenissen, sinds, versie.gemaakt_op)


def _heropening_tussen(gebeurtenissen: Iterable[AuditEvent], van: datetime, tot: datetime) -> Heropening | None:
    """The newest `rapport.heropend` after `van` and not after `tot`; events come newest first."""
    for g in gebeurtenissen:
        if g.wat == "rapport.heropend" and van <= g.op <= tot:
            return Heropening(g.op, Heropenreden(g.gegevens["reden"]), Rol(g.rol).label)
    return None


def _lezing(inzage: Inzage, naam: str, versie: Versie, gebeurtenissen: Sequence[AuditEvent]) -> Ouderlezing:
    eigen = [g for g in gebeurtenissen if g.actor_id == inzage.ouder_id and g.object_id == versie.id]
    gelezen = [g.op for g in eigen if g.wat in _LAS]
    # A signature on paper is recorded by a colleague, so it stands at the offer only.
    getekend = [g.op for g in eigen if g.wat == "rapport.gezien"]
    if inzage.gezien_op is not None and inzage.gezien_versie_id == versie.id:
        getekend.append(inzage.gezien_op)
    return Ouderlezing(naam, min(gelezen, default=None), max(getekend, default=None))


def _aanvulregel(
    aanvulling: LeesbareAanvulling,
    wachten: tuple[Inzage, ...],
    paren: type_paren,
    termijn: int,
    at: datetime,
) -> Aanvulregel:
    gelezen = [(aanvulling.rij.id, rij.ouder_id) in paren for rij in wachten]
    stand = aanvulstand(
        gemaakt_op=dag(aanvulling.rij.gemaakt_op),
        gelezen=gelezen,
        termijn_dagen=termijn,
        vandaag=dag(at),
        verstuurd=aanvulling.rij.gaat_mee_op is not None,
        ingetrokken=aanvulling.rij.ingetrokken_op is not None,
    )
    op_papier = tuple(rij for rij, las in zip(wachten, gelezen, strict=True) if rij.wijze == Wijze.PAPIER and not las)
    return Aanvulregel(aanvulling, stand, sum(gelezen), len(wachten), op_papier)
