"""Which acts keep a ZIP, decide about its files, and clear it away?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from overstap.domain.importen.actions.herstellen import vergeet_herstel
from overstap.domain.importen.enums import Partijstand, Regelsoort, Regelstand
from overstap.domain.importen.models import Importregel, Partij
from overstap.domain.importen.queries import partij_for, partijen_for
from overstap.domain.importen.rules import BEWAARTIJD, PARTIJEN_HOOGSTENS, controleer_ruimte
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel
from overstap.foundation.weigering import Weigering

TAAK_PARTIJ = "importen.verwerken"
# What is taken over with one press; a question is answered pupil by pupil.
_ZONDER_VRAAG = (Regelsoort.NIEUW, Regelsoort.GEWIJZIGD)
_KIESBAAR = (*_ZONDER_VRAAG, Regelsoort.ONGEWIJZIGD)
_TE_KIEZEN = (Regelstand.OPEN, Regelstand.MISLUKT, Regelstand.ONGEDAAN)


class NietNu(Weigering):
    """This cannot be done at this moment; `zin` says why."""


def bewaar_partij(*, stukken: Iterable[bytes], by: Actor, at: datetime) -> UUID:
    """Keep a ZIP, encrypted piece by piece, and let the worker read it. Returns its id.

    Raises `ImportGeweigerd` when too many wait already.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    wachtend = partijen_for(by, at).filter(bestand_id__isnull=False).count()
    controleer_ruimte(wachtend, PARTIJEN_HOOGSTENS, "ZIP-bestanden")
    bestand_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    with opslag.schrijver(bestand_id, Slot(sleutel_id), f"partij:{bestand_id}") as uit:
        for stuk in stukken:
            uit.write(stuk)
    partij = Partij.objects.create(
        school_id=by.werkt_bij,
        sleutel_id=sleutel_id,
        bestand_id=bestand_id,
        omvang=uit.omvang,
        geupload_op=at,
        geupload_door=by.persoon_id,
        bijgewerkt_op=at,
        vervalt_op=at + BEWAARTIJD,
    )
    record("partij.bewaard", by=by, at=at, object_id=partij.id)
    zet_aan_het_werk(partij=partij, by=by, at=at)
    return partij.id


def neem_partij_over(
    *,
    partij_id: UUID,
    by: Actor,
    at: datetime,
    regels: Collection[UUID] | None = None,
    bevestigd: bool = False,
    ander: bool = False,
) -> int:
    """Let the worker take over these files, or without `regels` all without a question; returns how many.

    `bevestigd`: a person answered the question of these files with yes; `ander`: with no, it is another pupil. Raises
    `NietNu` when there is nothing to do.
    """
    partij = _te_beslissen(partij_id, by, at)
    soorten = (
        (*_KIESBAAR, Regelsoort.VRAAG) if bevestigd or ander else _KIESBAAR if regels is not None else _ZONDER_VRAAG
    )
    gekozen = Importregel.objects.filter(partij=partij, stand__in=_TE_KIEZEN, soort__in=soorten)
    if regels is not None:
        gekozen = gekozen.filter(id__in=regels)
    aantal = gekozen.update(stand=Regelstand.GEKOZEN, ander=ander) if partij.bestand_id else 0
    if not aantal:
        raise NietNu("Er is niets gekozen dat kan worden overgenomen. Vink eerst leerlingen aan.")
    _begin(partij, Partijstand.OVERNEMEN, aantal, by, at)
    record("partij.overnemen", by=by, at=at, object_id=partij.id, aantal=aantal)
    return aantal


def maak_partij_ongedaan(*, partij_id: UUID, by: Actor, at: datetime, regels: Collection[UUID] | None = None) -> int:
    """Let the worker undo what was taken over of these files, or of all; returns how many. Raises `NietNu`."""
    partij = _te_beslissen(partij_id, by, at)
    overgenomen = Importregel.objects.filter(partij=partij, stand=Regelstand.OVERGENOMEN)
    if regels is not None:
        overgenomen = overgenomen.filter(id__in=regels)
    aantal = overgenomen.update(stand=Regelstand.TERUG)
    if not aantal:
        raise NietNu("Er is niets dat ongedaan kan worden gemaakt.")
    _begin(partij, Partijstand.TERUGDRAAIEN, aantal, by, at)
    record("partij.terugdraaien", by=by, at=at, object_id=partij.id, aantal=aantal)
    return aantal


