"""Keeps that a basisschool asks how its pupils fare after a year, and the answer of the vo school, of that school alone."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

ONTVANGER = f"ontvanger_id = {sql.MIJ}"
# Inside a policy the rows of another table are those that the actor sees: of a vo school its own running ones.
LOOPT = f"""{ONTVANGER} and exists (select from plaatsingen_plaatsing p
  where p.id = plaatsing_id and p.ontvanger_id = plaatsingen_vervolg.ontvanger_id and p.status = 'geplaatst')"""
VAN_ONS = "mijn_ouder() is null and school_id in (select p.school_id from plaatsingen_plaatsing p)"
STANDEN = (
    ("hoger", "Hoger dan het advies"),
    ("zoals", "Zoals het advies"),
    ("lager", "Lager dan het advies"),
)


class Migration(migrations.Migration):
    dependencies = (("plaatsingen", "0004_stil_in_de_regio"), ("scholen", "0011_oefening"))
    operations = (
        migrations.CreateModel(
            name="Terugvraag",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("schooljaar", models.CharField(max_length=9)),
                ("gevraagd_op", models.DateTimeField()),
                ("gevraagd_door", models.UUIDField()),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("school", "schooljaar"), name="terugvraag_een_per_jaar")
                ]
            },
        ),
        migrations.CreateModel(
            name="Vervolg",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("schooljaar", models.CharField(max_length=9)),
                ("stand", models.CharField(choices=STANDEN, max_length=10)),
                ("op", models.DateTimeField()),
                (
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
                (
                    "plaatsing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plaatsingen.plaatsing"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["ontvanger", "schooljaar"], name="vervolg_ontvanger_jaar")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(stand__in=["hoger", "zoals", "lager"]), name="vervolg_bekende_stand"
                    )
                ],
            },
        ),
        sql.beveilig(
            "plaatsingen_terugvraag",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", VAN_ONS),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
        ),
        kolommen.rechten("plaatsingen_terugvraag", wijzigen=()),
        sql.beveilig(
            "plaatsingen_vervolg",
            sql.Regel("select", ONTVANGER),
            sql.Regel("insert", LOOPT),
            sql.Regel("update", LOOPT),
            sql.Regel("delete", ONTVANGER),
        ),
        kolommen.rechten("plaatsingen_vervolg", wijzigen=("stand", "op"), verwijderen=True),
    )
