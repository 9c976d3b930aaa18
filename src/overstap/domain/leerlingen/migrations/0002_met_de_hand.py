"""Remembers whose particulars somebody typed in, so that they can be mended here until a file from the LAS comes."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen


class Migration(migrations.Migration):
    dependencies = (("leerlingen", "0001_initial"), ("dossiers", "0003_kolommen"))
    operations = (
        migrations.AddField("leerling", "met_de_hand", models.BooleanField(default=False)),
        kolommen.rechten(
            "leerlingen_leerling",
            wijzigen=("roepnaam", "voorvoegsel", "achternaam", "sorteernaam", "met_de_hand"),
        ),
    )
