"""Puts partijen and what undoes them behind row-level security, and makes the one door by which an import goes away.

Nobody who serves people may remove a dossier. Undoing an import has to, so it asks this function, which runs as the
owner: it takes away what one import made, for the school of that import only, and only while `Herstel` is kept.
"""

from django.db import migrations

from overstap.foundation.rls import sql

EIGEN = (sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven(verwijderen=True))

# `hield_…`: what was there before the import and stays.
HAAL_WEG = """
create function importen_haal_weg(van uuid, hield_bijlagen uuid[], hield_nummer boolean)
  returns void language plpgsql security definer set search_path = public as $$
declare weg record;
begin
  select h.dossier_id, h.nieuw, d.leerling_id into weg
    from importen_herstel h join dossiers_dossier d on d.id = h.dossier_id
    where h.id = van and h.school_id = any(mijn_organisaties());
  if not found then
    raise exception 'er is niets om ongedaan te maken' using errcode = 'insufficient_privilege';
  end if;
  delete from bijlagen_bijlage where dossier_id = weg.dossier_id and (weg.nieuw or not id = any(hield_bijlagen));
  if weg.nieuw or not hield_nummer then
    delete from dossiers_persoonsnummer where dossier_id = weg.dossier_id;
  end if;
  if weg.nieuw then
    delete from rapporten_concept where dossier_id = weg.dossier_id;
    delete from adviezen_schooladvies where dossier_id = weg.dossier_id;
    delete from importen_overname where dossier_id = weg.dossier_id;
    delete from importen_herstel where dossier_id = weg.dossier_id;
    delete from dossiers_toegang where dossier_id = weg.dossier_id;
    delete from dossiers_dossier where id = weg.dossier_id;
    delete from leerlingen_leerling where id = weg.leerling_id;
  end if;
end $$;
revoke all on function importen_haal_weg(uuid, uuid[], boolean) from public;
"""
# Installations name the role that serves people themselves: whoever may write a partij.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'importen_partij'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function importen_haal_weg(uuid, uuid[], boolean) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (
        ("importen", "0003_partij"),
        ("adviezen", "0002_slot"),
        ("bijlagen", "0002_slot"),
        ("dossiers", "0002_slot"),
        ("rapporten", "0002_slot"),
    )
    operations = (
        sql.hoort_bij_dossier("importen_overname"),
        sql.hoort_bij_dossier("importen_herstel"),
        sql.beveilig("importen_partij", *EIGEN),
        sql.beveilig("importen_importregel", *EIGEN),
        sql.beveilig("importen_overname", *EIGEN),
        sql.beveilig("importen_herstel", *EIGEN),
        sql.beveilig("importen_ontvangst", *EIGEN),
        migrations.RunSQL(HAAL_WEG + VOOR_DE_DIENST, "drop function importen_haal_weg(uuid, uuid[], boolean);"),
    )
