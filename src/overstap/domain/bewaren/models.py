"""Which terms did a board choose, what was proposed and released for destruction, and what became of it?"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort, Vernietigstand


class Bewaarkeuze(models.Model):
    """The term that one organisation (`school`) chose for one kind, within what the rules allow."""

    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=Bewaarsoort.choices)
    maanden = models.PositiveSmallIntegerField()
    gekozen_op = models.DateTimeField()
    gekozen_door = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "soort"), name="een_keuze_per_soort"),)

    def __str__(self) -> str:
        return self.soort


class Vernietiging(models.Model):
    """One list that somebody proposed and somebody else released; afterwards it is the certificate.

    Ids and counts only: it outlives what it is about. `school` is the organisation, of any kind.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.UUIDField()
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.UUIDField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)
    uitgevoerd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(vrijgegeven_op=None, vrijgegeven_door=None)
                | models.Q(vrijgegeven_op__isnull=False, vrijgegeven_door__isnull=False)
                & ~models.Q(vrijgegeven_door=models.F("voorgesteld_door")),
                name="vrijgegeven_door_een_ander",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                | models.Q(ingetrokken_door__isnull=False, ingetrokken_op__isnull=False, vrijgegeven_op=None),
                name="ingetrokken_voor_vrijgave",
            ),
            models.CheckConstraint(
                condition=models.Q(uitgevoerd_op=None) | models.Q(vrijgegeven_op__isnull=False),
                name="uitgevoerd_na_vrijgave",
            ),
            models.UniqueConstraint(fields=("id", "school"), name="vernietiging_met_school"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Vernietigregel(models.Model):
    """One thing on such a list: `object_id` is a dossier, or the route of a case. No foreign key: that goes away.

    `sleutels` and `bestanden` are what must still be destroyed once the rows are gone, `weg` counts the rows that went,
    by table. The database itself writes these three (`bewaren_haal_weg`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vernietiging = models.ForeignKey(Vernietiging, on_delete=models.PROTECT, related_name="regels")
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=Bewaarsoort.choices)
    object_id = models.UUIDField()
    vervalt_op = models.DateField()
    stand = models.CharField(max_length=12, choices=Vernietigstand.choices, default=Vernietigstand.WACHT)
    beletsel = models.CharField(max_length=20, choices=Beletsel.choices, blank=True)
    sleutels = ArrayField(models.UUIDField(), default=list)
    bestanden = ArrayField(models.UUIDField(), default=list)
    weg = models.JSONField(default=dict)
    gedaan_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("soort", "object_id", "school"),
                condition=models.Q(stand__in=[Vernietigstand.WACHT.value, Vernietigstand.RIJEN_WEG.value]),
                name="een_keer_tegelijk_op_een_lijst",
            ),
            models.CheckConstraint(
                condition=models.Q(stand=Vernietigstand.GEWEIGERD.value) ^ models.Q(beletsel=""),
                name="geweigerd_met_beletsel",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
