"""Which programs may act for an organisation, with which keys, and what are they told?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.koppelingen.enums import Bereik, Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.rules import GEBEURTENISSEN, LANGSTE_ADRES
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

    @property
    def hoort(self) -> list[Webhookgebeurtenis]:
        """Of what it hears: what it may ask about."""
        return [een for bereik in self.bereiken for een in GEBEURTENISSEN[bereik]]


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


class Webhook(models.Model):
    """Where a program wants to hear what happened. `geheim` signs the messages, encrypted under a key of its own.

    `gestopt_op`: nobody took a message for days, or the other side said that it wants none. `mislukt_sinds` is the
    first try without success since the last one. Until `vorig_tot` messages are signed with `vorig_geheim` too.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    koppeling = models.ForeignKey(Koppeling, on_delete=models.PROTECT, related_name="+")
    adres = models.CharField(max_length=LANGSTE_ADRES)
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    vorig_geheim = models.BinaryField(null=True)
    vorig_tot = models.DateTimeField(null=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mislukt_sinds = models.DateTimeField(null=True)
    gestopt_op = models.DateTimeField(null=True)
    verwijderd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("id", "organisatie"), name="webhook_van_organisatie"),
            models.UniqueConstraint(
                fields=("koppeling",), condition=models.Q(verwijderd_op=None), name="webhook_een_per_koppeling"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Bezorging(models.Model):
    """One message for one webhook: what happened to what, and how far telling it is. Ids only; gone in a month.

    `object_id` is what the message names; `aanleiding_id` what happened, when that may happen to it more than once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="+")
    gebeurtenis = models.CharField(max_length=30, choices=Webhookgebeurtenis.choices)
    object_id = models.UUIDField()
    aanleiding_id = models.UUIDField()
    gebeurd_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    laatste_op = models.DateTimeField(null=True)
    uitkomst = models.CharField(max_length=20, choices=Bezorguitkomst.choices, default=Bezorguitkomst.WACHT)
    status = models.PositiveSmallIntegerField(null=True)
    bezorgd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("webhook", "gebeurtenis", "object_id", "aanleiding_id"), name="bezorging_een_keer"
            ),
        )
        indexes = (models.Index(fields=("organisatie", "gebeurd_op"), name="bezorging_organisatie_op"),)

    def __str__(self) -> str:
        return str(self.id)
