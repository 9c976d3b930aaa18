"""An invulplek is written one way, [roepnaam], also in sentences that were kept before."""

from django.db import migrations

HAAKJES = "UPDATE zinnen_zin SET tekst = translate(tekst, '«»', '[]') WHERE tekst LIKE '%«%'"


class Migration(migrations.Migration):
    dependencies = (("zinnen", "0001_initial"),)
    operations = (migrations.RunSQL(HAAKJES, migrations.RunSQL.noop),)
