"""What was uploaded and waits for a person to accept or refuse it?"""

from __future__ import annotations

import uuid

from django.db import models


class Upload(models.Model):
    """One uploaded OSO file, encrypted under a key of its own; gone after accept, refuse or 24 hours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    omvang = models.PositiveBigIntegerField()
    geupload_op = models.DateTimeField()
    geupload_door = models.UUIDField()
    vervalt_op = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)
