"""What was uploaded and waits for a person, what came of it, and what is kept for a day to undo it?"""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.models import Keurbaar
from overstap.domain.dossiers.models import BijDossier
from overstap.domain.importen.enums import Ontvangstherkomst, Opvraagstand, Partijstand, Regelsoort, Regelstand
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL


class Upload(models.Model):
    """One uploaded OSO file. It lies in the store under a key of its own; gone after accept, refuse or 24 hours.

    `herkomst` is where it came from, as the vo school says that takes it in; empty for a basisschool.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    bestand_id = models.UUIDField(unique=True)
    omvang = models.PositiveBigIntegerField()
    herkomst = models.CharField(max_length=15, choices=Ontvangstherkomst.choices, blank=True)
    geupload_op = models.DateTimeField()
    geupload_door = models.UUIDField()
    vervalt_op = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)


class Opvraging(models.Model):
    """That somebody asked for one pupil in the school's own administration, over the line (OSO).

    Gone after 24 hours; after 14 days when the dossier did not stand ready yet, so that a notification finds it.

    `geheim` is the persoonsnummer, encrypted under a key of its own; `zoekhash` is its keyed hash, so that nobody asks
    twice at once. What came of it: `code` as OSO writes it, `uitkomst` what that means, `sessie` and `kenmerk` for who
    must look into it, and `upload_id` is the file that then waits. No foreign key: that goes away when it is taken.
    `afmelding` is what the Traffic Center must still hear of it, encrypted under the same key.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    zoekhash = models.BinaryField()
    stand = models.CharField(max_length=15, choices=Opvraagstand.choices, default=Opvraagstand.ONDERWEG)
    code = models.CharField(max_length=80, blank=True)
    uitkomst = models.CharField(max_length=20, blank=True)
    sessie = models.CharField(max_length=80, blank=True)
    kenmerk = models.CharField(max_length=40, blank=True)
    upload_id = models.UUIDField(null=True)
    afmelding = models.BinaryField(null=True)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.UUIDField()
    beantwoord_op = models.DateTimeField(null=True)
    vervalt_op = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("school", "zoekhash"),
                condition=models.Q(stand=Opvraagstand.ONDERWEG),
                name="een_opvraging_tegelijk",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Partij(models.Model):
    """One uploaded ZIP with the files of many pupils. The ZIP lies in the store, encrypted, under a key of its own.

    `bestand_id` is empty once nothing of the ZIP is needed any more; what it says and does is kept for the rest of
    the 24 hours, so that it can be undone. `totaal` counts its files, `gedaan` those of the work that goes on now.
    `besloten_door` is the person in whose name the worker acts; `bezwaar` says why the ZIP cannot be read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    sleutel_id = models.UUIDField(unique=True)
    bestand_id = models.UUIDField(unique=True, null=True)
    omvang = models.PositiveBigIntegerField()
    stand = models.CharField(max_length=15, choices=Partijstand.choices, default=Partijstand.LEZEN)
    totaal = models.PositiveIntegerField(default=0)
    gedaan = models.PositiveIntegerField(default=0)
    te_doen = models.PositiveIntegerField(default=0)
    bezwaar = models.TextField(blank=True)
    geupload_op = models.DateTimeField()
    geupload_door = models.UUIDField()
    besloten_door = models.UUIDField(null=True)
    bijgewerkt_op = models.DateTimeField()
    vervalt_op = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)


class Importregel(models.Model):
    """One file of a partij. `kop` and `beeld` are encrypted under the key of the partij.

    `zoekhash` finds a second file about the same pupil; `naar_dossier` is what was made or renewed. No foreign key:
    undoing takes the dossier away again. `ander`: a person answered that this is not the pupil of the question.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partij = models.ForeignKey(Partij, on_delete=models.CASCADE, related_name="+")
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=15, choices=Regelsoort.choices)
    stand = models.CharField(max_length=15, choices=Regelstand.choices, default=Regelstand.OPEN)
    kop = models.BinaryField()
    beeld = models.BinaryField()
    zoekhash = models.BinaryField(null=True)
    naar_dossier = models.UUIDField(null=True)
    ander = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("partij", "nummer"), name="importregel_een_nummer"),)
        indexes = (models.Index(fields=("partij", "stand")), models.Index(fields=("partij", "zoekhash")))

    def __str__(self) -> str:
        return str(self.id)


