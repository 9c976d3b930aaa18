"""Lets a guest come in with a code, as a parent does."""

import uuid

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("gebruikers", "0002_ouderaccount"),)
    operations = (
        migrations.AddField("account", "gastmail", models.EmailField(blank=True, default="", max_length=254), False),
        migrations.CreateModel(
            "Gastcode",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("codehash", models.BinaryField(null=True)),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("geldig_tot", models.DateTimeField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            {"abstract": False},
        ),
    )
