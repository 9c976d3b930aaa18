"""Shows a vo school the versions that were sent to it, and no other: not a newer one that still waits at the basisschool."""

from django.db import migrations

NAAR_MIJ = """any(array(select o.versie_id from overdrachten_overdracht o
  where o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op is null))"""
MET_TOEGANG = """dossier_id = any(array(select t.dossier_id from dossiers_toegang t
  where t.organisatie_id = any(mijn_organisaties()) and t.tot is null))"""

ALLEEN_WAT_KWAM = f"""
alter policy rapporten_versie_select_2 on rapporten_versie using (soort = 'definitief' and id = {NAAR_MIJ});
alter policy rapporten_versiepdf_select_2 on rapporten_versiepdf using (publiek = 'vo' and versie_id = {NAAR_MIJ});
"""
ELKE_DEFINITIEVE = f"""
alter policy rapporten_versie_select_2 on rapporten_versie using (soort = 'definitief' and {MET_TOEGANG});
alter policy rapporten_versiepdf_select_2 on rapporten_versiepdf using (publiek = 'vo' and {MET_TOEGANG}
  and versie_id = any(array(select v.id from rapporten_versie v where v.soort = 'definitief')));
"""


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0003_advies"), ("rapporten", "0002_slot"))
    operations = (migrations.RunSQL(ALLEEN_WAT_KWAM, ELKE_DEFINITIEVE),)
