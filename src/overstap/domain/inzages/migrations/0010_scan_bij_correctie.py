"""Lets a request to correct a fact that came on paper keep its scan."""

import django.db.models.deletion
from django.db import migrations, models

from overstap.domain.inzages.enums import Stuksoort


class Migration(migrations.Migration):
    dependencies = (("inzages", "0009_te_bieden"),)
    operations = (
        migrations.AlterField("ouderstuk", "stuksoort", models.CharField(choices=Stuksoort.choices, max_length=12)),
        migrations.AddField(
            "ouderstuk",
            "correctie",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inzages.correctieverzoek"
            ),
        ),
        migrations.AddConstraint(
            "ouderstuk",
            models.CheckConstraint(
                condition=models.Q(stuksoort=Stuksoort.CORRECTIE) ^ models.Q(correctie=None), name="stuk_bij_correctie"
            ),
        ),
    )
