"""Which acts note what a school elsewhere offers over the line (OSO), fetch it, and choose about it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.importen.actions import bewaar_upload, neem_upload_in, weiger
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import uploads_for
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.zorgroutes.enums import TAAK_HALEN, TAAK_ZORG_AFMELDEN, Aanbodstand, Routesoort, Routestaat
from overstap.domain.zorgroutes.models import Zaak, Zorgaanbod
from overstap.domain.zorgroutes.models.lijn import koppelhash
from overstap.domain.zorgroutes.queries import inrichting_for
from overstap.domain.zorgroutes.queries.aanbod import (
    aanbiedingen_for,
    aanbod_for,
    aanbod_met_for,
    behandelaar_for,
    stand_for,
)
from overstap.domain.zorgroutes.rules.aanbod import (
    AANBIEDINGEN_HOOGSTENS,
    bewaren_zonder_besluit,
    controleer_keuze,
    controleer_ophalen,
    vervalt,
    voor_zaak,
)
from overstap.domain.zorgroutes.snapshot import Voorbereiding, Zorgformulier
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel


def noteer_aanbod(
    *, koppelsleutel: str, bron_brin: str, kenmerk: str, aanleverpunt: str, oin: str, by: Actor, at: datetime
) -> bool:
    """Keep that the system of a school told us of a zorgaanmelding; nobody fetched it yet.

    Told again it is the same one. False when there is nothing to keep, or too much waits already.
    """
    if not koppelsleutel.strip():
        return False
    if aanbod_met_for(by, koppelsleutel) is not None:
        return True
    if aanbiedingen_for(by).filter(stand=Aanbodstand.GEMELD).count() >= AANBIEDINGEN_HOOGSTENS:
        return False
    aanbod_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    Zorgaanbod(
        id=aanbod_id,
        swv_id=by.werkt_bij,
        sleutel_id=sleutel_id,
        geheim=Slot(sleutel_id).versleutel(koppelsleutel.encode(), f"aanbod:{aanbod_id}"),
        zoekhash=koppelhash(by.werkt_bij, koppelsleutel),
        bron_brin=bron_brin,
        kenmerk=kenmerk,
        aanleverpunt=aanleverpunt,
        gemeld_op=at,
        vervalt_op=vervalt(at),
    ).save(force_insert=True)
    record(
        "aanbod.gemeld", by=by, at=at, object_id=aanbod_id, bron_brin=bron_brin, kenmerk=kenmerk,
        aanleverpunt=aanleverpunt, oin=oin,
    )  # fmt: skip
    defer("zorg.mail_aanbod", aanbod_id=aanbod_id, organisatie_id=by.werkt_bij)
    return True


def haal_aanbod_op(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Somebody fetches it; the worker does the exchange. Raises `ZorgrouteGeweigerd` when that cannot be now."""
    by.require(Recht.ZORGAANMELDING_BEHANDELEN)
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    controleer_ophalen(stand_for(by, aanbod, at))
    aanbod.stand, aanbod.gevraagd_op, aanbod.gevraagd_door = Aanbodstand.ONDERWEG, at, by.persoon_id
    aanbod.upload_id = None
    aanbod.save(update_fields=["stand", "gevraagd_op", "gevraagd_door", "upload_id"])
    record("aanbod.gevraagd", by=by, at=at, object_id=aanbod_id)
    defer(TAAK_HALEN, aanbod_id=aanbod_id, organisatie_id=by.werkt_bij)


