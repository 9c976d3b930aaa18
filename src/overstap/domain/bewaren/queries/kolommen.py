"""Which columns hold something of a pupil, and what would somebody read there who has only the main database?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from overstap.domain.bewaren.enums import Leesbaar
from overstap.domain.dossiers.models import BijDossier, Dossier
from overstap.domain.importen.models import Ontvangst, Ontvangstbijlage
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.zorgroutes.models import Zaak, Zaakbestand, Zaakstuk, Zorgaanbod
from overstap.foundation.access import Actor

# What stands beside a dossier, and is about a pupil all the same.
_ERNAAST = (Leerling, Dossier, Zaak, Zaakstuk, Zaakbestand, Ontvangst, Ontvangstbijlage, Zorgaanbod)
_VINGERAFDRUKKEN = ("hash", "vingerafdruk", "sha256", "kenmerk")


@dataclass(frozen=True)
class Kolom:
    """One column of one table."""

    tabel: str
    naam: str
    leesbaar: Leesbaar


def kolommen_for(actor: Actor | None) -> tuple[Kolom, ...]:
    """Every column of every table about pupils, from the models: the same for everybody, and no row is read.

    A table that is added stands here by itself.
    """
    del actor
    return tuple(sorted(_kolommen(), key=lambda een: (een.tabel, een.naam)))


def _kolommen() -> Iterator[Kolom]:
    for model in apps.get_models():
        if issubclass(model, (BijDossier, *_ERNAAST)):
            for veld in model._meta.concrete_fields:
                yield Kolom(model._meta.db_table, str(veld.column), _leesbaar(veld))


def _leesbaar(veld: models.Field[Any, Any]) -> Leesbaar:
    if any(woord in veld.name for woord in _VINGERAFDRUKKEN):
        return Leesbaar.VINGERAFDRUK
    if isinstance(veld, models.BinaryField):
        return Leesbaar.VERSLEUTELD
    if isinstance(veld, (models.UUIDField, models.AutoField, models.ForeignKey)):
        return Leesbaar.NUMMER
    if isinstance(veld, models.DateField):
        return Leesbaar.DAG
    if veld.choices or isinstance(veld, (models.BooleanField, models.IntegerField)):
        return Leesbaar.KEUZE
    return Leesbaar.TEKST
