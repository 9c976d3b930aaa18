"""Keeps the file of a region that a program handed in, for who works for that region, until a person decides."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

EIGEN = "regio_id = any((select mijn_regios())::uuid[])"


class Migration(migrations.Migration):
    dependencies = (("scholen", "0016_verbanden"),)
    operations = (
        migrations.CreateModel(
            name="Regiovoorstel",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tekst", models.TextField()),
                ("op", models.DateTimeField()),
                ("door", models.UUIDField()),
                (
                    "regio",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.regio"
                    ),
                ),
            ],
        ),
        sql.beveilig(
            "scholen_regiovoorstel", *(sql.Regel(wat, EIGEN) for wat in ("select", "insert", "delete"))
        ),
        kolommen.rechten("scholen_regiovoorstel", wijzigen=(), verwijderen=True),
    )
