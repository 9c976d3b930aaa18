"""Lets a samenwerkingsverband know of a dossier for a zorgaanmelding, and of nothing else that hangs on it.

Its toegang counts for the pupil and for the care route only (`mijn_zorgdossiers`): the report, its versions and its
attachments ask `mijn_dossiers`, where it does not count.
"""

from django.db import migrations, models

from overstap.foundation.rls import sql

REDENEN = [
    ("eigen_school", "school van de leerling"),
    ("inzage", "inzage door een ouder"),
    ("overdracht", "overdracht na aanmelding"),
    ("zorgroute", "zorgaanmelding bij het samenwerkingsverband"),
]
FUNCTIES = f"""
create or replace function mijn_dossiers() returns uuid[] language plpgsql stable parallel safe as $$
begin
  return array(select t.dossier_id from public.dossiers_toegang t
    where t.organisatie_id = {sql.MIJ} and t.tot is null and t.reden <> 'zorgroute');
end $$;
create function mijn_zorgdossiers() returns uuid[] language plpgsql stable parallel safe as $$
begin
  return array(select t.dossier_id from public.dossiers_toegang t
    where t.organisatie_id = {sql.MIJ} and t.tot is null and t.reden = 'zorgroute');
end $$;
create policy dossiers_dossier_select_zorgroute on dossiers_dossier for select
  using (id = any((select mijn_zorgdossiers())::uuid[]));
"""
TERUG = f"""drop policy dossiers_dossier_select_zorgroute on dossiers_dossier; drop function mijn_zorgdossiers();
{sql.MIJN_DOSSIERS}"""


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0005_heropenreden"), ("audit", "0006_eens_per_vraag"))
    operations = (
        migrations.AlterField("toegang", "reden", models.CharField(max_length=20, choices=REDENEN)),
        migrations.RunSQL(FUNCTIES, TERUG),
    )
