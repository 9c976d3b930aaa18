"""Which acts make one ZIP of many reports, hand it over once, and leave nothing of it behind?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.dossiers.queries import controleer_onbeperkt_for
from overstap.domain.dossiers.rules import GROND_PO, GROND_VO
from overstap.domain.overdrachten.actions.ontvangen import haal_op
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.domain.overdrachten.models import Bundel
from overstap.domain.overdrachten.queries.bundels import (
    Meegave,
    bundel_for,
    bundels_for,
    meegaven_for,
    meenemer,
    open_bundel_for,
)
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel

BEWAARTIJD = timedelta(hours=24)
MEESTE = 400
# So that nobody fills the store by pressing a button.
TEGELIJK = 10


def vraag_bundel(*, soort: Bundelsoort, van: Iterable[UUID], by: Actor, at: datetime) -> UUID:
    """Ask the worker for one ZIP with the reports of these pupils. Returns its id.

    `van` are overdrachten for a vo school and dossiers for a po school. Raises `OverdrachtGeweigerd`.
    """
    by.require(meenemer(by))
    gevraagd = list(dict.fromkeys(van))
    if not gevraagd:
        raise OverdrachtGeweigerd("Kies eerst een of meer leerlingen.")
    if len(gevraagd) > MEESTE:
        raise OverdrachtGeweigerd(f"Kies hoogstens {MEESTE} leerlingen tegelijk. Maak er anders twee bestanden van.")
    if bundels_for(by, at).count() >= TEGELIJK:
        raise OverdrachtGeweigerd("Er staan al tien ZIP-bestanden klaar. Haal die eerst op of gooi ze weg.")
    mag = {meegave.id for meegave in meegaven_for(by, gevraagd)}
    if len(mag) < len(gevraagd):
        raise OverdrachtGeweigerd(
            "Van een of meer leerlingen kunt u het rapport nu niet meenemen. Ververs de pagina en kies opnieuw."
        )
    bundel_id = uuid4()
    Bundel.objects.create(
        id=bundel_id, school_id=by.werkt_bij, soort=soort, van=gevraagd, sleutel_id=maak_sleutel(at=at),
        gevraagd_op=at, gevraagd_door=by.persoon_id, vervalt_op=at + BEWAARTIJD,
    )  # fmt: skip
    record("bundel.gevraagd", by=by, at=at, object_id=bundel_id, soort=soort.value, aantal=len(gevraagd))
    defer("bundel.maken", bundel_id=bundel_id, organisatie_id=by.werkt_bij)
    return bundel_id


def bewaar_bundel(*, bundel: Bundel, stukken: Iterable[bytes], over: list[str], by: Actor, at: datetime) -> None:
    """Keep the ZIP, encrypted under its own key. `over` fills while it is made, with who could not come along.

    Nothing is kept when it was thrown away meanwhile, or when another worker was first.
    """
    bestand_id = uuid4()
    with opslag.schrijver(bestand_id, Slot(bundel.sleutel_id), f"bundel:{bestand_id}") as uit:
        for stuk in stukken:
            uit.write(stuk)
    # Only now, so that nobody who throws it away waits for the worker: who was first is right.
    nog = Bundel.objects.select_for_update().filter(id=bundel.id, bestand_id=None).first()
    if nog is None:
        opslag.verwijder(bestand_id)
        return
    aantal = len(over)
    nog.bestand_id, nog.omvang = bestand_id, uit.omvang
    nog.bezwaar = _BEZWAAR.format(aantal=aantal) if aantal else ""
    nog.save(update_fields=["bestand_id", "omvang", "bezwaar"])
    record("bundel.gemaakt", by=by, at=at, object_id=nog.id, aantal=len(nog.van) - aantal)


_BEZWAAR = "Van {aantal} van de gekozen leerlingen was een bestand nog niet klaar. Zij zitten er niet in."


def haal_bundel_op(*, bundel_id: UUID, by: Actor, at: datetime) -> opslag.Lezer:
    """Hand the ZIP over, once; for every pupil in it stands in the log who took it, of which version, on which ground.

    Raises `OverdrachtGeweigerd` while it is not ready, and when the report of somebody in it, or an attachment, was
    taken back meanwhile: then it can only be thrown away and made anew.
    """
    by.require(meenemer(by))
    bundel = bundel_for(by, bundel_id, at, vergrendel=True)
    lezer = open_bundel_for(by, bundel)
    if lezer is None:
        raise OverdrachtGeweigerd("Het ZIP-bestand wordt nog gemaakt. Probeer het over een minuut opnieuw.")
    meegaven = meegaven_for(by, bundel.van)
    for meegave in meegaven:
        controleer_onbeperkt_for(by, meegave.dossier)
    if len(meegaven) < len(bundel.van):
        raise OverdrachtGeweigerd(
            "Een rapport in dit ZIP-bestand is intussen teruggetrokken of heropend. Gooi het weg en maak een nieuw."
        )
    if any(meegave.tegengehouden_sinds(bundel.gevraagd_op) for meegave in meegaven):
        raise OverdrachtGeweigerd(
            "Een bijlage in dit ZIP-bestand mag intussen niet meer mee. Gooi het weg en maak een nieuw."
        )
    for meegave in meegaven:
        _noteer(meegave, Bundelsoort(bundel.soort), by, at)
    _ruim_op(bundel, at)
    return lezer


def gooi_bundel_weg(*, bundel_id: UUID, by: Actor, at: datetime) -> None:
    """Throw it away unfetched."""
    by.require(meenemer(by))
    _ruim_op(bundel_for(by, bundel_id, at, vergrendel=True), at)
    record("bundel.weggegooid", by=by, at=at, object_id=bundel_id)


def ruim_bundels_op(*, by: Actor, at: datetime) -> int:
    """Clear away the bundels of the actor's organisation that nobody fetched in a day; returns how many."""
    verlopen = list(Bundel.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at))
    for bundel in verlopen:
        _ruim_op(bundel, at)
        record("bundel.verlopen", by=by, at=at, object_id=bundel.id)
    return len(verlopen)


def noteer_lijst(*, van: Iterable[UUID], by: Actor, at: datetime) -> None:
    """Write down that a list of these pupils was taken along: names, advice and dates, no text of anybody.

    What a list says is of the day on which it is made; that is its version.
    """
    by.require(meenemer(by))
    grond = GROND_VO if meenemer(by) is Recht.DOSSIER_ONTVANGEN else GROND_PO
    record(
        "lijst.meegenomen",
        by=by,
        at=at,
        object_id=by.werkt_bij,
        aantal=len(list(van)),
        versie=dag(at).isoformat(),
        grond=grond,
    )


def _noteer(meegave: Meegave, soort: Bundelsoort, by: Actor, at: datetime) -> None:
    if meegave.overdracht and soort is Bundelsoort.OSO:
        haal_op(overdracht_id=meegave.overdracht.id, wat="oso", by=by, at=at)
    grond = GROND_VO if meegave.overdracht else GROND_PO
    record(
        "overdracht.meegenomen", by=by, at=at, dossier_id=meegave.dossier.id, object_id=by.werkt_bij,
        vorm=soort.value, versie=str(meegave.versie.id), grond=grond,
    )  # fmt: skip


def _ruim_op(bundel: Bundel, at: datetime) -> None:
    """First the row, then the bytes and the key: what is destroyed too early would be lost by a rolled-back act."""
    Bundel.objects.filter(id=bundel.id).delete()
    if bundel.bestand_id:
        transaction.on_commit(partial(opslag.haal_weg, bundel.bestand_id))
    transaction.on_commit(partial(vernietig_sleutel, bundel.sleutel_id, at=at))
