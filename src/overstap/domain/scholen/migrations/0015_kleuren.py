"""Gives the subject of the words the name of all that stands in it: also the colours."""

from django.db import migrations, models

ONDERWERPEN = (
    ("termijnen", "Termijnen en afspraken"),
    ("datums", "Datums van het schooljaar"),
    ("vragen", "Vragen en uitleg in het rapport"),
    ("bijlagen", "Bijlagen die vanzelf meegaan"),
    ("woorden", "Woorden en kleuren"),
    ("contact", "Wie de scholen helpt"),
    ("swv", "Samenwerkingsverband en routes"),
    ("besturen", "Besturen"),
    ("scholen", "Scholen en vestigingen"),
    ("mails", "Teksten van de mails"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0014_routes"),)
    operations = (
        migrations.AlterField("regiowijziging", "onderwerp", models.CharField(choices=ONDERWERPEN, max_length=20)),
    )
