"""Which sentences does a school keep to use again?"""

from __future__ import annotations

import uuid

from django.db import models

LANGSTE_VELDNAAM = 60


class Zin(models.Model):
    """A sentence of the whole school for one veld, or one part of it (`rules.Zinplek`).

    It is about nobody: where a pupil is meant stands an invulplek.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    veld = models.CharField(max_length=LANGSTE_VELDNAAM)
    tekst = models.TextField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()

    class Meta:
        indexes = (models.Index(fields=("school", "veld"), name="zinnen_zin_school__veld_idx"),)

    def __str__(self) -> str:
        return str(self.id)
