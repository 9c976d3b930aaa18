"""Knows a meekijker: who helps a school and looks along for some time, and nobody's function."""

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
    ("leerlingadministratie", "leerlingadministratie"),
    ("swv_systeem", "eigen systeem"),
    ("koppeling", "koppeling"),
    ("meekijker", "meekijker"),
    ("ouder", "ouder"),
    ("systeem", "het systeem"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0012_regiomails"),)
    operations = (migrations.AlterField("aanstelling", "rol", models.CharField(max_length=30, choices=ROLLEN)),)