def ga_verder(*, partij_id: UUID, by: Actor, at: datetime) -> None:
    """Put a partij on which nobody works any more back to work; harmless when somebody does."""
    partij = partij_for(by, partij_id, at, vergrendel=True)
    if partij.stand not in {Partijstand.KIEZEN, Partijstand.ONBRUIKBAAR}:
        zet_aan_het_werk(partij=partij, by=by, at=at)


def gooi_partij_weg(*, partij_id: UUID, by: Actor, at: datetime) -> None:
    """Throw the ZIP away with all that was read of it; what was taken over stays and cannot be undone any more."""
    by.require(Recht.IMPORT_UITVOEREN)
    partij = partij_for(by, partij_id, at, vergrendel=True)
    record("partij.weggegooid", by=by, at=at, object_id=partij.id)
    _ruim_op(partij, by, at)


def bekijk_partij(*, partij_id: UUID, by: Actor, at: datetime, object_id: UUID | None = None) -> None:
    """Write down that somebody looked at a partij, or at one file in it."""
    by.require(Recht.IMPORT_UITVOEREN)
    record("partij.bekeken", by=by, at=at, object_id=object_id or partij_id)


def ruim_partijen_op(*, by: Actor, at: datetime) -> int:
    """Clear away the partijen of the actor's organisation that are a day old; returns how many."""
    verlopen = list(Partij.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at))
    for partij in verlopen:
        record("partij.verlopen", by=by, at=at, object_id=partij.id)
        _ruim_op(partij, by, at)
    return len(verlopen)


def laat_zip_gaan(*, partij: Partij, by: Actor, at: datetime) -> None:
    """Remove the ZIP as soon as no file of it can be taken over any more."""
    nog = Q(stand__in=(*_TE_KIEZEN, Regelstand.GEKOZEN)) & ~Q(soort=Regelsoort.FOUT)
    if partij.bestand_id and not Importregel.objects.filter(nog, partij=partij).exists():
        transaction.on_commit(partial(opslag.haal_weg, partij.bestand_id))
        partij.bestand_id = None
        partij.save(update_fields=["bestand_id"])
        record("partij.zip_verwijderd", by=by, at=at, object_id=partij.id)


def _te_beslissen(partij_id: UUID, by: Actor, at: datetime) -> Partij:
    by.require(Recht.IMPORT_UITVOEREN)
    partij = partij_for(by, partij_id, at, vergrendel=True)
    if partij.stand != Partijstand.KIEZEN:
        raise NietNu("Overstap is nog bezig met dit ZIP-bestand. Wacht tot het klaar is.")
    return partij


def _begin(partij: Partij, stand: Partijstand, aantal: int, by: Actor, at: datetime) -> None:
    partij.stand, partij.te_doen, partij.gedaan = stand, aantal, 0
    partij.besloten_door, partij.bijgewerkt_op = by.persoon_id, at
    partij.save(update_fields=["stand", "te_doen", "gedaan", "besloten_door", "bijgewerkt_op"])
    zet_aan_het_werk(partij=partij, by=by, at=at)


def zet_aan_het_werk(*, partij: Partij, by: Actor, at: datetime, taak: str = TAAK_PARTIJ) -> None:
    """Ask the worker for one turn on this partij."""
    defer(taak, partij_id=partij.id, organisatie_id=partij.school_id)


def _ruim_op(partij: Partij, by: Actor, at: datetime) -> None:
    """First the row, then the file and the key: what is destroyed too early would be lost by a rolled-back act."""
    regels = list(Importregel.objects.filter(partij=partij).values_list("id", flat=True))
    vergeet_herstel(regel_ids=regels, by=by, at=at)
    Importregel.objects.filter(partij=partij).delete()
    Partij.objects.filter(id=partij.id).delete()
    if partij.bestand_id:
        transaction.on_commit(partial(opslag.haal_weg, partij.bestand_id))
    transaction.on_commit(partial(vernietig_sleutel, partij.sleutel_id, at=at))
