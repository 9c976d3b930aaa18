"""Shows a vo school the decision on a care route where it has the dossier, and no longer from the aanmelding on.

An aanmelding alone opens nothing else of a pupil: between it and the transfer a school could read whether a tlv was
given or refused, which no page showed it. The report it then gets has the decision with it.
"""

from django.db import migrations

from overstap.foundation.rls import sql

TABEL = "zorgroutes_zorgbesluit"
NA_AANMELDING = """
create function dossiers_met_mijn_aanmelding() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return array(select a.dossier_id from public.overdrachten_aanmelding a
    where a.ontvanger_id = any(mijn_organisaties()) and a.ingetrokken_op is null);
end $$;
alter policy zorgroutes_zorgbesluit_select_4 on zorgroutes_zorgbesluit
  using (dossier_id = any((select dossiers_met_mijn_aanmelding())::uuid[]));
"""
NA_OVERDRACHT = f"""
alter policy {TABEL}_select_4 on {TABEL} using ({sql.toegang_organisatie("dossier_id")});
drop function dossiers_met_mijn_aanmelding();
"""


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0006_aanbod"),)
    operations = (migrations.RunSQL(NA_OVERDRACHT, NA_AANMELDING),)
