"""Lets the administration of a vo school fetch what was sent, and keeps for the basisschool alone who asked."""

import uuid

from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

VAN_HET_VO = ("opgehaald_op", "opgehaald_door", "gelezen_op", "gelezen_door")
VAN_DE_SCHOOL = (
    "bestand_id", "sha256", "klaargezet_op", "ingetrokken_op", "tegengehouden_op", "tegenhoudreden",
)
BIJGEHOUDEN = (
    "vrager_id", "kenmerk", "sessie", "gevraagd_op", "uitkomst", "code", "gemeld_op", "gemeld_door", "meldstand",
    "meldcode",
)
STANDEN = (
    ("niet", "Niet gemeld"),
    ("onderweg", "Wordt gemeld"),
    ("ontvangen", "Ontvangen"),
    ("niet_gelukt", "Niet gelukt"),
)
_WEG = (
    "drop trigger overdrachten_overdracht_door_vo on overdrachten_overdracht; "
    "drop function overdrachten_overdracht_door_vo();"
)
_OUD = kolommen.alleen_kolommen("overdrachten_overdracht", "door_vo", wanneer=kolommen.VREEMD, mag=VAN_HET_VO)
BLIJFT = models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0013_gast_opruimen"), ("scholen", "0007_leerlingadministratie"))
    operations = (
        migrations.AddField("overdracht", "opgehaald_door_las", models.BooleanField(default=False)),
        migrations.RemoveConstraint("overdracht", "opgehaald_met_persoon"),
        migrations.AddConstraint(
            "overdracht",
            models.CheckConstraint(
                condition=models.Q(opgehaald_op=None, opgehaald_door=None, opgehaald_door_las=False)
                | models.Q(opgehaald_op__isnull=False, opgehaald_door__isnull=False, opgehaald_door_las=False)
                | models.Q(opgehaald_op__isnull=False, opgehaald_door=None, opgehaald_door_las=True),
                name="opgehaald_met_wie",
            ),
        ),
        kolommen.rechten("overdrachten_overdracht", wijzigen=(*VAN_HET_VO, "opgehaald_door_las", *VAN_DE_SCHOOL)),
        migrations.RunSQL(_WEG, _OUD.sql),
        kolommen.alleen_kolommen(
            "overdrachten_overdracht", "door_vo", wanneer=kolommen.VREEMD, mag=(*VAN_HET_VO, "opgehaald_door_las")
        ),
        migrations.CreateModel(
            "Lasvraag",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("aanleverpunt", models.CharField(max_length=40)),
                ("kenmerk", models.CharField(max_length=40)),
                ("sessie", models.CharField(max_length=80)),
                ("gevraagd_op", models.DateTimeField()),
                ("uitkomst", models.CharField(max_length=20)),
                ("code", models.CharField(max_length=80)),
                ("gemeld_op", models.DateTimeField(null=True)),
                ("gemeld_door", models.UUIDField(null=True)),
                ("meldstand", models.CharField(choices=STANDEN, default="niet", max_length=15)),
                ("meldcode", models.CharField(blank=True, max_length=80)),
                ("dossier", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="dossiers.dossier")),
                ("school", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
                ("vrager", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
            ],
            {
                "constraints": (
                    models.UniqueConstraint(fields=("dossier", "aanleverpunt"), name="een_lasvraag_per_aanleverpunt"),
                    models.CheckConstraint(
                        condition=models.Q(gemeld_door=None, gemeld_op=None, meldstand="niet")
                        | models.Q(gemeld_door__isnull=False, gemeld_op__isnull=False) & ~models.Q(meldstand="niet"),
                        name="gemeld_met_persoon",
                    ),
                ),
            },
        ),
        sql.hoort_bij_dossier("overdrachten_lasvraag"),
        sql.beveilig("overdrachten_lasvraag", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        kolommen.rechten("overdrachten_lasvraag", wijzigen=BIJGEHOUDEN),
    )
