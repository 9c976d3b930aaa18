"""How does the worker go through a ZIP with the files of many pupils: read, take over, undo?

In short turns, each its own transaction and its own job: the page shows how far it is, other work is not kept
waiting, and what is done stays done when the worker stops halfway. When the worker died in a turn, it goes on file by
file, so that a file on which it dies again and again is known, and skipped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import transaction

from overstap.domain.importen.actions import (
    TAAK_PARTIJ,
    begin_lezen,
    draai_regel_terug,
    keur_partij_af,
    leg_gelezen_vast,
    neem_regel_over,
    schiet_op,
)
from overstap.domain.importen.enums import Partijstand, Regelstand
from overstap.domain.importen.queries import bron_for, gereed_for, namens_for, te_doen_for
from overstap.domain.importen.snapshot import Gelezen
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.integrations.oso import Leesfout, Zipbestand, lees
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.importen.models import Partij

log = logging.getLogger(__name__)

T = TypeVar("T")
# A turn ends after so many files or seconds, whichever comes first.
BEURT, SECONDEN = 25, 3.0
_ONZE_FOUT = (
    "Overstap kon dit bestand niet lezen. Dat ligt aan ons en niet aan u. "
    "Meld het bij de helpdesk; de andere bestanden gaan gewoon door."
)
_LIEP_VAST = (
    "Overstap liep drie keer vast op dit bestand en slaat het daarom over. De andere bestanden gaan gewoon door. "
    "Maak het bestand opnieuw in de leerlingadministratie. Gaat het weer mis? Meld het dan bij de helpdesk."
)
_MAG_NIET = "Wie dit koos, mag nu niet meer importeren. Laat een collega het opnieuw kiezen."
_VOORZICHTIG, _OVERSLAAN = "importen.voorzichtig", "importen.overslaan"
# The third time that the worker dies on one file: once in a whole turn, then twice on this file alone.
_KEER_ALLEEN = 2


@dataclass(frozen=True)
class Tempo:
    """How one turn goes: so many files at most, the job that does the next turn, and whether the first is skipped."""

    hoogstens: int
    daarna: str = TAAK_PARTIJ
    sla_over: bool = False


@taak(TAAK_PARTIJ, na_uitval=lambda _: _VOORZICHTIG)
def verwerk(*, partij_id: UUID, by: Actor, at: datetime) -> None:
    """Do one turn of the work that waits on this partij, and ask for the next; nothing when it was thrown away."""
    _werk_aan(partij_id, Tempo(BEURT), by, at)


@taak(_VOORZICHTIG, na_uitval=lambda eerder: _OVERSLAAN if eerder + 1 >= _KEER_ALLEEN else _VOORZICHTIG)
def verwerk_voorzichtig(*, partij_id: UUID, by: Actor, at: datetime) -> None:
    """The same, one file a turn, after the worker died: so one file alone can make it die again."""
    _werk_aan(partij_id, Tempo(1, _VOORZICHTIG), by, at)


@taak(_OVERSLAAN)
def sla_over(*, partij_id: UUID, by: Actor, at: datetime) -> None:
    """Skip the file on which the worker died again and again, with the reason, and go on."""
    _werk_aan(partij_id, Tempo(1, _VOORZICHTIG, sla_over=True), by, at)


def _werk_aan(partij_id: UUID, tempo: Tempo, by: Actor, at: datetime) -> None:
    partij = te_doen_for(by, partij_id, at)
    if partij is not None and (werk := _WERK.get(Partijstand(partij.stand))):
        werk(partij, tempo, by, at)


def _lees(partij: Partij, tempo: Tempo, by: Actor, at: datetime) -> None:
    with bron_for(by, partij) as bron:
        try:
            zip_ = Zipbestand(bron)
        except Leesfout as fout:
            keur_partij_af(partij=partij, bezwaar=fout.zin, by=by, at=at)
            return
        if not partij.totaal:
            begin_lezen(partij=partij, totaal=len(zip_.leden), by=by, at=at)

        def schrijf(plaats: int, gelezen: Gelezen | None, bezwaar: str) -> None:
            naam = zip_.leden[plaats].naam
            leg_gelezen_vast(partij=partij, plaats=plaats, naam=naam, gelezen=gelezen, bezwaar=bezwaar, by=by, at=at)

        def doe(plaats: int) -> None:
            _alleen(plaats, tempo, lambda: schrijf(plaats, *_open(zip_, plaats, at)), partial(schrijf, plaats, None))

        gedaan = _beurt(range(partij.gedaan, partij.totaal), tempo, doe)
        schiet_op(partij=partij, gedaan=gedaan, daarna=tempo.daarna, by=by, at=at)


def _neem_over(partij: Partij, tempo: Tempo, by: Actor, at: datetime) -> None:
    """In the name of the person who decided."""
    wie = namens_for(by, partij)
    with bron_for(by, partij) as bron:
        zip_ = Zipbestand(bron)

        def schrijf(regel: Any, gelezen: Gelezen | None, bezwaar: str) -> None:
            neem_regel_over(regel=regel, partij=partij, gelezen=gelezen, bezwaar=bezwaar, by=wie or by, at=at)

        def neem_over(regel: Any) -> None:
            schrijf(regel, *(_open(zip_, regel.nummer, at) if wie else (None, _MAG_NIET)))

        def doe(regel: Any) -> None:
            _alleen(regel.nummer, tempo, partial(neem_over, regel), partial(schrijf, regel, None))

        gedaan = _beurt(gereed_for(by, partij, Regelstand.GEKOZEN, tempo.hoogstens), tempo, doe)
        schiet_op(partij=partij, gedaan=gedaan, daarna=tempo.daarna, by=by, at=at)


def _draai_terug(partij: Partij, tempo: Tempo, by: Actor, at: datetime) -> None:
    """In the name of the person who decided."""
    wie = namens_for(by, partij)
    bezwaar = "" if wie else _MAG_NIET

    def schrijf(regel: Any, bezwaar: str) -> None:
        draai_regel_terug(regel=regel, partij=partij, bezwaar=bezwaar, by=wie or by, at=at)

    def doe(regel: Any) -> None:
        _alleen(regel.nummer, tempo, lambda: schrijf(regel, bezwaar), partial(schrijf, regel))

    gedaan = _beurt(gereed_for(by, partij, Regelstand.TERUG, tempo.hoogstens), tempo, doe)
    schiet_op(partij=partij, gedaan=gedaan, daarna=tempo.daarna, by=by, at=at)


_WERK = {Partijstand.LEZEN: _lees, Partijstand.OVERNEMEN: _neem_over, Partijstand.TERUGDRAAIEN: _draai_terug}


def _open(zip_: Zipbestand, plaats: int, at: datetime) -> tuple[Gelezen | None, str]:
    """(what was read, empty), or (None, why not)."""
    try:
        with zip_.open(plaats) as bron:
            return lees(bron, vandaag=dag(at)), ""
    except Leesfout as fout:
        return None, fout.zin


def _alleen(plaats: int, tempo: Tempo, doe: Callable[[], None], mislukt: Callable[[str], None]) -> None:
    """Do it; a file that nobody foresaw stops only itself, and what was half done is undone."""
    if tempo.sla_over:
        mislukt(_LIEP_VAST)
        return
    try:
        with transaction.atomic():
            doe()
    except Exception as fout:  # noqa: BLE001  # whatever it is, the other pupils come in
        # Only its kind: the message and the trace may hold what the file says.
        log.error("importen: onverwachte fout %s bij bestand %s", type(fout).__name__, plaats)  # noqa: TRY400  # see above
        mislukt(_ONZE_FOUT)


def _beurt(dingen: Iterable[T], tempo: Tempo, doe: Callable[[T], None]) -> int:
    """Do as many as fit in one turn, at least one; returns how many."""
    eind, gedaan = monotonic() + SECONDEN, 0
    for ding in dingen:
        doe(ding)
        gedaan += 1
        if gedaan >= tempo.hoogstens or monotonic() > eind:
            break
    return gedaan
