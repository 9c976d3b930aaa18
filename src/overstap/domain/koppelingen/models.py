"""Which programs may act for an organisation, and with which keys?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.scholen.models import Organisatie


class Koppeling(models.Model):
    """A program that may do a few things for one organisation, until the end of the day `tot`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=60)
    bereik = ArrayField(models.CharField(max_length=30, choices=Bereik.choices))
    tot = models.DateField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("id", "organisatie"), name="koppeling_van_organisatie"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def bereiken(self) -> list[Bereik]:
        """What it may, in the order of the list."""
        return [een for een in Bereik if een.value in self.bereik]


class Toegangssleutel(models.Model):
    """A key of a koppeling. Only a hash of it is kept; `gebruikt_op` is right to a few minutes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    koppeling = models.ForeignKey(Koppeling, on_delete=models.PROTECT, related_name="sleutels")
    hash = models.BinaryField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gebruikt_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)
