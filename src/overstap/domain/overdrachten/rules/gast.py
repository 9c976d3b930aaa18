"""How far is a guest, and until when may an invitation run?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.overdrachten.enums import Gaststand
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering

# Somebody can fill in a report in a few weeks; parents read it for two of them.
GEWOON = timedelta(days=42)
# The way in of a guest is open no longer than a school year takes.
LANGST = timedelta(days=365)
# What was never sent is kept so long after the end, for who invites again (AVG art. 5 lid 1-e).
BEWAARD_NA_EINDE = timedelta(days=30)


class UitnodigingGeweigerd(Weigering):
    """This invitation cannot be made or changed like this; `zin` says what to do, `veld` which question it is about."""


def gaststand(*, staat: Staat | None, ontvangen: bool, verlopen: bool, ingetrokken: bool) -> Gaststand:
    """Where an invitation stands. `staat` is that of the dossier of the guest, None before there is one.

    What arrived stays arrived: the vo school has the report, also when the guest may no longer come in.
    """
    if ontvangen:
        return Gaststand.ONTVANGEN
    if ingetrokken:
        return Gaststand.INGETROKKEN
    if verlopen:
        return Gaststand.VERLOPEN
    if staat is None:
        return Gaststand.UITGENODIGD
    return Gaststand.DEFINITIEF if staat in BEVROREN else Gaststand.BEGONNEN


def controleer_verloop(tot: date, vandaag: date) -> None:
    """Raise `UitnodigingGeweigerd` for a day in the past, or too far away."""
    if tot <= vandaag:
        raise UitnodigingGeweigerd("Kies een dag die nog komt.", veld="tot")
    if tot > vandaag + LANGST:
        raise UitnodigingGeweigerd("Kies een dag binnen een jaar.", veld="tot")


def controleer_aanmelddag(op: date, vandaag: date) -> None:
    """Raise `UitnodigingGeweigerd` for a day that did not come yet."""
    if op > vandaag:
        zin = "De dag van de aanmelding ligt in de toekomst. Vul de echte dag in."
        raise UitnodigingGeweigerd(zin, veld="aangemeld_op")


def laatste_dag(verloopt_op: datetime) -> date:
    """The last day on which a guest comes in: the term ends at the end of it."""
    return dag(verloopt_op - timedelta(seconds=1))


def is_verlopen(verloopt_op: datetime, at: datetime) -> bool:
    """Is the term of an invitation over?"""
    return at >= verloopt_op
