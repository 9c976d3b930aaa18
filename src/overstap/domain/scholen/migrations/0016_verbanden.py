"""Lets a region have more than one samenwerkingsverband: each under its number, in the settings and in the log.

The log of a region never changes. This writes the same anew in the form of today's file, so that also what was said
before can be read and put back.
"""

from django.db import migrations, models

ONDERWERPEN = (
    ("termijnen", "Termijnen en afspraken"),
    ("datums", "Datums van het schooljaar"),
    ("vragen", "Vragen en uitleg in het rapport"),
    ("bijlagen", "Bijlagen die vanzelf meegaan"),
    ("woorden", "Woorden en kleuren"),
    ("contact", "Wie de scholen helpt"),
    ("swv", "Samenwerkingsverbanden en routes"),
    ("besturen", "Besturen"),
    ("scholen", "Scholen en vestigingen"),
    ("mails", "Teksten van de mails"),
)
_ONDER_NUMMER = (
    "jsonb_set({0}, '{{swv}}', jsonb_build_object({0} -> 'swv' ->> 'code', ({0} -> 'swv') - 'code'))"
)
# What is checked at the end is checked at once: no table changes while it waits for that.
IN_HET_LOG = f"""
alter table scholen_regiowijziging disable trigger scholen_regiowijziging_blijft;
update scholen_regiowijziging set van = {_ONDER_NUMMER.format("van")} where van -> 'swv' ? 'code';
update scholen_regiowijziging set naar = {_ONDER_NUMMER.format("naar")} where naar -> 'swv' ? 'code';
set constraints all immediate;
alter table scholen_regiowijziging enable trigger scholen_regiowijziging_blijft;
"""
INSTELLINGEN = """
update scholen_regio
set instellingen = instellingen - 'swv_naam' || jsonb_build_object('swv', jsonb_build_array(instellingen -> 'swv'))
where jsonb_typeof(instellingen -> 'swv') = 'string';
"""


class Migration(migrations.Migration):
    dependencies = (("scholen", "0015_kleuren"),)
    operations = (
        migrations.RunSQL(INSTELLINGEN, migrations.RunSQL.noop),
        migrations.RunSQL(IN_HET_LOG, migrations.RunSQL.noop),
        migrations.AlterField("regiowijziging", "onderwerp", models.CharField(choices=ONDERWERPEN, max_length=20)),
    )
