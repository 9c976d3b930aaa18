"""Keeps the invitations of colleagues, behind row-level security: an organisation sees and changes its own."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"


class Migration(migrations.Migration):
    initial = True
    dependencies = (("scholen", "0004_swv"), ("dossiers", "0002_slot"))
    operations = (
        migrations.CreateModel(
            name="Collegauitnodiging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("rol", models.CharField(max_length=30)),
                (
                    "groepen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                ("ronde", models.PositiveSmallIntegerField(default=1)),
                ("geldig_tot", models.DateTimeField()),
                ("mail_mislukt_op", models.DateTimeField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("aangenomen_op", models.DateTimeField(null=True)),
                (
                    "aanstelling",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scholen.aanstelling",
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
                        condition=models.Q(("aangenomen_op", None), ("ingetrokken_op", None)),
                        fields=("organisatie", "email", "rol"),
                        name="collegauitnodiging_een_open",
                    )
                ]
            },
        ),
        sql.beveilig("medewerkers_collegauitnodiging", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        kolommen.rechten(
            "medewerkers_collegauitnodiging",
            wijzigen=(
                "naam", "email", "ronde", "geldig_tot", "mail_mislukt_op", "ingetrokken_op", "aangenomen_op",
                "aanstelling_id",
            ),
        ),
    )  # fmt: skip