class Overname(BijDossier):
    """When a dossier last took over data, and of which day the file was.

    `kenmerk` is the keyed hash of BRIN and leerlingid, by which a pupil without a number is known again.
    """

    kenmerk = models.BinaryField(null=True)
    overgenomen_op = models.DateTimeField()
    bestand_van = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dossier",), name="een_overname_per_dossier"),)
        indexes = (models.Index(fields=("school", "kenmerk")),)

    def __str__(self) -> str:
        return f"overname {self.dossier_id}"


class Herstel(BijDossier):
    """What is needed to undo one import for a day: the rows as they were, encrypted under a key of its own.

    `nieuw`: the import made the dossier, so undoing takes it away. `na_nummer` is the last event of the import in
    the chain of the dossier: an act after it means that somebody built on it. Only the last import of a dossier can be
    undone: `vervangt_op` is when the one before it was taken over, if that could still be undone then.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regel = models.ForeignKey(Importregel, on_delete=models.SET_NULL, null=True, related_name="+")
    nieuw = models.BooleanField()
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    na_nummer = models.BigIntegerField()
    overgenomen_op = models.DateTimeField()
    overgenomen_door = models.UUIDField()
    vervangt_op = models.DateTimeField(null=True)
    vervalt_op = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dossier",), name="een_herstel_per_dossier"),)

    def __str__(self) -> str:
        return str(self.id)


class Ontvangst(models.Model):
    """One pupil's file that a vo school took in itself, from outside the region; `school` is the vo school.

    The names stand here for the inbox, as those of other pupils do. `geheim` holds the report and what stayed out of
    it, encrypted under a key of its own; `van_brin` and `van_naam` are the school that the file names. After
    `bewaren_tot` it is removed with its key.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    herkomst = models.CharField(max_length=15, choices=Ontvangstherkomst.choices)
    van_brin = models.CharField(max_length=6, blank=True)
    van_naam = models.CharField(max_length=200, blank=True)
    roepnaam = models.CharField(max_length=LANGSTE_NAAM)
    voorvoegsel = models.CharField(max_length=LANGSTE_VOORVOEGSEL, blank=True)
    achternaam = models.CharField(max_length=LANGSTE_NAAM)
    sorteernaam = models.CharField(max_length=450, editable=False)
    schooljaar = models.CharField(max_length=9)
    advies = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    bestand_van = models.DateField(null=True)
    zoekhash = models.BinaryField(null=True)
    sleutel_id = models.UUIDField(unique=True)
    geheim = models.BinaryField()
    ontvangen_op = models.DateTimeField()
    ontvangen_door = models.UUIDField()
    bewaren_tot = models.DateField(db_index=True)

    class Meta:
        indexes = (models.Index(fields=("school", "sorteernaam")), models.Index(fields=("school", "zoekhash")))

    def __str__(self) -> str:
        return str(self.id)

    @property
    def naam(self) -> str:
        """The name as people say it: roepnaam, voorvoegsel, achternaam."""
        return " ".join(deel for deel in (self.roepnaam, self.voorvoegsel, self.achternaam) if deel)


class Ontvangstbijlage(Keurbaar):
    """One attachment that came with such a file, under the key of its ontvangst; gone together with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ontvangst = models.ForeignKey(Ontvangst, on_delete=models.CASCADE, related_name="+")
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("ontvangst", "sleutel"), name="sleutel_per_ontvangst"),
            models.CheckConstraint(
                condition=models.Q(scan=Scanstaat.GEWEIGERD) ^ models.Q(weigerreden=""),
                name="ontvangst_geweigerd_met_reden",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