def leg_halen_vast(
    *,
    aanbod_id: UUID,
    code: str,
    uitkomst: str,
    sessie: str,
    stukken: Iterable[bytes],
    afmelding: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Write down what came of fetching. Of `stukken`, when there are any, comes a file that waits for a decision.

    The file is of the person who asked; who handles no cases any more gets nothing. `afmelding` is what must still be
    said to the Traffic Center when it was away; the koppelsleutel stands in it, so it is kept as that is.
    """
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    if aanbod.stand != Aanbodstand.ONDERWEG or aanbod.gevraagd_door is None:
        return
    wie, delen = behandelaar_for(by, aanbod.gevraagd_door), iter(stukken)
    aanbod.code, aanbod.uitkomst, aanbod.sessie, aanbod.beantwoord_op = code[:80], uitkomst, sessie, at
    aanbod.stand = Aanbodstand.NIET_GELUKT
    if wie is not None and (eerste := next(delen, b"")):
        heel = chain([eerste], delen)
        aanbod.upload_id = bewaar_upload(stukken=heel, herkomst=Ontvangstherkomst.ZORG, by=wie, at=at)
        aanbod.stand = Aanbodstand.OPGEHAALD
    if afmelding:
        aanbod.afmelding = Slot(aanbod.sleutel_id).versleutel(afmelding.encode(), f"afmelding:{aanbod.id}")
    aanbod.save(update_fields=["code", "uitkomst", "sessie", "beantwoord_op", "stand", "upload_id", "afmelding"])
    if afmelding:
        defer(TAAK_ZORG_AFMELDEN, aanbod_id=aanbod_id, organisatie_id=by.werkt_bij)
    record(
        "aanbod.beantwoord", by=wie or by, at=at, object_id=aanbod_id, code=aanbod.code, sessie=sessie,
        bron_brin=aanbod.bron_brin, kenmerk=aanbod.kenmerk, aanleverpunt=aanbod.aanleverpunt, stand=aanbod.stand,
    )  # fmt: skip


def leg_zorgafmelding_vast(*, aanbod_id: UUID, sessie: str, by: Actor, at: datetime) -> None:
    """Write down that the Traffic Center heard after all how fetching in this `sessie` went."""
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    aanbod.afmelding = None
    aanbod.save(update_fields=["afmelding"])
    record("aanbod.afgemeld", by=by, at=at, object_id=aanbod_id, sessie=sessie)


def neem_aanbod_aan(*, aanbod_id: UUID, soort: Routesoort, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    """Make a case of what was fetched: `gelezen` is the file that waits. It has the id of what was offered.

    Raises `ZorgrouteGeweigerd`, and `ImportGeweigerd` when this file may not be taken in; it then stays waiting.
    """
    by.require(Recht.ZORGAANMELDING_BEHANDELEN)
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    controleer_keuze(stand_for(by, aanbod, at))
    assert aanbod.upload_id is not None
    gelezen = voor_zaak(gelezen)
    with transaction.atomic():
        aanbod.ontvangst_id = neem_upload_in(
            upload_id=aanbod.upload_id, gelezen=gelezen, by=by, at=at, bewaren=bewaren_zonder_besluit(dag(at))
        )
        _maak_zaak(aanbod, _formulier(gelezen, soort, at), by, at)
        aanbod.stand, aanbod.upload_id, aanbod.vervalt_op = Aanbodstand.AANGENOMEN, None, None
        aanbod.soort, aanbod.staat = soort, Routestaat.AANGEMELD
        aanbod.besloten_op, aanbod.besloten_door = at, by.persoon_id
        aanbod.save(
            update_fields=[
                "stand", "upload_id", "vervalt_op", "soort", "staat", "ontvangst_id", "besloten_op", "besloten_door",
                "afspraken",
            ]
        )  # fmt: skip
        record("aanbod.aangenomen", by=by, at=at, object_id=aanbod_id, soort=soort.value)


def weiger_aanbod(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Choose not to handle it; what was fetched is thrown away. The school hears so of a person."""
    by.require(Recht.ZORGAANMELDING_BEHANDELEN)
    aanbod = aanbod_for(by, aanbod_id, vergrendel=True)
    controleer_keuze(stand_for(by, aanbod, at), zonder_bestand=True)
    if aanbod.upload_id is not None and uploads_for(by, at).filter(id=aanbod.upload_id).exists():
        weiger(upload_id=aanbod.upload_id, by=by, at=at)
    aanbod.stand, aanbod.upload_id = Aanbodstand.GEWEIGERD, None
    aanbod.besloten_op, aanbod.besloten_door = at, by.persoon_id
    aanbod.save(update_fields=["stand", "upload_id", "besloten_op", "besloten_door"])
    record("aanbod.geweigerd", by=by, at=at, object_id=aanbod_id)


def ruim_aanbod_op(*, by: Actor, at: datetime) -> int:
    """Clear away what was offered to the actor's samenwerkingsverband and never became a case; returns how many."""
    verlopen = list(aanbiedingen_for(by).filter(vervalt_op__lte=at))
    for aanbod in verlopen:
        Zorgaanbod.objects.filter(id=aanbod.id).delete()
        transaction.on_commit(partial(vernietig_sleutel, aanbod.sleutel_id, at=at))
        record("aanbod.verlopen", by=by, at=at, object_id=aanbod.id)
    return len(verlopen)


def _maak_zaak(aanbod: Zorgaanbod, formulier: Zorgformulier, by: Actor, at: datetime) -> None:
    inrichting = inrichting_for(by, aanbod.swv_id).route(formulier.soort)
    aanbod.afspraken = inrichting.afspraken
    Zaak(
        route_id=aanbod.id,
        swv_id=aanbod.swv_id,
        sleutel_id=aanbod.sleutel_id,
        geheim=Slot(aanbod.sleutel_id).versleutel(formulier.naar_bytes(), f"zaak:{aanbod.id}"),
        vingerafdruk=formulier.vingerafdruk(),
        ontvangen_op=at,
        uiterlijk_op=dag(at) + timedelta(weeks=inrichting.weken),
    ).save(force_insert=True)


def _formulier(gelezen: Gelezen, soort: Routesoort, at: datetime) -> Zorgformulier:
    """What of the file stands in the case; what a school fills in here beside its report, no file says."""
    laatste: dict[str, Any] = max(
        gelezen.inhoud.get("schoolloopbaan") or ({},), key=lambda jaar: jaar.get("schooljaar", "")
    )
    return Zorgformulier(
        soort=soort,
        schooljaar=gelezen.schooljaar or schooljaar_van(dag(at)),
        groep=laatste.get("groepsnaam") or laatste.get("groepscode") or "",
        school=(gelezen.inhoud.get("school") or {}).get("naam", ""),
        vo_school="",
        rapport=gelezen.inhoud,
        voorbereiding=Voorbereiding(),
        stukken=(),
        op=gelezen.datum or dag(at),
    )
