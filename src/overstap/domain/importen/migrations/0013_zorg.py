"""Lets a samenwerkingsverband take in what a school elsewhere offered it over the line (OSO)."""

from django.db import migrations, models

HERKOMSTEN = (
    ("basisschool", "Van een basisschool buiten de regio"),
    ("eigen_las", "Uit de eigen leerlingadministratie"),
    ("zorg", "Van een school, via OSO"),
)


class Migration(migrations.Migration):
    dependencies = (("importen", "0012_afmelding"),)
    operations = (
        migrations.AlterField("upload", "herkomst", models.CharField(blank=True, choices=HERKOMSTEN, max_length=15)),
        migrations.AlterField("ontvangst", "herkomst", models.CharField(choices=HERKOMSTEN, max_length=15)),
    )
