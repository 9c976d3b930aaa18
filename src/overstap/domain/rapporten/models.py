"""How is a report kept: the concept that people write in, the versions that never change, what was added to them?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.rapporten.enums import Aanvullingsoort, Versiesoort


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


class Aanvulling(BijDossier):
    """What the school added to a definitive version afterwards, on a page of its own; the version stays as it was.

    Its words never change either: `geheim` holds the veld they are about and the text, `vingerafdruk` is the SHA-256
    of those plain bytes, `functie` what the writer was at that moment. Parents read it from the start, the vo school
    from `gaat_mee_op`, when it was sent. `bestand_id` is its PDF in the store, with its own SHA-256.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(Versie, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=20, choices=Aanvullingsoort.choices)
    functie = models.CharField(max_length=30)
    vingerafdruk = models.CharField(max_length=64)
    geheim = models.BinaryField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    bestand_id = models.UUIDField(null=True, unique=True)
    sha256 = models.CharField(max_length=64, blank=True)
    gaat_mee_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "nummer"), name="aanvulling_een_nummer"),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False, gaat_mee_op=None),
                name="aanvulling_ingetrokken_voor_verzending",
            ),
            models.CheckConstraint(
                condition=models.Q(bestand_id=None, sha256="")
                | models.Q(bestand_id__isnull=False) & ~models.Q(sha256=""),
                name="aanvulling_bestand_met_sha256",
            ),
        )

    def __str__(self) -> str:
        return f"aanvulling {self.nummer}"
