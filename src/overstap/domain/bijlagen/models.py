"""Which attachments hang on a dossier, and which of them may travel along?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.bijlagen.enums import Bijlagesoort, Herkomst
from overstap.domain.dossiers.models import BijDossier


class Bijlage(BijDossier):
    """One attachment. Its bytes and its name are encrypted; closed (not released) by default.

    `sleutel` is the key by which a veld of type `Documenten` points here; `plek` the place in the
    OSO file it came from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sleutel = models.CharField(max_length=40)
    plek = models.CharField(max_length=80, blank=True)
    soort = models.CharField(max_length=20, choices=Bijlagesoort.choices)
    herkomst = models.CharField(max_length=10, choices=Herkomst.choices)
    mime = models.CharField(max_length=100)
    omvang = models.PositiveBigIntegerField()
    geheime_naam = models.BinaryField()
    bestand_id = models.UUIDField(unique=True)
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.UUIDField(null=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.UUIDField(null=True)
    instemming_op = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "sleutel"), name="bijlage_sleutel_per_dossier"),
            models.CheckConstraint(
                condition=models.Q(vrijgegeven_op=None, vrijgegeven_door=None)
                | ~models.Q(vrijgegeven_op=None) & ~models.Q(vrijgegeven_door=None),
                name="vrijgave_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def vrijgegeven(self) -> bool:
        """Does this attachment travel to the vo school?"""
        return self.vrijgegeven_op is not None
