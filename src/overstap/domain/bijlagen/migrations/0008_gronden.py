"""Lets the worker propose again whose a loose sheet is, after it read the first page."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen


class Migration(migrations.Migration):

    dependencies = [
        ('bijlagen', '0007_gescand_met'),
    ]

    operations = [
        migrations.AlterField(
            model_name='losblad',
            name='grond',
            field=models.CharField(choices=[('nummer', 'Op nummer'), ('leerlingid', 'Op leerlingnummer'), ('tekst', 'Op nummer in het bestand'), ('geboorte', 'Op naam en geboortedatum'), ('naam', 'Op naam'), ('meer', 'Meer leerlingen'), ('geen', 'Geen leerling')], max_length=10),
        ),
        kolommen.rechten(
            "bijlagen_losblad",
            wijzigen=("stand", "gekozen_id", "bezwaar", "voorstel_id", "grond"),
            verwijderen=True,
        ),
    ]
