"""What does everything of one pupil's file hang on? The dossier, its toegang and its number."""

from __future__ import annotations

import uuid

from django.db import models

from overstap.domain.dossiers.enums import Beperkreden, Heropenreden, Nummersoort, Opheffing, Reden, Staat


class Dossier(models.Model):
    """The file of one pupil in one schooljaar: small on purpose, because everything hangs on it.

    `sleutel_id` is the key in the key store under which all content of this dossier is encrypted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    leerling = models.OneToOneField("leerlingen.Leerling", on_delete=models.PROTECT)
    schooljaar = models.CharField(max_length=9)
    groep = models.CharField(max_length=20)
    staat = models.CharField(max_length=20, choices=Staat.choices, default=Staat.CONCEPT)
    sleutel_id = models.UUIDField(unique=True)
    gemaakt_op = models.DateTimeField()
    heropend_op = models.DateTimeField(null=True)
    heropenreden = models.CharField(max_length=20, choices=Heropenreden.choices, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(heropend_op=None, heropenreden="")
                | models.Q(heropend_op__isnull=False) & ~models.Q(heropenreden=""),
                name="heropend_met_reden",
            ),
            models.UniqueConstraint(fields=("id", "school"), name="dossier_met_school"),
            models.UniqueConstraint(fields=("id", "school", "schooljaar"), name="dossier_met_schooljaar"),
            models.CheckConstraint(
                condition=models.Q(staat__in=[s.value for s in Staat]), name="dossier_bekende_staat"
            ),
        )
        indexes = (models.Index(fields=("school", "schooljaar", "groep")),)

    def __str__(self) -> str:
        return str(self.id)


class BijDossier(models.Model):
    """What hangs on a dossier: carries the dossier and its owning school (a composite foreign key)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Toegang(BijDossier):
    """Who may see this dossier, on which ground, since when and until when. Written by actions only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, null=True, related_name="+")
    ouder_id = models.UUIDField(null=True)
    reden = models.CharField(max_length=20, choices=Reden.choices)
    vanaf = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(organisatie__isnull=False, ouder_id__isnull=True)
                | models.Q(organisatie__isnull=True, ouder_id__isnull=False),
                name="toegang_voor_een",
            ),
            models.UniqueConstraint(
                fields=("dossier", "organisatie"), condition=models.Q(tot=None), name="toegang_organisatie_een_keer"
            ),
            models.UniqueConstraint(
                fields=("dossier", "ouder_id"), condition=models.Q(tot=None), name="toegang_ouder_een_keer"
            ),
        )
        indexes = (
            models.Index(
                fields=("organisatie", "dossier"),
                condition=models.Q(tot=None),
                include=("reden",),
                name="toegang_van_organisatie",
            ),
            models.Index(fields=("ouder_id", "dossier"), condition=models.Q(tot=None), name="toegang_van_ouder"),
        )

    def __str__(self) -> str:
        return f"{self.reden} {self.dossier_id}"


class Persoonsnummer(BijDossier):
    """The pupil's BSN or onderwijsnummer (art. 3-b): encrypted, apart from the report, found by keyed hash.

    `schooljaar` is that of the dossier, held to it by a foreign key: who does a year again, or comes back, has one
    dossier a year.
    """

    schooljaar = models.CharField(max_length=9)
    soort = models.CharField(max_length=15, choices=Nummersoort.choices)
    geheim = models.BinaryField()
    zoekhash = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier",), name="een_nummer_per_dossier"),
            models.UniqueConstraint(fields=("school", "schooljaar", "zoekhash"), name="nummer_een_keer_per_schooljaar"),
        )

    def __str__(self) -> str:
        return self.soort


class Beperking(BijDossier):
    """That the school restricts the use of this pupil's data (art. 18 AVG): nothing leaves while it stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reden = models.CharField(max_length=20, choices=Beperkreden.choices)
    gezet_op = models.DateTimeField()
    gezet_door = models.UUIDField()
    opgeheven_op = models.DateTimeField(null=True)
    opgeheven_door = models.UUIDField(null=True)
    opheffing = models.CharField(max_length=20, choices=Opheffing.choices, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier",), condition=models.Q(opgeheven_op=None), name="een_lopende_beperking"
            ),
            models.CheckConstraint(
                condition=models.Q(opgeheven_op=None, opgeheven_door=None, opheffing="")
                | models.Q(opgeheven_door__isnull=False, opgeheven_op__isnull=False) & ~models.Q(opheffing=""),
                name="beperking_opgeheven_met_reden",
            ),
        )

    def __str__(self) -> str:
        return self.reden
