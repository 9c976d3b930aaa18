"""Makes the one door by which the report of a guest that was never sent goes away.

Nobody who serves people may remove a dossier. The vo school that invited has to, some time after the invitation ended,
and reads no row of that report; so it asks this function, which runs as the owner. What it takes away is a concept
without anything of parents or receivers: where more hangs on it, a foreign key refuses all of it.
"""

from django.db import migrations

# Returns the bytes to remove (`bestand_id`) and the keys to destroy (`sleutel_id`), in either of two columns.
HAAL_WEG = """
create function overdrachten_haal_gast_weg(van uuid, geeindigd_voor timestamptz)
  returns table (bestand_id uuid, sleutel_id uuid) language plpgsql security definer
  set search_path = public, pg_temp as $$
declare weg record;
begin
  select d.id, d.leerling_id, d.sleutel_id into weg
    from overdrachten_gastuitnodiging u join dossiers_dossier d on d.school_id = u.school_id
    where u.id = van and u.ontvanger_id = any(mijn_organisaties()) and d.staat = 'concept'
      and least(u.ingetrokken_op, u.verloopt_op) < geeindigd_voor;
  if not found then return; end if;
  return query select b.bestand_id, null::uuid from bijlagen_bijlage b where b.dossier_id = weg.id
    union all select null::uuid, h.sleutel_id from importen_herstel h where h.dossier_id = weg.id
    union all select null::uuid, weg.sleutel_id;
  delete from bijlagen_bijlage where dossier_id = weg.id;
  delete from dossiers_persoonsnummer where dossier_id = weg.id;
  delete from rapporten_concept where dossier_id = weg.id;
  delete from adviezen_schooladvies where dossier_id = weg.id;
  delete from importen_overname where dossier_id = weg.id;
  delete from importen_herstel where dossier_id = weg.id;
  delete from overdrachten_aanmelding where dossier_id = weg.id;
  delete from dossiers_toegang where dossier_id = weg.id;
  delete from dossiers_dossier where id = weg.id;
  delete from leerlingen_leerling where id = weg.leerling_id;
end $$;
revoke all on function overdrachten_haal_gast_weg(uuid, timestamptz) from public;
"""
# Installations name the role that serves people themselves.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'overdrachten_gastuitnodiging'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function overdrachten_haal_gast_weg(uuid, timestamptz) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0012_slot_gast"),)
    operations = (
        migrations.RunSQL(
            HAAL_WEG + VOOR_DE_DIENST, "drop function overdrachten_haal_gast_weg(uuid, timestamptz);"
        ),
    )
