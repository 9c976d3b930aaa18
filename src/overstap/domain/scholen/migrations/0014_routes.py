"""Gives the subject of the samenwerkingsverband the name of all that stands in it: also its routes."""

from django.db import migrations, models

ONDERWERPEN = (
    ("termijnen", "Termijnen en afspraken"),
    ("datums", "Datums van het schooljaar"),
    ("vragen", "Vragen en uitleg in het rapport"),
    ("bijlagen", "Bijlagen die vanzelf meegaan"),
    ("woorden", "Woorden van de regio"),
    ("contact", "Wie de scholen helpt"),
    ("swv", "Samenwerkingsverband en routes"),
    ("besturen", "Besturen"),
    ("scholen", "Scholen en vestigingen"),
    ("mails", "Teksten van de mails"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0013_meekijker"),)
    operations = (
        migrations.AlterField("regiowijziging", "onderwerp", models.CharField(choices=ONDERWERPEN, max_length=20)),
    )
