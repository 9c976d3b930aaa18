"""Releases an attachment to each receiver apart, keeps to which words and for whom parents agreed, and lets one come later."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

IS_SWV = """(select exists(select 1 from scholen_organisatie o
  where o.id = any(mijn_organisaties()) and o.soort = 'swv'))"""
TOEGANG = sql.toegang_organisatie("dossier_id")
# A vo school never sees what was released to the samenwerkingsverband only, nor the other way round.
BELEID = f"""
drop policy bijlagen_bijlage_select_2 on bijlagen_bijlage;
create policy bijlagen_bijlage_select_2 on bijlagen_bijlage for select
  using (vrijgegeven_op is not null and {TOEGANG} and not {IS_SWV});
create policy bijlagen_bijlage_select_swv on bijlagen_bijlage for select
  using (vrijgegeven_swv_op is not null and {TOEGANG} and {IS_SWV});
"""
TERUG = f"""
drop policy bijlagen_bijlage_select_swv on bijlagen_bijlage;
drop policy bijlagen_bijlage_select_2 on bijlagen_bijlage;
create policy bijlagen_bijlage_select_2 on bijlagen_bijlage for select
  using (vrijgegeven_op is not null and {TOEGANG});
"""


class Migration(migrations.Migration):

    dependencies = [('bijlagen', '0008_gronden'), ('scholen', '0003_groepen')]

    operations = [
        migrations.RemoveConstraint('bijlage', 'geweigerd_gaat_niet_mee'),
        migrations.AddField('bijlage', 'vrijgegeven_swv_op', models.DateTimeField(null=True)),
        migrations.AddField('bijlage', 'vrijgegeven_swv_door', models.UUIDField(null=True)),
        migrations.AddField('bijlage', 'later_bij', models.UUIDField(null=True)),
        migrations.AddField('bijlage', 'meegestuurd_op', models.DateTimeField(null=True)),
        migrations.AddField('bijlage', 'als_pdf', models.BooleanField(default=False)),
        migrations.AddConstraint(
            'bijlage',
            models.CheckConstraint(
                condition=models.Q(('vrijgegeven_swv_door', None), ('vrijgegeven_swv_op', None))
                | models.Q(
                    models.Q(('vrijgegeven_swv_op', None), _negated=True),
                    models.Q(('vrijgegeven_swv_door', None), _negated=True),
                ),
                name='vrijgave_swv_met_persoon',
            ),
        ),
        migrations.AddConstraint(
            'bijlage',
            models.CheckConstraint(
                condition=models.Q(('scan', 'geweigerd'), _negated=True)
                | models.Q(('vrijgegeven_op', None), ('vrijgegeven_swv_op', None)),
                name='geweigerd_gaat_niet_mee',
            ),
        ),
        # What was recorded before was for the vo school, and said so.
        migrations.AddField('toestemming', 'ontvangers', models.JSONField(default=["vo"])),
        migrations.AlterField('toestemming', 'ontvangers', models.JSONField(default=list)),
        migrations.AddField('toestemming', 'tekstversie', models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField('toestemming', 'tekstversie', models.PositiveSmallIntegerField(default=2)),
        migrations.RunSQL(BELEID, TERUG),
        kolommen.rechten(
            "bijlagen_bijlage",
            wijzigen=(
                "soort", "mime", "instemming_op", "besproken_op", "vrijgegeven_op", "vrijgegeven_door",
                "vrijgegeven_swv_op", "vrijgegeven_swv_door", "meegestuurd_op", "scan", "gescand_op", "gescand_met",
                "weigerreden", "ingrepen", "bestand_id", "omvang", "ingetrokken_op", "ingetrokken_door",
            ),
        ),
    ]
