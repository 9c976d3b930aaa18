"""Keeps the addresses of calendar feeds, behind row-level security: an organisation sees and ends its own."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"


class Migration(migrations.Migration):
    dependencies = (
        ("medewerkers", "0002_vraag_en_controle"),
        ("scholen", "0006_regiocoordinator"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Agendalink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("gemaakt_op", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(null=True)),
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
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op", None)),
                        fields=("account", "organisatie"),
                        name="agendalink_een_lopend",
                    )
                ]
            },
        ),
        sql.beveilig("medewerkers_agendalink", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        kolommen.rechten("medewerkers_agendalink", wijzigen=("ingetrokken_op",)),
    )
