"""Keeps where programs want messages, and which were sent, behind row-level security: an organisation sees its own."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.domain.koppelingen.enums import Bezorguitkomst, Webhookgebeurtenis
from overstap.foundation.rls import kolommen, sql

EIGEN = f"organisatie_id = {sql.MIJ}"


def _van(naar: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


def _eigen(tabel: str, kolom: str, naar: str) -> migrations.RunSQL:
    """A plain foreign key looks past row-level security: what hangs here is of the same organisation."""
    naam = f"{tabel}_eigen_fk"
    return migrations.RunSQL(
        f"alter table {tabel} add constraint {naam} foreign key ({kolom}, organisatie_id) "
        f"references {naar} (id, organisatie_id);",
        f"alter table {tabel} drop constraint {naam};",
    )


class Migration(migrations.Migration):
    dependencies = (
        ("koppelingen", "0001_initial"),
        ("scholen", "0008_regiowijziging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Webhook",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("adres", models.CharField(max_length=300)),
                ("sleutel_id", models.UUIDField(unique=True)),
                ("geheim", models.BinaryField()),
                ("gemaakt_op", models.DateTimeField()),
                ("mislukt_sinds", models.DateTimeField(null=True)),
                ("gestopt_op", models.DateTimeField(null=True)),
                ("verwijderd_op", models.DateTimeField(null=True)),
                ("gemaakt_door", _van(settings.AUTH_USER_MODEL)),
                ("koppeling", _van("koppelingen.koppeling")),
                ("organisatie", _van("scholen.organisatie")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("id", "organisatie"), name="webhook_van_organisatie"),
                    models.UniqueConstraint(
                        condition=models.Q(("verwijderd_op", None)),
                        fields=("koppeling",),
                        name="webhook_een_per_koppeling",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Bezorging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("gebeurtenis", models.CharField(choices=Webhookgebeurtenis.choices, max_length=30)),
                ("object_id", models.UUIDField()),
                ("gebeurd_op", models.DateTimeField()),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("laatste_op", models.DateTimeField(null=True)),
                ("uitkomst", models.CharField(choices=Bezorguitkomst.choices, default="wacht", max_length=20)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("bezorgd_op", models.DateTimeField(null=True)),
                ("organisatie", _van("scholen.organisatie")),
                ("webhook", _van("koppelingen.webhook")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("webhook", "gebeurtenis", "object_id"), name="bezorging_een_keer")
                ],
                "indexes": [models.Index(fields=["organisatie", "gebeurd_op"], name="bezorging_organisatie_op")],
            },
        ),
        sql.beveilig("koppelingen_webhook", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN)),
        sql.beveilig("koppelingen_bezorging", sql.Regel("select", EIGEN), *sql.schrijven(EIGEN, verwijderen=True)),
        kolommen.rechten("koppelingen_webhook", wijzigen=("mislukt_sinds", "gestopt_op", "verwijderd_op")),
        kolommen.rechten(
            "koppelingen_bezorging",
            wijzigen=("pogingen", "laatste_op", "uitkomst", "status", "bezorgd_op"),
            verwijderen=True,
        ),
        kolommen.bewaak(
            "koppelingen_webhook", "verwijderd", "old.verwijderd_op is not null", "wat verwijderd is, blijft dat"
        ),
        _eigen("koppelingen_webhook", "koppeling_id", "koppelingen_koppeling"),
        _eigen("koppelingen_bezorging", "webhook_id", "koppelingen_webhook"),
    )
