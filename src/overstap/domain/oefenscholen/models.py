"""Which organisation practises now, and what would have been mailed from there?"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.scholen.models import Organisatie


class Oefenschool(models.Model):
    """The invented school, vo school and samenwerkingsverband in which the people of one organisation practise.

    `regio_id` is the region made for it: no foreign key, for at night it goes and this row stays. `sleutel_id` locks
    its mails; `sleutels` and `bestanden` are what belonged to rows that are gone, until they are destroyed too.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    regio_id = models.UUIDField(null=True)
    sleutel_id = models.UUIDField(unique=True)
    begonnen_op = models.DateTimeField()
    begonnen_door = models.UUIDField(null=True)
    klaar_op = models.DateTimeField(null=True)
    rijen_weg_op = models.DateTimeField(null=True)
    gewist_op = models.DateTimeField(null=True)
    sleutels = ArrayField(models.UUIDField(), default=list)
    bestanden = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("school",), condition=models.Q(rijen_weg_op=None), name="oefenschool_een_tegelijk"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Oefenmail(models.Model):
    """A mail that an organisation of an oefenschool would have sent: to whom and what, under its key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField()
    op = models.DateTimeField()
    geheim = models.BinaryField()

    class Meta:
        indexes = (models.Index(fields=("school", "op"), name="oefenmail_school_op"),)

    def __str__(self) -> str:
        return str(self.id)
