"""Keeps what is invented apart from what is real, whatever an act does, and makes the door by which it goes at night.

A dossier of an oefenschool is never opened for an organisation outside it, and the other way round: no toegang, no
aanmelding, no transfer. What goes, goes along the foreign keys of its region, as a dossier does that two people released.
"""

from django.db import migrations

TABELLEN = {"dossiers_toegang": "organisatie_id", "overdrachten_aanmelding": "ontvanger_id"}
ZELFDE = """
create function oefenscholen_zelfde(een uuid, ander uuid) returns boolean language sql stable set search_path = public
  as $$ select (select oefening_van_id from scholen_organisatie where id = een)
    is not distinct from (select oefening_van_id from scholen_organisatie where id = ander) $$;
"""
BEWAAK = """
create function {tabel}_oefening() returns trigger language plpgsql as $$
begin
  if new.{kolom} is not null and not oefenscholen_zelfde(new.{kolom}, new.school_id) then
    raise exception '{tabel}: een oefenschool en een echte school raken elkaar nooit'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger {tabel}_oefening before insert on {tabel} for each row execute function {tabel}_oefening();
"""
HAAL_WEG = """
create function oefenschool_haal_weg(van uuid, moment timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  r record; weg record; dossiers uuid[]; wachtrij jsonb;
begin
  select o.* into r from oefenscholen_oefenschool o
    where o.id = van and o.school_id = any(mijn_organisaties()) and o.rijen_weg_op is null for update;
  if not found then return; end if;
  if exists (select from scholen_organisatie o
    where o.regio_id = r.regio_id and o.oefening_van_id is distinct from r.school_id)
  then raise exception 'hier werkt een echte organisatie' using errcode = 'check_violation'; end if;
  select coalesce(array_agg(d.id), '{}') into dossiers from dossiers_dossier d
    join scholen_organisatie o on o.id = d.school_id where o.regio_id = r.regio_id;
  perform set_config('app.vernietigt', array_to_string(dossiers, ','), true);
  wachtrij := jsonb_build_array(
    jsonb_build_object('t', 'dossiers_dossier', 'k', 'id', 'w', to_jsonb(dossiers)),
    jsonb_build_object('t', 'scholen_regio', 'k', 'id', 'w', jsonb_build_array(r.regio_id)));
  select * into weg from volg_weg(wachtrij);
  perform set_config('app.vernietigt', '', true);
  update oefenscholen_oefenschool set rijen_weg_op = moment, sleutels = weg.sleutels_weg,
    bestanden = weg.bestanden_weg where id = van;
end $$;
revoke all on function oefenschool_haal_weg(uuid, timestamptz) from public;
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'oefenscholen_oefenschool'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function oefenschool_haal_weg(uuid, timestamptz) to %s', wie); end loop;
end $$;
"""
HEEN = ZELFDE + "".join(BEWAAK.format(tabel=tabel, kolom=kolom) for tabel, kolom in TABELLEN.items()) + HAAL_WEG
TERUG = (
    "drop function oefenschool_haal_weg(uuid, timestamptz);"
    + "".join(f"drop trigger {tabel}_oefening on {tabel}; drop function {tabel}_oefening();" for tabel in TABELLEN)
    + "drop function oefenscholen_zelfde(uuid, uuid);"
)


class Migration(migrations.Migration):
    dependencies = (
        ("oefenscholen", "0001_initial"),
        ("bewaren", "0004_weg"),
        ("overdrachten", "0014_over_de_lijn"),
        ("zorgroutes", "0004_tegengehouden"),
    )
    operations = (migrations.RunSQL(HEEN, TERUG),)
