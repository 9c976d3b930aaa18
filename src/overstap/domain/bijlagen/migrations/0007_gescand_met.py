"""Remembers with which virus signatures an attachment was scanned, so that newer ones can look again."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen


class Migration(migrations.Migration):

    dependencies = [
        ('bijlagen', '0006_slot_los_blad'),
    ]

    operations = [
        migrations.AddField(
            model_name='bijlage',
            name='gescand_met',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
        kolommen.rechten(
            "bijlagen_bijlage",
            wijzigen=(
                "soort", "instemming_op", "besproken_op", "vrijgegeven_op", "vrijgegeven_door", "scan", "gescand_op",
                "gescand_met", "weigerreden", "ingrepen", "bestand_id", "omvang", "ingetrokken_op", "ingetrokken_door",
            ),
        ),
    ]
