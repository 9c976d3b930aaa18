"""What does the key store hold? Wrapped keys, in a database apart from the dossiers and their back-ups."""

from __future__ import annotations

import uuid

from django.db import models


class Sleutel(models.Model):
    """The key of one dossier (or one upload), wrapped by the master key; destroyed = row without key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hoofdsleutel = models.CharField(max_length=16)
    ingepakt = models.BinaryField(null=True)
    gemaakt_op = models.DateTimeField()
    vernietigd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ingepakt__isnull=False, vernietigd_op__isnull=True)
                | models.Q(ingepakt__isnull=True, vernietigd_op__isnull=False),
                name="sleutel_bestaat_of_is_vernietigd",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
