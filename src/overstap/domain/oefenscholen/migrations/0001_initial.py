"""Keeps which organisation practises and what would have been mailed from there, each behind row-level security."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

# Also from inside: where its mails are kept, the key of the oefenschool is read.
VAN_BINNEN = f"""school_id in (select o.oefening_van_id from scholen_organisatie o
  where o.id = {sql.MIJ} and o.oefening_van_id is not null)"""


class Migration(migrations.Migration):
    initial = True
    dependencies = (("scholen", "0011_oefening"), ("dossiers", "0002_slot"))
    operations = (
        migrations.CreateModel(
            name="Oefenschool",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("regio_id", models.UUIDField(null=True)),
                ("sleutel_id", models.UUIDField(unique=True)),
                ("begonnen_op", models.DateTimeField()),
                ("begonnen_door", models.UUIDField(null=True)),
                ("klaar_op", models.DateTimeField(null=True)),
                ("rijen_weg_op", models.DateTimeField(null=True)),
                ("gewist_op", models.DateTimeField(null=True)),
                (
                    "sleutels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "bestanden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(rijen_weg_op=None), fields=("school",), name="oefenschool_een_tegelijk"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Oefenmail",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sleutel_id", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("geheim", models.BinaryField()),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["school", "op"], name="oefenmail_school_op")]},
        ),
        sql.beveilig(
            "oefenscholen_oefenschool",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", VAN_BINNEN),
            *sql.schrijven(),
        ),
        kolommen.rechten(
            "oefenscholen_oefenschool", wijzigen=("regio_id", "klaar_op", "gewist_op", "sleutels", "bestanden")
        ),
        sql.beveilig(
            "oefenscholen_oefenmail",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
        ),
        kolommen.rechten("oefenscholen_oefenmail", wijzigen=()),
    )
