"""What is known of the inzage: per parent for the school, the own part for a parent?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, cast
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.adviezen.queries import advies_for
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlagen_for, controleer_vertrek_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, nummer_for
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Zienswijze
from overstap.domain.inzages.rules import Controle, Gezaghebbende, Ouderstand, Punt, checklist, gezaghebbenden
from overstap.domain.rapporten.enums import Sectiestaat
from overstap.domain.rapporten.queries import bevries_for, bevroren_for, inhoud_for, versies_for
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.klok import dag
from overstap.foundation.poort import poort
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Tekst:
    """A text of a parent, decrypted: a zienswijze, or a correctieverzoek with its answer."""

    id: UUID
    inzage_id: UUID
    tekst: str
    op: datetime
    naam: str = ""
    besluit: str = ""
    uitleg: str = ""


@dataclass(frozen=True)
class Ouderregel:
    """One parent with gezag, and what happened with the inzage so far."""

    wie: Gezaghebbende
    inzage: Inzage | None
    zienswijzen: int = 0


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


def ouderregels_for(actor: Actor, dossier: Dossier, inhoud: Inhoud) -> tuple[Ouderregel, ...]:
    """Every parent with gezag, with the offer of inzage when there is one."""
    per_ouder = {inzage.verzorger_id: inzage for inzage in inzages_for(actor, dossier)}
    geteld: dict[UUID, int] = {}
    for inzage_id in Zienswijze.objects.filter(dossier=dossier).values_list("inzage_id", flat=True):
        geteld[inzage_id] = geteld.get(inzage_id, 0) + 1
    regels = []
    for wie in gezaghebbenden(inhoud):
        inzage = per_ouder.get(wie.sleutel)
        regels.append(Ouderregel(wie, inzage, geteld.get(inzage.id, 0) if inzage else 0))
    return tuple(regels)


def naam_en_mail_for(actor: Actor, inzage: Inzage, slot: Slot) -> tuple[str, str]:
    """(name, mail address) of the parent of an offer."""
    gegevens = json.loads(slot.ontsleutel(inzage.geheim, f"inzage:{inzage.id}"))
    return gegevens["naam"], gegevens["mail"]


def zienswijzen_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Tekst, ...]:
    """The zienswijzen of a dossier, oldest first: the own ones for a parent, all for a school."""
    rijen = Zienswijze.objects.filter(dossier=dossier).order_by("ingediend_op")
    rijen = rijen.filter(ouder_id=actor.ouder_id) if actor.ouder_id else rijen
    return tuple(_zienswijze(rij, slot) for rij in rijen)


def correcties_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Tekst, ...]:
    """The requests to correct a fact, oldest first: the own ones for a parent, all for the po school."""
    rijen = Correctieverzoek.objects.filter(dossier=dossier).order_by("ingediend_op")
    rijen = rijen.filter(ouder_id=actor.ouder_id) if actor.ouder_id else rijen
    return tuple(_correctie(rij, slot) for rij in rijen)


def checklist_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Punt, ...]:
    """The checklist before definitief, with the facts as they are now."""
    return checklist(_feiten(actor, dossier, slot, dag(at)))


def gewijzigd_na_inzage_for(actor: Actor, dossier: Dossier, slot: Slot) -> bool:
    """Does the report now say something else than the newest version of the parents? Advice and attachments count."""
    versie = versies_for(actor, dossier).first()
    if versie is None:
        return False
    nu = bevries_for(actor, dossier, slot, dag(versie.gemaakt_op))
    return nu.naar_bytes() != bevroren_for(actor, versie, slot).naar_bytes()


def bewijs_van_inzage_for(actor: Actor, dossier: Dossier) -> tuple[date, Sequence[Inzage]] | None:
    """(the day on which the last parent was offered inzage, the offers), or None when nobody was."""
    inzages = list(inzages_for(actor, dossier))
    if not inzages:
        return None
    return max(inzage.aangeboden for inzage in inzages), inzages


class Osokeuring(Protocol):
    """Who knows the OSO standard answers what keeps a file from being made; see `foundation.poort`."""

    def __call__(
        self, inhoud: Inhoud, *, nummer: Persoonsnummer | None, inzage: InzageInOso, datum: date
    ) -> tuple[str, ...]: ...


def osobezwaren_for(actor: Actor, dossier: Dossier, slot: Slot, inhoud: Inhoud, op: date) -> tuple[str, ...]:
    """Sentences about what keeps the OSO file of this content from being made on the day `op`; empty is well.

    Where nobody was offered inzage yet, the file is judged as if that happens on that day.
    """
    keur = cast("Osokeuring", poort("oso.bezwaren"))
    nummer, bewijs = nummer_for(actor, dossier, slot), bewijs_van_inzage_for(actor, dossier)
    return keur(
        inhoud.geldend(),
        nummer=Persoonsnummer(Nummersoort(nummer[0]), nummer[1]) if nummer else None,
        inzage=InzageInOso(datum=bewijs[0] if bewijs else op),
        datum=op,
    )


def reageren_tot_for(actor: Actor, dossier: Dossier, inzage: Inzage) -> date:
    """The last day of the reaction term of the region, counted from the offer to this parent."""
    return inzage.aangeboden + timedelta(days=regio_for(actor, dossier.school_id).instellingen["reactietermijn_dagen"])


def _feiten(actor: Actor, dossier: Dossier, slot: Slot, vandaag: date) -> Controle:
    inhoud = inhoud_for(actor, dossier, slot)
    instellingen = regio_for(actor, dossier.school_id).instellingen
    advies = advies_for(actor, dossier)
    bijlagen = list(bijlagen_for(actor, dossier))
    return Controle(
        ontbrekend=[s.titel for s in volledigheid_rapport(inhoud).secties if s.staat is not Sectiestaat.KLAAR],
        advies_definitief=advies is not None and bool(advies.definitief),
        ouders=[_ouderstand(regel) for regel in ouderregels_for(actor, dossier, inhoud)],
        open_correcties=Correctieverzoek.objects.filter(dossier=dossier, besluit="").count(),
        gewijzigd_na_inzage=gewijzigd_na_inzage_for(actor, dossier, slot),
        bijlagen=len(bijlagen),
        bijlagen_mee=sum(bijlage.vrijgegeven for bijlage in bijlagen),
        reactietermijn=instellingen["reactietermijn_dagen"],
        vandaag=vandaag,
        deadline=kalender_uit_instellingen(instellingen, dossier.schooljaar).definitief,
        opmerkingen=controleer_waarden(inhoud, vandaag),
        bijlagen_bezwaar=_bezwaar(actor, [bijlage for bijlage in bijlagen if bijlage.vrijgegeven]),
    )


def _bezwaar(actor: Actor, mee: Sequence[Bijlage]) -> str:
    try:
        controleer_vertrek_for(actor, mee)
    except VertrekGeweigerd as fout:
        return fout.zin
    return ""


def _ouderstand(regel: Ouderregel) -> Ouderstand:
    inzage = regel.inzage
    if inzage is None:
        return Ouderstand(regel.wie.naam, None, False)
    beantwoord = inzage.gezien_op is not None or bool(inzage.akkoord) or regel.zienswijzen > 0
    return Ouderstand(regel.wie.naam, inzage.aangeboden, beantwoord)


def _zienswijze(rij: Zienswijze, slot: Slot) -> Tekst:
    gegevens = json.loads(slot.ontsleutel(rij.geheim, f"zienswijze:{rij.id}"))
    return Tekst(rij.id, rij.inzage_id, gegevens["tekst"], rij.ingediend_op, gegevens["naam"])


def _correctie(rij: Correctieverzoek, slot: Slot) -> Tekst:
    gegevens = json.loads(slot.ontsleutel(rij.geheim, f"correctie:{rij.id}"))
    uitleg = slot.ontsleutel(rij.geheime_uitleg, f"uitleg:{rij.id}").decode() if rij.geheime_uitleg else ""
    return Tekst(rij.id, rij.inzage_id, gegevens["tekst"], rij.ingediend_op, gegevens["naam"], rij.besluit, uitleg)
