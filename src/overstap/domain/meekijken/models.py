"""Whom did a school let look along on its screens, until when, and when did that end?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from overstap.domain.scholen.models import Organisatie


class Meekijktoestemming(models.Model):
    """One consent of a school: one named helper, for some minutes. It ends by itself at `tot`, or before.

    `plek` is where the helper works: that organisation reads this row too. `beeindigd_door` is empty when it ended by
    itself and another one followed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    plek = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    helper = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gegeven_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField()
    tot = models.DateTimeField()
    beeindigd_op = models.DateTimeField(null=True)
    beeindigd_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("school",), condition=models.Q(beeindigd_op=None), name="meekijken_een_tegelijk"
            ),
            models.CheckConstraint(
                condition=~models.Q(helper=models.F("gegeven_door")), name="meekijken_door_een_ander"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
