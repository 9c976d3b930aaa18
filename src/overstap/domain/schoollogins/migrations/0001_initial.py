"""Keeps the login services of organisations. Read before anybody is known; an organisation writes its own only."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.foundation.rls import kolommen


def _van(naar: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


class Migration(migrations.Migration):
    initial = True
    dependencies = (
        ("scholen", "0012_regiomails"),
        ("dossiers", "0002_slot"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Schoollogin",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("soort", models.CharField(choices=Schoolloginsoort.choices, max_length=10)),
                ("uitgever", models.CharField(blank=True, max_length=200)),
                ("client_id", models.CharField(blank=True, max_length=190)),
                ("sleutel_id", models.UUIDField(null=True, unique=True)),
                ("geheim", models.BinaryField(null=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("beeindigd_op", models.DateTimeField(null=True)),
                ("gemaakt_door", _van(settings.AUTH_USER_MODEL)),
                ("organisatie", _van("scholen.organisatie")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("beeindigd_op", None)),
                        fields=("organisatie",),
                        name="schoollogin_een_lopende",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geheim", None), ("sleutel_id", None), ("soort", "entree"))
                        | models.Q(("geheim__isnull", False), ("sleutel_id__isnull", False), ("soort", "eigen")),
                        name="schoollogin_geheim",
                    ),
                ]
            },
        ),
        kolommen.rechten("schoollogins_schoollogin", wijzigen=("beeindigd_op",)),
        kolommen.bewaak(
            "schoollogins_schoollogin",
            "eigen",
            "not (new.organisatie_id = any(mijn_organisaties()))",
            "een organisatie zet alleen de eigen inlogdienst",
            bij="insert or update",
        ),
        kolommen.bewaak(
            "schoollogins_schoollogin", "beeindigd", "old.beeindigd_op is not null", "wat beëindigd is, blijft dat"
        ),
    )
