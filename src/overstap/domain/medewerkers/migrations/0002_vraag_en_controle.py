"""Keeps who asks for an account, and for which school year the list of colleagues was confirmed; each of the own."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"
_ID = ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False))
_ORGANISATIE = (
    "organisatie",
    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"),
)


class Migration(migrations.Migration):
    dependencies = (("medewerkers", "0001_initial"), ("gebruikers", "0004_sessie"))
    operations = (
        migrations.CreateModel(
            name="Accountvraag",
            fields=[
                _ID,
                _ORGANISATIE,
                ("naam", models.CharField(max_length=200)),
                ("email", models.EmailField(max_length=254)),
                ("gevraagd_op", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("organisatie", "email"), name="accountvraag_een_keer")
                ]
            },
        ),
        migrations.CreateModel(
            name="Medewerkerscontrole",
            fields=[
                _ID,
                _ORGANISATIE,
                ("schooljaar", models.CharField(max_length=9)),
                ("bevestigd_op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("organisatie", "schooljaar"), name="medewerkerscontrole_een_keer")
                ]
            },
        ),
        sql.beveilig(
            "medewerkers_accountvraag", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN, verwijderen=True)
        ),
        kolommen.rechten("medewerkers_accountvraag", wijzigen=(), verwijderen=True),
        sql.beveilig("medewerkers_medewerkerscontrole", sql.Regel("select", EIGEN), sql.Regel("insert", EIGEN)),
        kolommen.rechten("medewerkers_medewerkerscontrole", wijzigen=()),
    )
