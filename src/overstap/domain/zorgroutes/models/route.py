"""What hangs on the dossier of a care route: the request, the form, questions, the decision that came back?

All of it is encrypted under the key of the dossier.
"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.models import BijDossier
from overstap.domain.zorgroutes.enums import (
    Geadresseerde,
    Routesoort,
    Routestaat,
    Tlvcategorie,
    Uitkomst,
    Zorgintrekreden,
)
from overstap.domain.zorgroutes.rules.stappen import EINDE

# In the order of the enum: a set has another one in every process, and each would ask for a migration.
_EINDE = [staat.value for staat in Routestaat if staat in EINDE]


class Zorgroute(BijDossier):
    """One request of a basisschool to its samenwerkingsverband. At most one of a dossier runs.

    `geheim` holds what the school prepares (`Voorbereiding`), under the key of the dossier. `vo_school` is where the
    pupil was applied, when that school asks (pro, lwoo). `zaaksleutel_id` is the key of the samenwerkingsverband's own
    case, made at sending; `klaargezet_op` when the files lie there. Parents read it since `voorgelegd_op`.
    `afspraken` are those of its samenwerkingsverband on the day it was sent (`Routeinrichting.afspraken`).
    `antwoord_op` is when a system of the samenwerkingsverband answered over the line (`Zorgkoppeling`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    vo_school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=15, choices=Routesoort.choices)
    staat = models.CharField(max_length=20, choices=Routestaat.choices, default=Routestaat.IN_VOORBEREIDING)
    geheim = models.BinaryField()
    begonnen_op = models.DateTimeField()
    begonnen_door = models.UUIDField()
    bijgewerkt_op = models.DateTimeField()
    voorgelegd_op = models.DateTimeField(null=True)
    verstuurd_op = models.DateTimeField(null=True)
    verstuurd_door = models.UUIDField(null=True)
    zaaksleutel_id = models.UUIDField(null=True)
    klaargezet_op = models.DateTimeField(null=True)
    afspraken = models.JSONField(default=dict)
    antwoord_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)
    intrekreden = models.CharField(max_length=20, choices=Zorgintrekreden.choices, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("id", "swv"), name="zorgroute_met_swv"),
            models.UniqueConstraint(
                fields=("dossier",), condition=~models.Q(staat__in=_EINDE), name="een_lopende_zorgroute"
            ),
            models.CheckConstraint(
                condition=models.Q(staat__in=[s.value for s in Routestaat]), name="zorgroute_bekende_staat"
            ),
            models.CheckConstraint(
                condition=models.Q(soort__in=[s.value for s in Routesoort]), name="zorgroute_bekende_soort"
            ),
            models.CheckConstraint(
                condition=models.Q(verstuurd_op=None, verstuurd_door=None, zaaksleutel_id=None)
                & models.Q(staat__in=[Routestaat.IN_VOORBEREIDING.value, Routestaat.INGETROKKEN.value])
                | models.Q(verstuurd_op__isnull=False, verstuurd_door__isnull=False, zaaksleutel_id__isnull=False)
                & ~models.Q(staat=Routestaat.IN_VOORBEREIDING.value),
                name="zorgroute_verstuurd_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None, intrekreden="")
                & ~models.Q(staat=Routestaat.INGETROKKEN.value)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False)
                & ~models.Q(intrekreden="")
                & models.Q(staat=Routestaat.INGETROKKEN.value),
                name="zorgroute_ingetrokken_met_reden",
            ),
        )
        indexes = (models.Index(fields=("swv", "staat", "verstuurd_op")),)

    def __str__(self) -> str:
        return str(self.id)


class Zorgaanmelding(BijDossier):
    """The zorgaanmeldformulier as the parents could read it, as it was sent, and with what was sent after it.

    Never changes. `vingerafdruk` is the SHA-256 of its plain bytes; of the one that was sent the samenwerkingsverband's
    own copy has the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    route = models.ForeignKey(Zorgroute, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveSmallIntegerField()
    geheim = models.BinaryField()
    vingerafdruk = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("route", "nummer"), name="zorgaanmelding_een_nummer"),)

    def __str__(self) -> str:
        return str(self.id)


class Zorgzienswijze(BijDossier):
    """What a parent wrote about a zorgaanmelding on the own page. Never changes; a later one stands beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    route = models.ForeignKey(Zorgroute, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    geheim = models.BinaryField()
    ingediend_op = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Zorgvraag(BijDossier):
    """A question of the samenwerkingsverband, and the answer; both under the key of the dossier."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    route = models.ForeignKey(Zorgroute, on_delete=models.PROTECT, related_name="+")
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    aan = models.CharField(max_length=10, choices=Geadresseerde.choices)
    geheim = models.BinaryField()
    gesteld_op = models.DateTimeField()
    gesteld_door = models.UUIDField()
    geheim_antwoord = models.BinaryField(null=True)
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(geheim_antwoord=None, beantwoord_op=None, beantwoord_door=None)
                | models.Q(geheim_antwoord__isnull=False, beantwoord_op__isnull=False, beantwoord_door__isnull=False),
                name="zorgvraag_antwoord_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Zorgbesluit(BijDossier):
    """The decision as it came back to the basisschool, the parents and the vo school concerned. Never changes.

    `geheim` holds the whole `Besluit` under the key of the dossier; the columns are what a vo school needs of it.
    """

    route = models.OneToOneField(Zorgroute, on_delete=models.PROTECT, related_name="+")
    swv = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices)
    nummer = models.CharField(max_length=17, blank=True)
    categorie = models.CharField(max_length=1, choices=Tlvcategorie.choices, blank=True)
    vanaf = models.DateField(null=True)
    tot = models.DateField(null=True)
    geheim = models.BinaryField()
    besloten_op = models.DateField()
    teruggekoppeld_op = models.DateTimeField()
    teruggekoppeld_door = models.UUIDField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(uitkomst="tlv", vanaf__isnull=False, tot__isnull=False)
                & ~models.Q(nummer="")
                & ~models.Q(categorie="")
                | ~models.Q(uitkomst="tlv") & models.Q(nummer="", categorie=""),
                name="tlv_met_nummer_en_periode",
            ),
            models.CheckConstraint(
                condition=models.Q(vanaf=None) | models.Q(tot=None) | models.Q(tot__gt=models.F("vanaf")),
                name="zorgbesluit_eindigt_na_begin",
            ),
        )

    def __str__(self) -> str:
        return str(self.route_id)
