"""Lets a region give the texts of mails: one more subject that changes, and is put back, as the others are."""

from django.db import migrations, models

ONDERWERPEN = (
    ("termijnen", "Termijnen en afspraken"),
    ("datums", "Datums van het schooljaar"),
    ("vragen", "Vragen en uitleg in het rapport"),
    ("bijlagen", "Bijlagen die vanzelf meegaan"),
    ("woorden", "Woorden van de regio"),
    ("contact", "Wie de scholen helpt"),
    ("swv", "Samenwerkingsverband"),
    ("besturen", "Besturen"),
    ("scholen", "Scholen en vestigingen"),
    ("mails", "Teksten van de mails"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0011_oefening"),)
    operations = (
        migrations.AlterField("regiowijziging", "onderwerp", models.CharField(choices=ONDERWERPEN, max_length=20)),
    )
