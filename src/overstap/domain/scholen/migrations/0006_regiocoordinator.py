"""Knows the coordinator of a region, who sees counts and nothing of a pupil."""

from django.db import migrations, models

ROLLEN = (
    ("leerkracht", "leerkracht"),
    ("intern_begeleider", "intern begeleider"),
    ("directeur", "directeur"),
    ("administratie_po", "administratie"),
    ("gast", "medewerker"),
    ("toelatingscommissie", "toelatingscommissie"),
    ("zorgcoordinator", "zorgcoördinator"),
    ("administratie_vo", "administratie"),
    ("swv_loket", "loket"),
    ("swv_commissie", "adviescommissie"),
    ("regiocoordinator", "regiocoördinator"),
    ("ouder", "ouder"),
    ("systeem", "het systeem"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0005_gast"),)
    operations = (migrations.AlterField("aanstelling", "rol", models.CharField(max_length=30, choices=ROLLEN)),)
