"""Keeps in which browsers somebody is inside; Django's own table of sessions says neither whose one is nor since when."""

import uuid

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("gebruikers", "0003_gast"),)
    operations = (
        migrations.CreateModel(
            "Sessie",
            [
                ("session_key", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key")),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("nummer", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("apparaat", models.CharField(blank=True, max_length=60)),
                ("begonnen_op", models.DateTimeField()),
                ("laatst_op", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True, on_delete=models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            {"verbose_name": "session", "verbose_name_plural": "sessions", "abstract": False},
        ),
        # Everybody logs in once more; nothing was in it that should be kept.
        migrations.RunSQL("drop table if exists django_session", migrations.RunSQL.noop),
    )
