"""Which attachments hang on a dossier, which of them may travel along, and what did the parents say of each?"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from django.db import models

from overstap.domain.bijlagen.enums import (
    Bijlagesoort,
    Bladstand,
    Herkomst,
    Koppelgrond,
    Ontvanger,
    Scanstaat,
    Weigerreden,
)
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


# What may change after an attachment was added; migration 0009 repeats it.
_WIJZIGBAAR = (
    "soort", "mime", "instemming_op", "besproken_op", "vrijgegeven_op", "vrijgegeven_door", "vrijgegeven_swv_op",
    "vrijgegeven_swv_door", "meegestuurd_op", "ingetrokken_op", "ingetrokken_door", *GEKEURD,
)  # fmt: skip


class Bijlage(Keurbaar, BijDossier):
    """One attachment. Its bytes and its name are encrypted; closed (not released) by default.

    `vrijgegeven_op` is the release to the vo school, `vrijgegeven_swv_op` that to the samenwerkingsverband. One that
    was added after definitief stands beside a version (`later_bij`) and went along since `meegestuurd_op`. `als_pdf`:
    a picture that becomes a PDF when it is checked. Of a refused or withdrawn attachment the file is gone and only this
    row stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    herkomst = models.CharField(max_length=10, choices=Herkomst.choices)
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.UUIDField(null=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    vrijgegeven_door = models.UUIDField(null=True)
    vrijgegeven_swv_op = models.DateTimeField(null=True)
    vrijgegeven_swv_door = models.UUIDField(null=True)
    later_bij = models.UUIDField(null=True)
    meegestuurd_op = models.DateTimeField(null=True)
    als_pdf = models.BooleanField(default=False)
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
                condition=models.Q(vrijgegeven_swv_op=None, vrijgegeven_swv_door=None)
                | ~models.Q(vrijgegeven_swv_op=None) & ~models.Q(vrijgegeven_swv_door=None),
                name="vrijgave_swv_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(scan__in=[staat.value for staat in Scanstaat]), name="bijlage_bekende_scan"
            ),
            models.CheckConstraint(
                condition=models.Q(scan=Scanstaat.GEWEIGERD) ^ models.Q(weigerreden=""), name="geweigerd_met_reden"
            ),
            models.CheckConstraint(
                condition=~models.Q(scan=Scanstaat.GEWEIGERD) | models.Q(vrijgegeven_op=None, vrijgegeven_swv_op=None),
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

    @property
    def aan(self) -> frozenset[Ontvanger]:
        """To whom it is released."""
        open_ = {Ontvanger.VO: self.vrijgegeven_op, Ontvanger.SWV: self.vrijgegeven_swv_op}
        return frozenset(ontvanger for ontvanger, op in open_.items() if op is not None)

    def geef_vrij(self, aan: Collection[Ontvanger], door: uuid.UUID | None, op: datetime) -> None:
        """Open it for exactly these; who had it open keeps the moment and the person of then."""
        if (Ontvanger.VO in aan) != self.vrijgegeven:
            self.vrijgegeven_op, self.vrijgegeven_door = (op, door) if Ontvanger.VO in aan else (None, None)
        if (Ontvanger.SWV in aan) != (self.vrijgegeven_swv_op is not None):
            waar = (op, door) if Ontvanger.SWV in aan else (None, None)
            self.vrijgegeven_swv_op, self.vrijgegeven_swv_door = waar


class Toestemming(BijDossier):
    """What the parents said of one attachment: when, who and to which words (encrypted); withdrawn works forward.

    `ontvangers` are the keys of those to whom it may go, `tekstversie` which words were shown. These rows are the proof
    (AVG 7-1) and stay; `Bijlage.instemming_op` is the day of the one that runs now.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bijlage = models.ForeignKey(Bijlage, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateField()
    ontvangers = models.JSONField(default=list)
    tekstversie = models.PositiveSmallIntegerField()
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

    @property
    def voor(self) -> frozenset[Ontvanger]:
        """To whom the parents said that it may go."""
        return frozenset(map(Ontvanger, self.ontvangers))


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
