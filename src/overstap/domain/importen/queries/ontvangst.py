"""What did a vo school take in itself, from outside the region, and what would a waiting file do?"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.bijlagen.rules import plek_van_bestand
from overstap.domain.bijlagen.snapshot import Bron
from overstap.domain.importen.models import Ontvangst, Ontvangstbijlage
from overstap.domain.importen.queries.upload import ontvangstrecht
from overstap.domain.importen.rules import Beeld, ImportGeweigerd, Wijziging, controleer_ontvangst, vergelijk
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import brins_for, fusies_for, organisaties_for, regio_for
from overstap.domain.scholen.rules.fusies import opvolgers, voorgangers
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot, zoekhash


def ontvangsten_for(actor: Actor, naam: str = "") -> QuerySet[Ontvangst]:
    """What the actor's organisation took in, newest first, for a pupil whose name holds `naam`."""
    zien = Recht.ZORGAANMELDING_BEKIJKEN
    actor.require(zien if actor.mag(zien) else ontvangstrecht(actor))
    rijen = Ontvangst.objects.filter(school_id=actor.organisatie_id)
    for woord in sorteernaam("", "", naam).split():
        rijen = rijen.filter(sorteernaam__contains=woord)
    return rijen.order_by("-ontvangen_op", "sorteernaam")


