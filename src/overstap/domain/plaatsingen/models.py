"""What did a vo school decide about an application, what did it ask, and which brugklassen has it?"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.models import BijDossier
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Besluitsoort, Herzienreden, Vervolgstand


class Brugklas(models.Model):
    """A first class of a vo school in the schooljaar of the dossiers ("2026-2027": it starts in August 2027).

    `advies_van` and `advies_tot` are the adviezen it is meant for, `capaciteit` how many pupils fit; empty is any.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    schooljaar = models.CharField(max_length=9)
    naam = models.CharField(max_length=60)
    advies_van = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    advies_tot = models.CharField(max_length=20, choices=Niveau.choices, blank=True)
    capaciteit = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "schooljaar", "naam"), name="brugklas_naam_een_keer"),
            models.UniqueConstraint(fields=("id", "school"), name="brugklas_met_school"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Plaatsing(BijDossier):
    """One application as the vo school sees it: how far it is, until when it may take, and what helps to sort.

    Made when the report arrives. `overdracht` is the newest transfer; `aangemeld_op`, `met_vraag`, `met_tlv` and
    `gesprek_gevraagd` are frozen at sending, because a vo school sees no aanmelding and a list opens no report.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    aanmelding = models.OneToOneField("overdrachten.Aanmelding", on_delete=models.PROTECT, related_name="+")
    overdracht = models.ForeignKey("overdrachten.Overdracht", on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    met_vraag = models.BooleanField()
    met_tlv = models.BooleanField()
    gesprek_gevraagd = models.BooleanField()
    besluit_voor = models.DateField()
    verlengd_op = models.DateTimeField(null=True)
    status = models.CharField(max_length=20, choices=Aanmeldstatus.choices, default=Aanmeldstatus.ONTVANGEN)
    status_op = models.DateTimeField()
    herzien_op = models.DateTimeField(null=True)
    brugklas = models.ForeignKey(Brugklas, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=[s.value for s in Aanmeldstatus]), name="plaatsing_bekende_status"
            ),
            models.CheckConstraint(
                condition=Q(status=Aanmeldstatus.GEPLAATST.value, brugklas__isnull=False)
                | (~Q(status=Aanmeldstatus.GEPLAATST.value) & Q(brugklas=None)),
                name="geplaatst_met_brugklas",
            ),
            models.UniqueConstraint(fields=("id", "dossier", "ontvanger"), name="plaatsing_met_ontvanger"),
        )
        indexes = (models.Index(fields=("ontvanger", "status")),)

    def __str__(self) -> str:
        return str(self.id)


class BijPlaatsing(BijDossier):
    """What hangs on an application at one vo school: held to its dossier and that school by a foreign key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plaatsing = models.ForeignKey(Plaatsing, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Besluit(BijPlaatsing):
    """One decision of the vo school, as it was made; never changes. `geheim` is the reason, encrypted."""

    soort = models.CharField(max_length=12, choices=Besluitsoort.choices)
    status = models.CharField(max_length=20, choices=Aanmeldstatus.choices)
    grond = models.CharField(max_length=20, choices=Afwijsgrond.choices, blank=True)
    herzienreden = models.CharField(max_length=20, choices=Herzienreden.choices, blank=True)
    geheim = models.BinaryField(null=True)
    op = models.DateTimeField()
    door = models.UUIDField()
    functie = models.CharField(max_length=30)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=(Q(status=Aanmeldstatus.AFGEWEZEN.value) & ~Q(grond="") & Q(geheim__isnull=False))
                | (~Q(status=Aanmeldstatus.AFGEWEZEN.value) & Q(grond="")),
                name="afgewezen_met_grond",
            ),
            models.CheckConstraint(
                condition=(Q(soort=Besluitsoort.HERZIENING.value) & ~Q(herzienreden=""))
                | (~Q(soort=Besluitsoort.HERZIENING.value) & Q(herzienreden="")),
                name="herzien_met_reden",
            ),
        )


class Vraag(BijPlaatsing):
    """A question of the vo school to the basisschool about one pupil, with the answer; both are encrypted.

    Part of the dossier: the parents read it, and it is kept as long. They read no names: `functie` is the role of who
    wrote. `gezien_op`: the vo school opened the answer.
    """

    geheim = models.BinaryField()
    gesteld_op = models.DateTimeField()
    gesteld_door = models.UUIDField()
    functie = models.CharField(max_length=30)
    antwoord = models.BinaryField(null=True)
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.UUIDField(null=True)
    antwoordfunctie = models.CharField(max_length=30, blank=True)
    gezien_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(antwoord=None, beantwoord_op=None, beantwoord_door=None, antwoordfunctie="", gezien_op=None)
                | (
                    Q(antwoord__isnull=False, beantwoord_op__isnull=False, beantwoord_door__isnull=False)
                    & ~Q(antwoordfunctie="")
                ),
                name="beantwoord_met_wie",
            ),
        )
        indexes = (
            models.Index(fields=("school",), condition=Q(beantwoord_op=None), name="vraag_open"),
            models.Index(fields=("plaatsing",), condition=Q(gezien_op=None), name="vraag_loopt"),
        )


class Terugvraag(models.Model):
    """That a basisschool asks how its pupils of one schooljaar fare after a year; unasked, nobody writes it down."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    schooljaar = models.CharField(max_length=9)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "schooljaar"), name="terugvraag_een_per_jaar"),)

    def __str__(self) -> str:
        return str(self.id)


class Vervolg(models.Model):
    """Where one placed pupil stands after a year: of the vo school alone. The basisschool only ever gets counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plaatsing = models.OneToOneField(Plaatsing, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    schooljaar = models.CharField(max_length=9)
    stand = models.CharField(max_length=10, choices=Vervolgstand.choices)
    op = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(stand__in=[stand.value for stand in Vervolgstand]), name="vervolg_bekende_stand"
            ),
        )
        indexes = (models.Index(fields=("ontvanger", "schooljaar"), name="vervolg_ontvanger_jaar"),)

    def __str__(self) -> str:
        return str(self.id)
