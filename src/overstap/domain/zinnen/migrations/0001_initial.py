"""Keeps the sentences of a school, behind row-level security: a school sees and changes its own."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql


class Migration(migrations.Migration):
    initial = True
    dependencies = (("scholen", "0003_groepen"), ("dossiers", "0002_slot"))
    operations = (
        migrations.CreateModel(
            name="Zin",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("veld", models.CharField(max_length=60)),
                ("tekst", models.TextField()),
                ("gemaakt_op", models.DateTimeField()),
                ("gemaakt_door", models.UUIDField()),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.organisatie"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["school", "veld"], name="zinnen_zin_school__veld_idx")]},
        ),
        sql.beveilig("zinnen_zin", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven(verwijderen=True)),
        kolommen.rechten("zinnen_zin", wijzigen=("tekst",), verwijderen=True),
    )
