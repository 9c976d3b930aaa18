"""Which acts let a program act for an organisation, give it a key, and end that?"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.koppelingen.actions.webhooks import sluit_webhook
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.models import Koppeling, Toegangssleutel
from overstap.domain.koppelingen.queries import koppeling_for, koppelingen_for, sleutel_for, sleutels_for
from overstap.domain.koppelingen.rules import (
    GEBRUIK_PER,
    GEHEIM_BYTES,
    KOPPELINGEN_HOOGSTENS,
    SLEUTELS_HOOGSTENS,
    KoppelingGeweigerd,
    Sleuteldelen,
    controleer_koppeling,
    loopt,
    schrijf_sleutel,
    vingerafdruk,
)
from overstap.domain.scholen.actions import controleer_geen_oefening
from overstap.domain.scholen.models import Organisatie
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def maak_koppeling(*, naam: str, bereik: Iterable[Bereik], tot: date, by: Actor, at: datetime) -> UUID:
    """Let a program act for the own organisation; it has no key yet. Raises `KoppelingGeweigerd`."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    controleer_geen_oefening(by=by, at=at)
    organisatie = Organisatie.objects.select_for_update().get(id=by.werkt_bij)
    gekozen = sorted({een.value for een in bereik})
    controleer_koppeling(organisatie.soort, (Bereik(een) for een in gekozen), tot, dag(at))
    if koppelingen_for(by).count() >= KOPPELINGEN_HOOGSTENS:
        raise KoppelingGeweigerd(f"Er zijn al {KOPPELINGEN_HOOGSTENS} koppelingen. Beëindig er eerst een.")
    koppeling = Koppeling.objects.create(
        organisatie_id=organisatie.id, naam=naam.strip(), bereik=gekozen, tot=tot, gemaakt_op=at,
        gemaakt_door_id=by.persoon_id,
    )  # fmt: skip
    record("koppeling.gemaakt", by=by, at=at, object_id=koppeling.id, bereik=gekozen, tot=tot.isoformat())
    return koppeling.id


def geef_sleutel(*, koppeling_id: UUID, by: Actor, at: datetime, geheim: bytes | None = None) -> str:
    """Make a key for a koppeling and return it; nobody can read it again. Two work at once, to change between them.

    A demo names the `geheim`, so that it can be printed at every start. Raises `KoppelingGeweigerd`.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    if not loopt(tot=koppeling.tot, beeindigd_op=koppeling.beeindigd_op, at=at):
        raise KoppelingGeweigerd("De laatste dag van deze koppeling is voorbij. Maak een nieuwe koppeling.")
    if sleutels_for(by, koppeling).count() >= SLEUTELS_HOOGSTENS:
        raise KoppelingGeweigerd("Er werken al twee sleutels. Trek eerst de oude in.")
    delen = Sleuteldelen(by.werkt_bij, uuid4(), geheim or secrets.token_bytes(GEHEIM_BYTES))
    Toegangssleutel.objects.create(
        id=delen.sleutel_id, organisatie_id=delen.organisatie_id, koppeling_id=koppeling.id, hash=vingerafdruk(delen),
        gemaakt_op=at, gemaakt_door_id=by.persoon_id,
    )  # fmt: skip
    record("koppeling.sleutel_gegeven", by=by, at=at, object_id=koppeling.id, sleutel=str(delen.sleutel_id))
    return schrijf_sleutel(delen)


def trek_sleutel_in(*, koppeling_id: UUID, sleutel_id: UUID, by: Actor, at: datetime) -> None:
    """End a key at once."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    sleutel = sleutel_for(by, koppeling, sleutel_id)
    sleutel.ingetrokken_op = at
    sleutel.save(update_fields=["ingetrokken_op"])
    record("koppeling.sleutel_ingetrokken", by=by, at=at, object_id=koppeling.id, sleutel=str(sleutel_id))


def beeindig_koppeling(*, koppeling_id: UUID, by: Actor, at: datetime) -> None:
    """End a program, and all its keys, at once."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    sleutels_for(by, koppeling).update(ingetrokken_op=at)
    sluit_webhook(koppeling=koppeling, by=by, at=at)
    koppeling.beeindigd_op = at
    koppeling.save(update_fields=["beeindigd_op"])
    record("koppeling.beeindigd", by=by, at=at, object_id=koppeling.id)


def noteer_gebruik(*, sleutel: Toegangssleutel, by: Actor, at: datetime) -> None:
    """Remember that a key was used, to a few minutes."""
    if sleutel.gebruikt_op is None or at - sleutel.gebruikt_op >= GEBRUIK_PER:
        Toegangssleutel.objects.filter(id=sleutel.id).update(gebruikt_op=at)


def noteer_opgevraagd(*, lijst: str, aantal: int, by: Actor, at: datetime) -> None:
    """Write down that a program read a list, and how long it was; `lijst` is its name."""
    record("koppeling.opgevraagd", by=by, at=at, object_id=by.id, lijst=lijst, aantal=aantal)
