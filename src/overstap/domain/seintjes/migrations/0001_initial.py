"""Keeps how often colleagues are mailed and what was said last, behind row-level security: each organisation its own."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"


class Migration(migrations.Migration):
    initial = True
    dependencies = (
        ("scholen", "0008_regiowijziging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Seintje",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("keuzes", models.JSONField(default=dict)),
                ("gezegd", models.JSONField(default=dict)),
                ("gekeken_op", models.DateField(null=True)),
                ("verstuurd_op", models.DateTimeField(null=True)),
                ("mislukt_op", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "organisatie"), name="seintje_een_per_plek")
                ]
            },
        ),
        sql.beveilig("seintjes_seintje", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        kolommen.rechten(
            "seintjes_seintje", wijzigen=("keuzes", "gezegd", "gekeken_op", "verstuurd_op", "mislukt_op")
        ),
    )
