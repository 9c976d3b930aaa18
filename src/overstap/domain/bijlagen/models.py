"""Which attachments hang on a dossier, which of them may travel along, and what did the parents say of each?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.bijlagen.enums import Bijlagesoort, Bladstand, Herkomst, Koppelgrond, Scanstaat, Weigerreden
from overstap.domain.dossiers.models import BijDossier


class Keurbaar(models.Model):
    """A document from outside, encrypted in the store, that is checked before anybody may have it.

    `sleutel` is the key by which a veld of type `Documenten` points here; `plek` the place in the
    OSO file it came from. `bestand_id` names the file in the store, which is another one after something was taken
    out of it (`ingrepen`); of a refused one the file is gone and only the row stays. `gescand_met` are the virus
    signatures with which it was scanned last, as the scanner names them.
    """

    sleutel = models.CharField(max_length=40)
    plek = models.CharField(max_length=80, blank=True)
    soort = models.CharField(max_length=20, choices=Bijlagesoort.choices)
    mime = models.CharField(max_length=100)
    omvang = models.PositiveBigIntegerField()
    geheime_naam = models.BinaryField()
    bestand_id = models.UUIDField(unique=True)
    scan = models.CharField(max_length=20, choices=Scanstaat.choices, default=Scanstaat.WORDT_GECONTROLEERD)
    gescand_op = models.DateTimeField(null=True)
    gescand_met = models.CharField(max_length=80, blank=True, default="")
    weigerreden = models.CharField(max_length=12, choices=Weigerreden.choices, blank=True)
    ingrepen = models.JSONField(default=list)

    class Meta:
        abstract = True

    @property
    def scanstaat(self) -> Scanstaat:
        """How far the check of its content is."""
        return Scanstaat(self.scan)


# What a check changes of a row.
GEKEURD = ("scan", "gescand_op", "gescand_met", "weigerreden", "ingrepen", "bestand_id", "omvang")


# What may change after an attachment was added; migration 0007 repeats it.
_WIJZIGBAAR = (
    "soort", "instemming_op", "besproken_op", "vrijgegeven_op", "vrijgegeven_door", "ingetrokken_op",
    "ingetrokken_door", *GEKEURD,
)  # fmt: skip


class Bijlage(Keurbaar, BijDossier):
    """One attachment. Its bytes and its name are encrypted; closed (not released) by default.

    Of a refused or withdrawn attachment the file is gone and only this row stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    herkomst = models.CharField(max_length=10, choices=Herkomst.choices)
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.UUIDField(null=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.UUIDField(null=True)
    instemming_op = models.DateField(null=True)
    besproken_op = models.DateField(null=True)
    vervangt = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "sleutel"), name="bijlage_sleutel_per_dossier"),
            models.CheckConstraint(
                condition=models.Q(vrijgegeven_op=None, vrijgegeven_door=None)
                | ~models.Q(vrijgegeven_op=None) & ~models.Q(vrijgegeven_door=None),
                name="vrijgave_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(scan__in=[staat.value for staat in Scanstaat]), name="bijlage_bekende_scan"
            ),
            models.CheckConstraint(
                condition=models.Q(scan=Scanstaat.GEWEIGERD) ^ models.Q(weigerreden=""), name="geweigerd_met_reden"
            ),
            models.CheckConstraint(
                condition=~models.Q(scan=Scanstaat.GEWEIGERD) | models.Q(vrijgegeven_op=None),
                name="geweigerd_gaat_niet_mee",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    def bewaar(self) -> None:
        """Write what may change after an attachment was added; the database refuses the rest."""
        self.save(update_fields=_WIJZIGBAAR)

    @property
    def vrijgegeven(self) -> bool:
        """Does this attachment travel to the vo school?"""
        return self.vrijgegeven_op is not None


class Toestemming(BijDossier):
    """What the parents said of one attachment: when, who and to which words (encrypted); withdrawn works forward.

    These rows are the proof (AVG 7-1) and stay; `Bijlage.instemming_op` is the day of the one that runs now.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bijlage = models.ForeignKey(Bijlage, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateField()
    geheim = models.BinaryField()
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.UUIDField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("bijlage",), condition=models.Q(ingetrokken_op=None), name="een_lopende_toestemming"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class LosBlad(models.Model):
    """A file of a pile that waits until a person says whose it is: encrypted under a key of its own, 24 hours at most.

    `voorstel_id` is the dossier that its name suggests, `gekozen_id` the one a person chose; `bezwaar` a sentence
    why that could not be done.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    bestand_id = models.UUIDField(unique=True)
    geheime_naam = models.BinaryField()
    mime = models.CharField(max_length=100)
    omvang = models.PositiveBigIntegerField()
    voorstel_id = models.UUIDField(null=True)
    grond = models.CharField(max_length=10, choices=Koppelgrond.choices)
    stand = models.CharField(max_length=12, choices=Bladstand.choices, default=Bladstand.WACHT)
    gekozen_id = models.UUIDField(null=True)
    bezwaar = models.CharField(max_length=300, blank=True)
    geupload_op = models.DateTimeField()
    geupload_door = models.UUIDField()
    vervalt_op = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("school", "vervalt_op")),)

    def __str__(self) -> str:
        return str(self.id)
