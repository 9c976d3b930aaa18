"""How is a report kept: the concept that people write in, and the versions that never change?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.rapporten.enums import Versiesoort


class Concept(BijDossier):
    """The report as it is being written: encrypted content, with counts for the werkvoorraad in the clear.

    `revisie` goes up with every save; `sectierevisies` remembers at which one a sectie last changed, so
    that two writers never overwrite each other unseen.
    """

    revisie = models.PositiveIntegerField(default=0)
    sectierevisies = models.JSONField(default=dict)
    geheim = models.BinaryField()
    bijgewerkt_op = models.DateTimeField()
    bijgewerkt_door = models.UUIDField(null=True)
    klaar = models.PositiveSmallIntegerField()
    bezig = models.PositiveSmallIntegerField()
    totaal = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dossier",), name="een_concept_per_dossier"),)

    def __str__(self) -> str:
        return f"concept {self.dossier_id}"


class Versie(BijDossier):
    """A frozen report: what parents could read, or what became definitief. Never changes.

    `vingerafdruk` is the SHA-256 of the encrypted snapshot's plain bytes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=20, choices=Versiesoort.choices)
    revisie = models.PositiveIntegerField()
    vingerafdruk = models.CharField(max_length=64)
    geheim = models.BinaryField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dossier", "nummer"), name="versie_een_nummer"),)

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Versiepdf(BijDossier):
    """The PDF of a version for one audience, encrypted in the store. Never changes."""

    versie = models.ForeignKey(Versie, on_delete=models.PROTECT, related_name="+")
    publiek = models.CharField(max_length=10)
    bestand_id = models.UUIDField(unique=True)
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("versie", "publiek"), name="een_pdf_per_publiek"),)

    def __str__(self) -> str:
        return f"pdf {self.publiek}"
