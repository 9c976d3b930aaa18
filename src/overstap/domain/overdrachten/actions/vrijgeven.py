"""Which acts of the basisschool give the parents a code, and open a report to the school that applies the pupil?"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.adviezen.queries import advies_for
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, nummer_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.gebruikers.rules import ALFABET
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.overdrachten.actions.versturen import controleer_vertrek, stuur
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.models import Aanmelding, UniekeCode, Vrijgave, kenmerkhash, uniekehash
from overstap.domain.overdrachten.queries import (
    aanmeldingen_for,
    definitieve_versie_for,
    gevraagd_for,
    unieke_codes_for,
    vrijgaven_for,
)
from overstap.domain.overdrachten.rules import Leerlinggegevens, code_uit
from overstap.domain.overdrachten.rules.aanmelden import WILLEKEURIG
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import bevroren_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def geef_unieke_code(*, dossier_id: UUID, by: Actor, at: datetime, nieuw: bool = False) -> UUID:
    """Make the code of the adviesformulier; harmless when there is one, unless a `nieuw` one must take its place.

    Raises `OverdrachtGeweigerd` before the definitive advice. Returns the code's row.
    """
    by.require(Recht.ADVIESFORMULIER_GEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    advies = advies_for(by, dossier)
    if advies is None or not advies.definitief:
        raise OverdrachtGeweigerd("Geef eerst het definitieve advies. Daarna kunt u het adviesformulier maken.")
    bestaat = unieke_codes_for(by, dossier).first()
    if bestaat is not None:
        if not nieuw:
            return bestaat.id
        _trek_code_in(bestaat, by, at)
    code_id, code = uuid4(), code_uit([secrets.randbelow(len(ALFABET)) for _ in range(WILLEKEURIG)])
    UniekeCode.objects.create(
        id=code_id,
        dossier=dossier,
        school_id=dossier.school_id,
        codehash=uniekehash(code),
        geheim=slot_for(by, dossier).versleutel(code.encode(), f"uniekecode:{code_id}"),
        gemaakt_op=at,
        gemaakt_door=by.persoon_id,
    )
    record("unieke_code.vernieuwd" if bestaat else "unieke_code.gemaakt", by=by, at=at, dossier_id=dossier.id)
    return code_id


def trek_unieke_code_in(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """The code opens nothing any more, from this moment. Who opened the report with it keeps what was sent."""
    by.require(Recht.ADVIESFORMULIER_GEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    code = unieke_codes_for(by, dossier).first()
    if code is None:
        raise NietGevonden
    _trek_code_in(code, by, at)
    record("unieke_code.ingetrokken", by=by, at=at, dossier_id=dossier.id)


def geef_vrij(*, dossier_id: UUID, by: Actor, at: datetime) -> int:
    """Open the newest definitive version to the vo school that applies the pupil; harmless when it is open.

    A later version is not open by this: that asks a new vrijgave. It also asks everything that sending asks, so that
    it does not fail when a vo school stands at the counter with the parents. Returns to how many schools that gave the
    code already it was sent at once. Raises `OverdrachtGeweigerd`.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    # It lets other schools record an aanmelding, which a guest may not.
    by.require(Recht.AANMELDING_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    versie = definitieve_versie_for(by, dossier)
    if versie is None or dossier.staat not in BEVROREN:
        raise OverdrachtGeweigerd("Maak het rapport eerst definitief. Daarna kunt u het vrijgeven.")
    bestaat = vrijgaven_for(by, dossier).first()
    if bestaat is not None:
        if bestaat.versie_id == versie.id:
            return 0
        _trek_vrijgave_in(bestaat, by, at)
    controleer_vertrek(dossier=dossier, versie=versie, by=by, at=at)
    Vrijgave.objects.create(
        dossier=dossier,
        school_id=dossier.school_id,
        versie=versie,
        kenmerkhash=_kenmerkhash(dossier, versie, by),
        vrijgegeven_op=at,
        vrijgegeven_door=by.persoon_id,
    )
    record("overdracht.vrijgegeven", by=by, at=at, dossier_id=dossier.id, versie=str(versie.id))
    return _stuur_wie_wacht(dossier, by, at)


def trek_vrijgave_in(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Close the report to vo schools that come from now on; what was sent stays there until it is taken back."""
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    vrijgave = vrijgaven_for(by, dossier).first()
    if vrijgave is None:
        raise NietGevonden
    _trek_vrijgave_in(vrijgave, by, at)
    record("overdracht.niet_meer_vrijgegeven", by=by, at=at, dossier_id=dossier.id)


def _kenmerkhash(dossier: Dossier, versie: Versie, by: Actor) -> bytes | None:
    """That of the pupil of a version; None for one without a number, or without a birth date."""
    slot = slot_for(by, dossier)
    nummer, inhoud = nummer_for(by, dossier, slot), bevroren_for(by, versie, slot).inhoud
    geboren = inhoud.get("geboortedatum")
    if nummer is None or geboren is None:
        return None
    achternaam = str(inhoud.get("achternaam") or dossier.leerling.achternaam)
    return kenmerkhash(Leerlinggegevens(dossier.school.brin, nummer[1], geboren, achternaam))


def _stuur_wie_wacht(dossier: Dossier, by: Actor, at: datetime) -> int:
    """Send to the schools that gave the code before the report was open; their aanmelding is of that day.

    Where nobody can receive it now, the school stays in the list of who waits.
    """
    aantal = 0
    for vraag in gevraagd_for(by, dossier):
        with suppress(OverdrachtGeweigerd), transaction.atomic():
            aanmelding = neem_aanmelding_op(
                dossier=dossier, ontvanger_id=vraag.ontvanger_id, wijze=vraag.wijze, door=vraag.door,
                op=vraag.op, by=by, at=at,
            )  # fmt: skip
            stuur(dossier=dossier, aanmelding=aanmelding, door=by.persoon_id, by=by, at=at)
            aantal += 1
    if aantal:
        licht_ouders_in(dossier=dossier, by=by, at=at)
    return aantal


def neem_aanmelding_op(
    *,
    dossier: Dossier,
    ontvanger_id: UUID,
    wijze: Aanmeldwijze,
    door: UUID,
    op: datetime,
    by: Actor,
    at: datetime,
) -> Aanmelding:
    """The aanmelding that a vo school told, or the one that was there; the caller locked the dossier."""
    bestaat = aanmeldingen_for(by, dossier).filter(ontvanger_id=ontvanger_id).first()
    if bestaat is not None:
        return bestaat
    Aanmelding.objects.create(
        dossier=dossier, school_id=dossier.school_id, ontvanger_id=ontvanger_id, aangemeld_op=dag(op), wijze=wijze,
        vastgelegd_op=at, vastgelegd_door=door,
    )  # fmt: skip
    # Asked anew, with its vo school beside it.
    return aanmeldingen_for(by, dossier).get(ontvanger_id=ontvanger_id)


def _trek_code_in(code: UniekeCode, by: Actor, at: datetime) -> None:
    code.ingetrokken_op, code.ingetrokken_door = at, by.persoon_id
    code.save(update_fields=["ingetrokken_op", "ingetrokken_door"])


def _trek_vrijgave_in(vrijgave: Vrijgave, by: Actor, at: datetime) -> None:
    vrijgave.ingetrokken_op, vrijgave.ingetrokken_door = at, by.persoon_id
    vrijgave.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
