"""Keeps the programs of organisations and their keys, behind row-level security: an organisation sees and ends its own."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.domain.koppelingen.enums import Bereik
from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"


def _van(naar: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


class Migration(migrations.Migration):
    initial = True
    dependencies = (
        ("scholen", "0008_regiowijziging"),
        ("dossiers", "0002_slot"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Koppeling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=60)),
                (
                    "bereik",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=Bereik.choices, max_length=30), size=None
                    ),
                ),
                ("tot", models.DateField()),
                ("gemaakt_op", models.DateTimeField()),
                ("beeindigd_op", models.DateTimeField(null=True)),
                ("gemaakt_door", _van(settings.AUTH_USER_MODEL)),
                ("organisatie", _van("scholen.organisatie")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("id", "organisatie"), name="koppeling_van_organisatie")
                ]
            },
        ),
        migrations.CreateModel(
            name="Toegangssleutel",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("hash", models.BinaryField()),
                ("gemaakt_op", models.DateTimeField()),
                ("gebruikt_op", models.DateTimeField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("gemaakt_door", _van(settings.AUTH_USER_MODEL)),
                (
                    "koppeling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sleutels",
                        to="koppelingen.koppeling",
                    ),
                ),
                ("organisatie", _van("scholen.organisatie")),
            ],
        ),
        sql.beveilig("koppelingen_koppeling", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        sql.beveilig("koppelingen_toegangssleutel", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        kolommen.rechten("koppelingen_koppeling", wijzigen=("beeindigd_op",)),
        kolommen.rechten("koppelingen_toegangssleutel", wijzigen=("gebruikt_op", "ingetrokken_op")),
        # What ended stays ended, also for who forgets a filter.
        kolommen.bewaak(
            "koppelingen_koppeling", "beeindigd", "old.beeindigd_op is not null", "wat beëindigd is, blijft dat"
        ),
        kolommen.bewaak(
            "koppelingen_toegangssleutel",
            "ingetrokken",
            "old.ingetrokken_op is not null",
            "een ingetrokken sleutel blijft dat",
        ),
        # A plain foreign key looks past row-level security: nobody hangs a key on the koppeling of another.
        migrations.RunSQL(
            "alter table koppelingen_toegangssleutel add constraint koppelingen_toegangssleutel_eigen_fk "
            "foreign key (koppeling_id, organisatie_id) references koppelingen_koppeling (id, organisatie_id);",
            "alter table koppelingen_toegangssleutel drop constraint koppelingen_toegangssleutel_eigen_fk;",
        ),
    )
