"""Keeps what a samenwerkingsverband says of its routes with the samenwerkingsverband, where its region sets it."""

from django.db import migrations

# The list of steps had one choice: with the commissie or without.
NEEM_MEE = """
update scholen_organisatie o set gegevens = o.gegevens || jsonb_build_object('routes', (
  select coalesce(jsonb_object_agg(een.key, (een.value - 'stappen'
    - case when een.value ->> 'uitleg' = '' then 'uitleg' else '' end)
    || jsonb_build_object('commissie', een.value -> 'stappen' ? 'commissie')), '{}')
  from jsonb_each(z.instellingen) een))
from zorgroutes_zorginrichting z where z.swv_id = o.id;
"""


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0008_afmelding"), ("scholen", "0014_routes"))
    operations = (
        migrations.RunSQL(NEEM_MEE, migrations.RunSQL.noop),
        migrations.DeleteModel("Zorginrichting"),
    )
