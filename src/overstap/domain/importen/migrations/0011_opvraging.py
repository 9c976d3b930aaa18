"""Keeps for a while that somebody asked for a pupil in the school's own administration, for the school alone."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

BIJGEHOUDEN = (
    "stand", "code", "uitkomst", "sessie", "kenmerk", "upload_id", "gevraagd_op", "gevraagd_door", "beantwoord_op",
    "vervalt_op",
)


class Migration(migrations.Migration):
    dependencies = (("importen", "0010_ander"), ("scholen", "0001_initial"))
    operations = (
        migrations.CreateModel(
            name="Opvraging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sleutel_id", models.UUIDField(unique=True)),
                ("geheim", models.BinaryField()),
                ("zoekhash", models.BinaryField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("onderweg", "Wordt opgevraagd"),
                            ("opgehaald", "Opgehaald"),
                            ("niet_gelukt", "Niet opgehaald"),
                        ],
                        default="onderweg",
                        max_length=15,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=80)),
                ("uitkomst", models.CharField(blank=True, max_length=20)),
                ("sessie", models.CharField(blank=True, max_length=80)),
                ("kenmerk", models.CharField(blank=True, max_length=40)),
                ("upload_id", models.UUIDField(null=True)),
                ("gevraagd_op", models.DateTimeField()),
                ("gevraagd_door", models.UUIDField()),
                ("beantwoord_op", models.DateTimeField(null=True)),
                ("vervalt_op", models.DateTimeField(db_index=True)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "opvraging",
            models.UniqueConstraint(
                condition=models.Q(("stand", "onderweg")), fields=("school", "zoekhash"), name="een_opvraging_tegelijk"
            ),
        ),
        sql.beveilig(
            "importen_opvraging",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            *sql.schrijven(verwijderen=True),
        ),
        kolommen.rechten("importen_opvraging", wijzigen=BIJGEHOUDEN, verwijderen=True),
    )