def ontvangst_for(actor: Actor, ontvangst_id: UUID) -> Ontvangst:
    """One of them; raises `NietGevonden`."""
    actor.require(ontvangstrecht(actor))
    rij = ontvangsten_for(actor).filter(id=ontvangst_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def ontvangstbeeld_for(actor: Actor, ontvangst: Ontvangst) -> Beeld:
    """Everything that came in with it, and what stayed out with the reason."""
    del actor
    ruw = Slot(ontvangst.sleutel_id).ontsleutel(ontvangst.geheim, f"ontvangst:{ontvangst.id}")
    return Beeld.uit_bytes(zlib.decompress(ruw))


@dataclass(frozen=True)
class Inname:
    """What taking a file in would do: it takes the place of `vorige`, or there is a `bezwaar`, a sentence.

    `uit_regio` is the name of the school that made it, when that school sends by Overstap itself.
    """

    vorige: Ontvangst | None
    wijzigingen: tuple[Wijziging, ...] = ()
    bezwaar: str = ""
    uit_regio: str = ""


def inname_for(actor: Actor, gelezen: Gelezen) -> Inname:
    """Is there an older file of this pupil, what changes against it, and is there something in the way?"""
    try:
        controleer_ontvangst(gelezen)
    except ImportGeweigerd as reden:
        return Inname(None, bezwaar=reden.zin)
    vorige = zelfde_ontvangsten_for(actor, gelezen).first()
    wijzigingen = vergelijk(ontvangstbeeld_for(actor, vorige).inhoud, gelezen.inhoud) if vorige else ()
    brin = (gelezen.inhoud.get("school") or {}).get("brincode", "")
    return Inname(vorige, wijzigingen, uit_regio=school_in_regio_for(actor, brin))


def school_in_regio_for(actor: Actor, brin: str) -> str:
    """The name of the basisschool with this BRIN, when it is of the region of the actor's school; else empty."""
    if not brin:
        return ""
    rijen = organisaties_for(actor, Organisatiesoort.PO).filter(regio=regio_for(actor, actor.werkt_bij))
    return rijen.filter(brin__in=brins_for(actor, brin)).values_list("naam", flat=True).first() or ""


def brins_in_regio_for(actor: Actor) -> frozenset[str]:
    """Every BRIN by which a file may name a basisschool of the region of the actor's school, also after a merger."""
    hier = organisaties_for(actor, Organisatiesoort.PO).filter(regio=regio_for(actor, actor.werkt_bij))
    fusies = fusies_for(actor)
    return voorgangers(opvolgers(hier.values_list("brin", flat=True), fusies), fusies)


def zelfde_ontvangsten_for(actor: Actor, gelezen: Gelezen) -> QuerySet[Ontvangst]:
    """What this vo school has of the same pupil, by number and birth date, never by name."""
    zoek = ontvangsthash_for(actor, gelezen)
    rijen = ontvangsten_for(actor)
    return rijen.filter(zoekhash=zoek) if zoek else rijen.none()


def ontvangsthash_for(actor: Actor, gelezen: Gelezen) -> bytes | None:
    """The keyed hash by which a pupil is known again; None for one without a number or a birth date."""
    geboren: date | None = gelezen.inhoud.get("geboortedatum")
    if gelezen.nummer is None or geboren is None:
        return None
    return zoekhash(actor.werkt_bij, f"{gelezen.nummer.waarde}|{geboren.isoformat()}")


@dataclass(frozen=True)
class LeesbareOntvangstbijlage:
    """An attachment with its name decrypted."""

    rij: Ontvangstbijlage
    bestandsnaam: str
    omschrijving: str


def ontvangstbijlagen_for(actor: Actor, ontvangst: Ontvangst) -> tuple[LeesbareOntvangstbijlage, ...]:
    """The attachments that were kept with it, with their names."""
    del actor
    slot = Slot(ontvangst.sleutel_id)
    rijen = Ontvangstbijlage.objects.filter(ontvangst=ontvangst).order_by("plek", "sleutel")
    return tuple(LeesbareOntvangstbijlage(rij, *_namen(rij, slot)) for rij in rijen)


def ontvangstbijlage_for(actor: Actor, ontvangst: Ontvangst, bijlage_id: UUID) -> Ontvangstbijlage:
    """One of them; raises `NietGevonden`."""
    del actor
    rij = Ontvangstbijlage.objects.filter(ontvangst=ontvangst, id=bijlage_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def open_ontvangstbijlage_for(actor: Actor, ontvangst: Ontvangst, rij: Ontvangstbijlage) -> opslag.Lezer:
    """Its content, opened here. Raises `VertrekGeweigerd` with a sentence while it may not leave us."""
    controleer_vertrek_for(actor, [rij])
    return opslag.lezer(rij.bestand_id, Slot(ontvangst.sleutel_id), plek_van_bestand(rij.bestand_id))


def te_keuren_ontvangstbijlagen_for(actor: Actor) -> QuerySet[Ontvangstbijlage]:
    """Those of the actor's vo school that no scanner has looked at yet."""
    wacht = [Scanstaat.WORDT_GECONTROLEERD, Scanstaat.NIET_GESCAND]
    rijen = Ontvangstbijlage.objects.filter(school_id=actor.organisatie_id, scan__in=wacht)
    return rijen.select_related("ontvangst").order_by("ontvangst__ontvangen_op")


def te_herscannen_ontvangstbijlagen_for(actor: Actor, met: str) -> QuerySet[Ontvangstbijlage]:
    """Those of the actor's vo school that were scanned with other signatures than `met`, the longest ago first."""
    rijen = Ontvangstbijlage.objects.filter(school_id=actor.organisatie_id, scan=Scanstaat.VEILIG)
    return rijen.exclude(gescand_met=met).select_related("ontvangst").order_by("gescand_op")


def ontvangstbron_for(actor: Actor, rij: Ontvangstbijlage) -> Bron:
    """The attachment as a value whose bytes are read when needed, piece by piece: for its check."""
    del actor
    slot = Slot(rij.ontvangst.sleutel_id)
    naam, omschrijving = _namen(rij, slot)
    lezer = partial(opslag.lezer, rij.bestand_id, slot, plek_van_bestand(rij.bestand_id))
    return Bron(rij.sleutel, rij.plek, naam, omschrijving, rij.mime, rij.omvang, lezer)


def _namen(rij: Ontvangstbijlage, slot: Slot) -> tuple[str, str]:
    namen = json.loads(slot.ontsleutel(rij.geheime_naam, f"ontvangstbijlage:{rij.id}"))
    return namen["bestandsnaam"], namen["omschrijving"]
