"""Remembers of which groups a teacher follows the pupils."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from overstap.foundation.rls import kolommen


class Migration(migrations.Migration):
    dependencies = (("scholen", "0002_kolommen"),)
    operations = (
        migrations.AddField(
            "aanstelling", "groepen", ArrayField(models.CharField(max_length=20), default=list, blank=True)
        ),
        kolommen.rechten("scholen_aanstelling", wijzigen=("tot", "groepen")),
    )
