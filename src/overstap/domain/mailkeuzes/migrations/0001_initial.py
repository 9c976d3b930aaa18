"""Keeps what a parent chose about the own mails where only that parent sees it, and which mails wait for one a day."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

# A language says something about where somebody comes from: no organisation reads these rows, its own school neither.
EIGEN_VAN_OUDER = f"{sql.EIGEN_OUDER} and {sql.toegang_ouder('dossier_id')}"
BIJ_DOSSIER = (
    (
        "dossier",
        models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.dossier"),
    ),
    (
        "school",
        models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"),
    ),
)
SOORTEN = [
    ("uitnodiging", "Ouders: er staat iets klaar"),
    ("herinnering", "Ouders: herinnering"),
    ("nieuwe_versie", "Ouders: er is iets veranderd"),
    ("bericht", "Ouders: de school vertelt iets"),
    ("seintje", "Collega’s: er wacht iets"),
]


class Migration(migrations.Migration):
    initial = True
    dependencies = (("dossiers", "0009_beperking_bij_swv"), ("scholen", "0015_kleuren"))
    operations = (
        migrations.CreateModel(
            name="Mailkeuze",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ouder_id", models.UUIDField(unique=True)),
                ("geheim", models.BinaryField()),
                *BIJ_DOSSIER,
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="Wachtmail",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("inzage_id", models.UUIDField()),
                ("ouder_id", models.UUIDField()),
                ("soort", models.CharField(choices=SOORTEN, max_length=20)),
                ("sinds", models.DateTimeField()),
                *BIJ_DOSSIER,
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("inzage_id", "soort"), name="wachtmail_eenmaal_per_soort")
                ]
            },
        ),
        sql.hoort_bij_dossier("mailkeuzes_mailkeuze"),
        sql.hoort_bij_dossier("mailkeuzes_wachtmail"),
        sql.beveilig(
            "mailkeuzes_mailkeuze",
            sql.Regel("select", EIGEN_VAN_OUDER),
            *sql.schrijven(EIGEN_VAN_OUDER, verwijderen=True),
        ),
        sql.beveilig(
            "mailkeuzes_wachtmail",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
            sql.Regel("delete", sql.EIGEN_SCHOOL),
            sql.Regel("delete", EIGEN_VAN_OUDER),
        ),
        kolommen.rechten("mailkeuzes_mailkeuze", wijzigen=("geheim",), verwijderen=True),
        kolommen.rechten("mailkeuzes_wachtmail", wijzigen=(), verwijderen=True),
    )
