"""Tells apart two fetches of one dossier: a new version, and a second vo school, are news for the basisschool."""

from uuid import UUID

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("koppelingen", "0003_geheim_en_namen"),)
    operations = (
        migrations.RemoveConstraint("bezorging", "bezorging_een_keer"),
        # What was told before stays told once for each thing.
        migrations.AddField("bezorging", "aanleiding_id", models.UUIDField(default=UUID(int=0)), preserve_default=False),
        migrations.AddConstraint(
            "bezorging",
            models.UniqueConstraint(
                fields=("webhook", "gebeurtenis", "object_id", "aanleiding_id"), name="bezorging_een_keer"
            ),
        ),
    )
