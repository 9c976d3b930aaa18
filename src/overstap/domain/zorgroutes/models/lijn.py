"""What of a zorgaanmelding goes over the line (OSO) to the own system of a samenwerkingsverband, and what came back?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.models.route import Zorgroute
from overstap.foundation.sleutels.kast import zoekhash


def koppelhash(school_id: uuid.UUID, koppelsleutel: str) -> bytes:
    """By what a koppelsleutel is found again in one school, however its letters are written."""
    return zoekhash(school_id, f"koppelsleutel:{koppelsleutel.strip().upper()}")


class Zorgkoppeling(BijDossier):
    """That the file of one care route is offered over the line, to which aanleverpunt, and what came of that.

    `geheim` is the newest koppelsleutel under the key of the dossier: as good as the number of the pupil. `zoekhash` is
    by what it is found again; an older one opens nothing any more. `bestand_op` is since when the file lies there, None
    while there is none. `gevraagd_op` with `uitkomst`, `code` and `sessie` are of the last time the system asked,
    `opgehaald_op` of the last time it got the file. `antwoord` is what it told back, once, under that same key.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    route = models.OneToOneField(Zorgroute, on_delete=models.PROTECT, related_name="+")
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=40)
    doel_brin = models.CharField(max_length=6)
    aanleverpunt = models.CharField(max_length=40)
    geheim = models.BinaryField(null=True)
    zoekhash = models.BinaryField(null=True)
    bestand_op = models.DateTimeField(null=True)
    aangeboden_op = models.DateTimeField()
    aangeboden_door = models.UUIDField(null=True)
    meldstand = models.CharField(max_length=15, choices=Meldstand.choices, default=Meldstand.ONDERWEG)
    meldcode = models.CharField(max_length=80, blank=True)
    gevraagd_op = models.DateTimeField(null=True)
    uitkomst = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=80, blank=True)
    sessie = models.CharField(max_length=80, blank=True)
    opgehaald_op = models.DateTimeField(null=True)
    antwoord = models.BinaryField(null=True)
    antwoord_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "zoekhash"), name="een_koppeling_per_sleutel"),
            models.CheckConstraint(
                condition=models.Q(geheim=None, zoekhash=None) | models.Q(geheim__isnull=False, zoekhash__isnull=False),
                name="koppelsleutel_te_vinden",
            ),
            models.CheckConstraint(
                condition=models.Q(gevraagd_op=None, uitkomst="", code="", opgehaald_op=None)
                | models.Q(gevraagd_op__isnull=False) & ~models.Q(uitkomst=""),
                name="koppeling_gevraagd_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=models.Q(antwoord=None, antwoord_op=None)
                | models.Q(antwoord__isnull=False, antwoord_op__isnull=False),
                name="koppeling_antwoord_met_dag",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
