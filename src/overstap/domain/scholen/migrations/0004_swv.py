"""Lets people work at a samenwerkingsverband: its loket and its adviescommissie."""

from django.db import migrations, models

ROLLEN = (
    ("leerkracht", "leerkracht"),
    ("intern_begeleider", "intern begeleider"),
    ("directeur", "directeur"),
    ("administratie_po", "administratie"),
    ("toelatingscommissie", "toelatingscommissie"),
    ("zorgcoordinator", "zorgcoördinator"),
    ("administratie_vo", "administratie"),
    ("swv_loket", "loket"),
    ("swv_commissie", "adviescommissie"),
    ("ouder", "ouder"),
    ("systeem", "het systeem"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0003_groepen"),)
    operations = (
        migrations.AlterField("aanstelling", "rol", models.CharField(max_length=30, choices=ROLLEN)),
    )
