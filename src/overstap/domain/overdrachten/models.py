"""To which vo school was the pupil applied, by what may it open the report, what was sent, and what was taken along?"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.models import BijDossier
from overstap.domain.overdrachten.enums import (
    Aanmeldwijze,
    Bundelsoort,
    Intrekreden,
    Meldstand,
    Overdrachtstand,
    Tegenhoudreden,
)
from overstap.domain.overdrachten.rules import Leerlinggegevens
from overstap.domain.overdrachten.rules.stand import overdrachtstand
from overstap.domain.rapporten.models import Versie
from overstap.foundation.sleutels.kast import codehash


class Aanmelding(BijDossier):
    """The pupil's application at one vo school: the ground on which anything may be sent there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    wijze = models.CharField(max_length=20, choices=Aanmeldwijze.choices)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.UUIDField()
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)
    intrekreden = models.CharField(max_length=20, choices=Intrekreden.choices, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None, intrekreden="")
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~models.Q(intrekreden=""),
                name="aanmelding_ingetrokken_met_reden",
            ),
            models.UniqueConstraint(
                fields=("dossier", "ontvanger"),
                condition=models.Q(ingetrokken_op=None),
                name="een_aanmelding_per_school",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Overdracht(BijDossier):
    """One definitive version sent to one vo school. `bestand_id` is the OSO file as sent, encrypted.

    `advies` is the definitive advice of that version, so that an inbox shows it without opening every report. Since
    `tegengehouden_op` that file leaves us no more, for `tegenhoudreden`: of an attachment that is in it. It was fetched
    by a person (`opgehaald_door`), or by the administration of that school over the line (`opgehaald_door_las`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    versie = models.ForeignKey(Versie, on_delete=models.PROTECT, related_name="+")
    advies = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    verstuurd_op = models.DateTimeField()
    verstuurd_door = models.UUIDField()
    bestand_id = models.UUIDField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    klaargezet_op = models.DateTimeField(null=True)
    opgehaald_op = models.DateTimeField(null=True)
    opgehaald_door = models.UUIDField(null=True)
    opgehaald_door_las = models.BooleanField(default=False)
    gelezen_op = models.DateTimeField(null=True)
    gelezen_door = models.UUIDField(null=True)
    tegengehouden_op = models.DateTimeField(null=True)
    tegenhoudreden = models.CharField(max_length=10, choices=Tegenhoudreden.choices, blank=True, default="")
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("versie", "ontvanger"), condition=models.Q(ingetrokken_op=None), name="een_keer_per_versie"
            ),
            models.CheckConstraint(
                condition=models.Q(bestand_id=None, klaargezet_op=None)
                | models.Q(bestand_id__isnull=False, klaargezet_op__isnull=False),
                name="klaargezet_met_bestand",
            ),
            models.CheckConstraint(
                condition=models.Q(opgehaald_op=None, opgehaald_door=None, opgehaald_door_las=False)
                | models.Q(opgehaald_op__isnull=False, opgehaald_door__isnull=False, opgehaald_door_las=False)
                | models.Q(opgehaald_op__isnull=False, opgehaald_door=None, opgehaald_door_las=True),
                name="opgehaald_met_wie",
            ),
            models.CheckConstraint(
                condition=models.Q(gelezen_op=None, gelezen_door=None)
                | models.Q(gelezen_op__isnull=False, gelezen_door__isnull=False),
                name="gelezen_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def stand(self) -> Overdrachtstand:
        """How far the file is."""
        return overdrachtstand(
            klaargezet=self.klaargezet_op is not None,
            tegengehouden=self.tegengehouden_op is not None,
            ingetrokken=self.ingetrokken_op is not None,
        )

    @property
    def wordt_aangepast(self) -> bool:
        """Was the report opened again after this was sent, so that a newer version will follow?"""
        return self.dossier.heropend_op is not None and self.dossier.heropend_op > self.verstuurd_op


class Lasvraag(BijDossier):
    """That the leerlingadministratie of a vo school asked for this dossier over the line, at which aanleverpunt it did.

    One row for each aanleverpunt: the last time, for a notification of the same session. `uitkomst` is what the answer
    meant, `code` how OSO writes it; `kenmerk` is our own aanleverpunt. `gemeld_op` is when somebody of the
    basisschool let it know that the report is ready now, `meldstand` what came of that. Nothing of the pupil.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vrager = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    aanleverpunt = models.CharField(max_length=40)
    kenmerk = models.CharField(max_length=40)
    sessie = models.CharField(max_length=80)
    gevraagd_op = models.DateTimeField()
    uitkomst = models.CharField(max_length=20)
    code = models.CharField(max_length=80)
    gemeld_op = models.DateTimeField(null=True)
    gemeld_door = models.UUIDField(null=True)
    meldstand = models.CharField(max_length=15, choices=Meldstand.choices, default=Meldstand.NIET)
    meldcode = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "aanleverpunt"), name="een_lasvraag_per_aanleverpunt"),
            models.CheckConstraint(
                condition=models.Q(gemeld_door=None, gemeld_op=None, meldstand=Meldstand.NIET)
                | models.Q(gemeld_door__isnull=False, gemeld_op__isnull=False) & ~models.Q(meldstand=Meldstand.NIET),
                name="gemeld_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class UniekeCode(BijDossier):
    """The code on the adviesformulier, with which the parents let one vo school find this report.

    `codehash` finds it; `geheim` is the code itself, encrypted under the key of the dossier, for the paper and the
    page of the parents.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    codehash = models.BinaryField(unique=True)
    geheim = models.BinaryField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier",), condition=models.Q(ingetrokken_op=None), name="een_unieke_code_per_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="code_ingetrokken_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Vrijgave(BijDossier):
    """That the basisschool opens one definitive version to the vo school at which the pupil is applied.

    `kenmerkhash` is the keyed hash of the pupil's particulars in that version, for a vo school that has no code.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(Versie, on_delete=models.PROTECT, related_name="+")
    kenmerkhash = models.BinaryField(null=True, db_index=True)
    vrijgegeven_op = models.DateTimeField()
    vrijgegeven_door = models.UUIDField()
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier",), condition=models.Q(ingetrokken_op=None), name="een_vrijgave_per_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="vrijgave_ingetrokken_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Bundel(models.Model):
    """One ZIP with the files of many pupils, made to be taken along by `school`; a po school or a vo school.

    Lies in the store, encrypted under a key of its own; gone once it was fetched, or after 24 hours. `van` are the
    pupils: dossiers for a po school, overdrachten for a vo school. `bezwaar` says why it could not be made.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=15, choices=Bundelsoort.choices)
    van = ArrayField(models.UUIDField())
    sleutel_id = models.UUIDField(unique=True)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.UUIDField()
    bestand_id = models.UUIDField(unique=True, null=True)
    omvang = models.PositiveBigIntegerField(default=0)
    bezwaar = models.TextField(blank=True)
    vervalt_op = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)


class Gastuitnodiging(models.Model):
    """That a vo school invited a basisschool without Overstap for one pupil, who was applied there on a day.

    `school` is the organisation made for it, with `account` as its one guest; the pupil that this guest types in is
    applied at `ontvanger` by this invitation, and can be sent nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    school = models.OneToOneField("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    account = models.OneToOneField("gebruikers.Account", on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    uitgenodigd_op = models.DateTimeField()
    uitgenodigd_door = models.UUIDField()
    verloopt_op = models.DateTimeField()
    mail_verzonden_op = models.DateTimeField(null=True)
    mail_mislukt_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="gastuitnodiging_ingetrokken_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


def uniekehash(code: str) -> bytes:
    """The keyed hash by which a unieke code is found: twelve characters, in capitals and without hyphens."""
    return codehash("unieke code", code)


def kenmerkhash(gegevens: Leerlinggegevens) -> bytes:
    """The keyed hash by which a pupil is found without a code."""
    return codehash("aanmelding", gegevens.kenmerk)
