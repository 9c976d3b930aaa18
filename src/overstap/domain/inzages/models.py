"""How do we know that each parent could read the report, and what did the parent answer?"""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.models import Keurbaar
from overstap.domain.dossiers.models import BijDossier
from overstap.domain.inzages.enums import (
    Akkoord,
    Correctiebesluit,
    Inzagerecht,
    Papierweg,
    Sluitreden,
    Stuksoort,
    Wijze,
    Zienswijzevorm,
)
from overstap.domain.inzages.rules import bewezen_op
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import codehash


def mailhash(mail: str) -> bytes:
    """The keyed hash by which a mail address is found again without keeping it in the clear."""
    return codehash("mail", mail.strip().casefold())


class Inzage(BijDossier):
    """The offer of inzage to one parent, apart from every other parent, and the answer.

    `ouder_id` is the Ouderaccount; `verzorger_id` the key of the person in the veld `verzorgers`. `geheim` holds
    the encrypted name, mail address and contact person; `gemelde_versie_id` the newest version told by mail, or given
    on paper after the first one.
    `recht` is the right on which it was offered, `te_bieden` to how many people the report had to be offered then;
    `gevraagd_op` the day on which a parent without gezag asked for it, `meelezen_op` that on which a pupil from 16
    agreed that this parent reads along. `mailhash` is a keyed hash of the address, by which a request for a code
    finds this row; `mail_mislukt_op` when it was known that a mail did not arrive, `aangekomen_op` when the school
    said that it did. Since `gesloten_op` this person reads no more; what was offered, signed and written stays as
    proof.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ouder_id = models.UUIDField(unique=True)
    verzorger_id = models.UUIDField()
    recht = models.CharField(max_length=20, choices=Inzagerecht.choices, default=Inzagerecht.GEZAG)
    te_bieden = models.PositiveSmallIntegerField(default=0)
    gevraagd_op = models.DateField(null=True)
    meelezen_op = models.DateField(null=True)
    wijze = models.CharField(max_length=10, choices=Wijze.choices)
    geheim = models.BinaryField()
    aangeboden_op = models.DateTimeField()
    aangeboden_door = models.UUIDField()
    mailhash = models.BinaryField(null=True)
    mail_verzonden_op = models.DateTimeField(null=True)
    mail_mislukt_op = models.DateTimeField(null=True)
    aangekomen_op = models.DateTimeField(null=True)
    herinnerd_op = models.DateTimeField(null=True)
    gemelde_versie_id = models.UUIDField(null=True)
    papierweg = models.CharField(max_length=20, choices=Papierweg.choices, blank=True)
    papier_op = models.DateField(null=True)
    geopend_op = models.DateTimeField(null=True)
    gezien_op = models.DateTimeField(null=True)
    gezien_versie_id = models.UUIDField(null=True)
    akkoord = models.CharField(max_length=20, choices=Akkoord.choices, blank=True)
    ingetrokken_op = models.DateTimeField(null=True)
    gesloten_op = models.DateTimeField(null=True)
    gesloten_door = models.UUIDField(null=True)
    sluitreden = models.CharField(max_length=20, choices=Sluitreden.choices, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier", "verzorger_id"), condition=models.Q(ingetrokken_op=None), name="een_inzage_per_ouder"
            ),
            models.CheckConstraint(
                condition=models.Q(wijze="digitaal", papier_op=None)
                | models.Q(wijze="papier", papier_op__isnull=False),
                name="papier_met_dag",
            ),
            models.CheckConstraint(
                condition=models.Q(gezien_op=None, gezien_versie_id=None)
                | models.Q(gezien_op__isnull=False, gezien_versie_id__isnull=False),
                name="gezien_met_versie",
            ),
            models.CheckConstraint(
                condition=models.Q(recht__in=[recht.value for recht in Inzagerecht]), name="inzage_bekend_recht"
            ),
            models.CheckConstraint(
                condition=~models.Q(recht=Inzagerecht.ZONDER_GEZAG) | models.Q(gevraagd_op__isnull=False),
                name="zonder_gezag_op_verzoek",
            ),
            models.CheckConstraint(
                condition=models.Q(gesloten_op=None, gesloten_door=None, sluitreden="")
                | models.Q(gesloten_op__isnull=False, gesloten_door__isnull=False) & ~models.Q(sluitreden=""),
                name="gesloten_met_reden",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def aangeboden(self) -> date:
        """The day on which the report was offered to this parent."""
        return self.papier_op or dag(self.aangeboden_op)

    @property
    def bewezen(self) -> date | None:
        """The day since which the school can prove that this parent could read, or None."""
        return bewezen_op(
            papier_op=self.papier_op,
            verzonden_op=dag(self.mail_verzonden_op) if self.mail_verzonden_op else None,
            mislukt=self.mail_mislukt_op is not None,
            geopend_op=dag(self.geopend_op) if self.geopend_op else None,
        )


class Zienswijze(BijDossier):
    """A parent's own view, in the parent's words. Never changed; a later one stands beside it.

    What was given on paper (on `gegeven_op`) the school adds as it is, scanned or typed over, and names who did so.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    geheim = models.BinaryField()
    ingediend_op = models.DateTimeField()
    vorm = models.CharField(max_length=12, choices=Zienswijzevorm.choices, default=Zienswijzevorm.DIGITAAL)
    gegeven_op = models.DateField(null=True)
    ingevoerd_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(vorm=Zienswijzevorm.DIGITAAL, gegeven_op=None, ingevoerd_door=None)
                | ~models.Q(vorm=Zienswijzevorm.DIGITAAL)
                & models.Q(gegeven_op__isnull=False, ingevoerd_door__isnull=False),
                name="zienswijze_op_papier_met_persoon",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Correctieverzoek(BijDossier):
    """A parent's request to correct a fact (art. 16 AVG), and the school's answer.

    What came on paper (on `gegeven_op`, from which the month counts) the school adds word for word, and names who did
    so. `verlengd_op` is when the school told, with a reason, that it needs two months more (art. 12-3).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    geheim = models.BinaryField()
    ingediend_op = models.DateTimeField()
    besluit = models.CharField(max_length=20, choices=Correctiebesluit.choices, blank=True)
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.UUIDField(null=True)
    geheime_uitleg = models.BinaryField(null=True)
    verlengd_op = models.DateTimeField(null=True)
    verlengd_door = models.UUIDField(null=True)
    geheime_reden = models.BinaryField(null=True)
    gegeven_op = models.DateField(null=True)
    ingevoerd_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(gegeven_op=None, ingevoerd_door=None)
                | models.Q(gegeven_op__isnull=False, ingevoerd_door__isnull=False),
                name="correctie_op_papier_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(besluit="", besloten_op=None, besloten_door=None)
                | ~models.Q(besluit="") & ~models.Q(besloten_op=None) & ~models.Q(besloten_door=None),
                name="correctie_besluit_met_persoon",
            ),
            models.CheckConstraint(
                condition=models.Q(verlengd_op=None, verlengd_door=None, geheime_reden=None)
                | models.Q(verlengd_op__isnull=False, verlengd_door__isnull=False, geheime_reden__isnull=False),
                name="verlengd_met_reden",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Ouderstuk(Keurbaar, BijDossier):
    """A file of one parent: the scan of what came on paper, or what belongs to a zienswijze.

    Apart from the other parent; only what belongs to a zienswijze leaves the school.

    It is scanned and cleaned as every attachment is. `toegevoegd_door` is the colleague who added it, or None when
    the parent did.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    stuksoort = models.CharField(max_length=12, choices=Stuksoort.choices)
    zienswijze = models.ForeignKey(Zienswijze, on_delete=models.PROTECT, null=True, related_name="+")
    correctie = models.ForeignKey(Correctieverzoek, on_delete=models.PROTECT, null=True, related_name="+")
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stuksoort=Stuksoort.ZIENSWIJZE) ^ models.Q(zienswijze=None),
                name="stuk_bij_zienswijze",
            ),
            models.CheckConstraint(
                condition=models.Q(stuksoort=Stuksoort.CORRECTIE) ^ models.Q(correctie=None), name="stuk_bij_correctie"
            ),
            models.CheckConstraint(
                condition=models.Q(scan__in=[staat.value for staat in Scanstaat]), name="stuk_bekende_scan"
            ),
            models.CheckConstraint(
                condition=models.Q(scan=Scanstaat.GEWEIGERD) ^ models.Q(weigerreden=""), name="stuk_geweigerd_met_reden"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Codeverzoek(models.Model):
    """Somebody at the door asks for a code: by the own link (`ouder_id`) or by a keyed hash of a typed address.

    It is written before anybody is known, tells the asker nothing, and names nobody. The school of an offer that it
    fits sees it, for two weeks; one of each a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ouder_id = models.UUIDField(null=True)
    mailhash = models.BinaryField(null=True)
    op = models.DateField()
    gevraagd_op = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ouder_id=None) ^ models.Q(mailhash=None), name="codeverzoek_van_een"
            ),
            models.UniqueConstraint(fields=("ouder_id", "op"), name="codeverzoek_per_link_per_dag"),
            models.UniqueConstraint(fields=("mailhash", "op"), name="codeverzoek_per_adres_per_dag"),
        )

    def __str__(self) -> str:
        return str(self.id)


class Aanvullezing(BijDossier):
    """That a parent read an aanvulling on paper: on which day, how it got there, and who recorded it.

    Who reads digitally leaves this in the logboek.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    aanvulling = models.ForeignKey("rapporten.Aanvulling", on_delete=models.PROTECT, related_name="+")
    inzage = models.ForeignKey(Inzage, on_delete=models.PROTECT, related_name="+")
    ouder_id = models.UUIDField()
    op = models.DateField()
    papierweg = models.CharField(max_length=20, choices=Papierweg.choices)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("aanvulling", "inzage"), name="een_lezing_op_papier"),)

    def __str__(self) -> str:
        return str(self.id)


class WarmeOverdracht(BijDossier):
    """A talk about the pupil between the basisschool and a vo school, announced to the parents beforehand.

    `geheim` holds who talks with whom and about what; `gehouden_op` is the day on which it took place.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ontvanger = models.ForeignKey("scholen.Organisatie", on_delete=models.PROTECT, related_name="+")
    gepland_op = models.DateField()
    geheim = models.BinaryField()
    aangekondigd_op = models.DateTimeField()
    aangekondigd_door = models.UUIDField()
    gehouden_op = models.DateField(null=True)
    vervallen_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)
