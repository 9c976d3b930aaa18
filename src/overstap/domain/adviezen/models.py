"""What did the school advise, what did the test say, and what was decided?"""

from __future__ import annotations

from django.db import models

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.enums.besluiten import Toetsstand
from overstap.domain.dossiers.models import BijDossier


class Schooladvies(BijDossier):
    """The advice of one dossier. The levels and dates are columns, because lists show them.

    `geheim` is the encrypted rest: the test scores, the motivation, the talk with the parents.
    """

    voorlopig = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    voorlopig_op = models.DateField(null=True)
    voorlopig_door = models.UUIDField(null=True)
    toetsstand = models.CharField(max_length=20, choices=Toetsstand.choices, blank=True)
    toetsadvies = models.CharField(max_length=20, choices=Toetsadvies.choices, blank=True)
    uitkomst = models.CharField(max_length=20, choices=Bijstellingsuitkomst.choices, blank=True)
    definitief = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    definitief_op = models.DateField(null=True)
    definitief_door = models.UUIDField(null=True)
    geheim = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier",), name="een_advies_per_dossier"),
            models.CheckConstraint(
                condition=models.Q(voorlopig="", voorlopig_op=None)
                | ~models.Q(voorlopig="") & ~models.Q(voorlopig_op=None),
                name="voorlopig_met_datum",
            ),
            models.CheckConstraint(
                condition=models.Q(definitief="", definitief_op=None)
                | ~models.Q(definitief="") & ~models.Q(definitief_op=None) & ~models.Q(voorlopig=""),
                name="definitief_na_voorlopig",
            ),
        )

    def __str__(self) -> str:
        return f"advies bij {self.dossier_id}"
