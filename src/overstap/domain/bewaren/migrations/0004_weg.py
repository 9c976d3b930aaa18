"""Takes the road along the foreign keys out of the door for one dossier, so that another door can lead to it too.

What two people released goes as it went. `app.vernietigt` may name more dossiers at once: an oefenschool goes whole.
"""

from importlib import import_module

from django.db import migrations

from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.rules.stappen import LOPEND
from overstap.foundation.rls import sql

EERDER = import_module("overstap.domain.bewaren.migrations.0002_slot").HAAL_WEG
LOOPT = ", ".join(f"'{staat.value}'" for staat in Routestaat if staat in LOPEND)
VOLG = """
create function volg_weg(
  van jsonb, out telling jsonb, out sleutels_weg uuid[], out bestanden_weg uuid[], out ouders uuid[]
) language plpgsql set search_path = public, pg_temp as $$
declare
  stap jsonb; kind record; gewist jsonb; ids text[]; wachtrij jsonb := van; alle_ids text[] := '{}'; n integer;
begin
  telling := '{}'; sleutels_weg := '{}'; bestanden_weg := '{}'; ouders := '{}';
  while jsonb_array_length(wachtrij) > 0 loop
    stap := wachtrij->0;
    wachtrij := wachtrij - 0;
    select array(select jsonb_array_elements_text(stap->'w')) into ids;
    execute format('with weg as (delete from %I where %I::text = any($1) returning *) '
      || 'select coalesce(jsonb_agg(to_jsonb(weg)), ''[]'') from weg', stap->>'t', stap->>'k') into gewist using ids;
    n := jsonb_array_length(gewist);
    continue when n = 0;
    telling := telling || jsonb_build_object(stap->>'t', coalesce((telling->>(stap->>'t'))::integer, 0) + n);
    select alle_ids || coalesce(array_agg(e->>'id') filter (where e->>'id' is not null), '{}'),
      sleutels_weg || coalesce(array_agg((e->>'sleutel_id')::uuid) filter (where e->>'sleutel_id' is not null), '{}'),
      bestanden_weg || coalesce(array_agg((e->>'bestand_id')::uuid) filter (where e->>'bestand_id' is not null), '{}')
      into alle_ids, sleutels_weg, bestanden_weg from jsonb_array_elements(gewist) e;
    if stap->>'t' = 'inzages_inzage' then
      select ouders || array_agg((e->>'ouder_id')::uuid) into ouders from jsonb_array_elements(gewist) e;
    end if;
    -- Of each foreign key to this table the column that points at its primary key; a composite one has a plain twin.
    for kind in
      select distinct c.conrelid::regclass::text as tabel, ka.attname::text as kolom, pa.attname::text as sleutel
      from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) as paar (kind_kolom, ouder_kolom)
      join pg_index i on i.indrelid = c.confrelid and i.indisprimary and i.indkey[0] = paar.ouder_kolom
      join pg_attribute ka on ka.attrelid = c.conrelid and ka.attnum = paar.kind_kolom
      join pg_attribute pa on pa.attrelid = c.confrelid and pa.attnum = paar.ouder_kolom
      where c.contype = 'f' and c.confrelid = format('%I', stap->>'t')::regclass
    loop
      wachtrij := wachtrij || jsonb_build_array(jsonb_build_object('t', kind.tabel, 'k', kind.kolom,
        'w', (select jsonb_agg(distinct e->>kind.sleutel) from jsonb_array_elements(gewist) e)));
    end loop;
  end loop;
  delete from inzages_codeverzoek where ouder_id = any(ouders);
  delete from gebruikers_ouderaccount where id = any(ouders);
  get diagnostics n = row_count;
  if n > 0 then telling := telling || jsonb_build_object('gebruikers_ouderaccount', n); end if;
  -- Work that still waits for something that is gone, or that remembers it; what is being done now finds nothing.
  if cardinality(alle_ids) > 0 then
    delete from procrastinate_jobs j where j.status <> 'doing' and j.task_name not like 'vernietiging.%'
      and exists (select from jsonb_each_text(j.args) a where a.value = any(alle_ids));
    get diagnostics n = row_count;
    telling := telling || jsonb_build_object('procrastinate_jobs', n);
  end if;
end $$;
revoke all on function volg_weg(jsonb) from public;
"""
HAAL_WEG = f"""
create or replace function bewaren_haal_weg(van uuid, moment timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  r record; wachtrij jsonb; leerling uuid; dossier uuid; sleutels_weg uuid[] := '{{}}'; bestanden_weg uuid[] := '{{}}';
  telling jsonb := '{{}}'; n integer;
begin
  select g.* into r from bewaren_vernietigregel g join bewaren_vernietiging v on v.id = g.vernietiging_id
    where g.id = van and g.school_id = any(mijn_organisaties()) and g.stand = 'wacht' and g.vervalt_op <= moment::date
      and v.vrijgegeven_op is not null and v.vrijgegeven_door <> v.voorgesteld_door and v.school_id = g.school_id
    for update of g;
  if not found then return; end if;
  if r.soort in ('toegang', 'toegang_afgewezen') then
    update dossiers_toegang set tot = moment where dossier_id = r.object_id and organisatie_id = r.school_id
      and reden = 'overdracht' and tot is null;
    get diagnostics n = row_count;
    telling := jsonb_build_object('dossiers_toegang', n);
    wachtrij := '[]';
  elsif r.soort = 'zaak' then
    perform 1 from zorgroutes_zaak z where z.route_id = r.object_id and z.swv_id = r.school_id;
    if not found then raise exception 'deze zaak is niet van u' using errcode = 'check_violation'; end if;
    update dossiers_toegang t set tot = moment from zorgroutes_zorgroute z
      where z.id = r.object_id and t.dossier_id = z.dossier_id and t.organisatie_id = r.school_id
        and t.reden = 'zorgroute' and t.tot is null and not exists (select from zorgroutes_zaak a
          join zorgroutes_zorgroute b on b.id = a.route_id
          where b.dossier_id = z.dossier_id and a.swv_id = r.school_id and a.route_id <> r.object_id);
    wachtrij := jsonb_build_array(
      jsonb_build_object('t', 'zorgroutes_zaak', 'k', 'route_id', 'w', jsonb_build_array(r.object_id)));
  else
    select d.leerling_id, d.id into leerling, dossier from dossiers_dossier d
      where d.id = r.object_id and d.school_id = r.school_id for update;
    if not found then raise exception 'dit dossier is niet van u' using errcode = 'check_violation'; end if;
    if exists (select from zorgroutes_zorgroute z where z.dossier_id = r.object_id and z.staat in ({LOOPT}))
      or exists (select from inzages_correctieverzoek c where c.dossier_id = r.object_id and c.besloten_op is null)
      or exists (select from zorgroutes_zaak a join zorgroutes_zorgroute z on z.id = a.route_id
        where z.dossier_id = r.object_id and a.bewaren_tot >= moment::date)
      or exists (select from dossiers_beperking b where b.dossier_id = r.object_id and b.opgeheven_op is null)
    then raise exception 'er loopt nog iets bij dit dossier' using errcode = 'check_violation'; end if;
    perform set_config('app.vernietigt', r.object_id::text, true);
    wachtrij := jsonb_build_array(
      jsonb_build_object('t', 'dossiers_dossier', 'k', 'id', 'w', jsonb_build_array(r.object_id)));
  end if;

  select telling || w.t, w.s, w.b into telling, sleutels_weg, bestanden_weg from volg_weg(wachtrij) as w (t, s, b, o);

  if leerling is not null then
    delete from leerlingen_leerling where id = leerling;
    get diagnostics n = row_count;
    telling := telling || jsonb_build_object('leerlingen_leerling', n);
    perform set_config('app.vernietigt', '', true);
  end if;
  update bewaren_vernietigregel set stand = 'rijen_weg', weg = telling, sleutels = sleutels_weg,
    bestanden = bestanden_weg where id = van;
end $$;
"""
TERUG = EERDER.replace("create function", "create or replace function", 1) + "drop function volg_weg(jsonb);"


class Migration(migrations.Migration):
    dependencies = (
        ("bewaren", "0003_beperking"),
        ("gebruikers", "0006_oefening"),
        ("scholen", "0011_oefening"),
    )
    operations = (
        sql.vernietigbaar("plaatsingen_besluit"),
        sql.vernietigbaar("rapporten_versie"),
        sql.vernietigbaar("rapporten_versiepdf"),
        sql.vernietigbaar(
            "rapporten_aanvulling", behalve=("bestand_id", "sha256", "gaat_mee_op", "ingetrokken_op", "ingetrokken_door")
        ),
        sql.vernietigbaar("bijlagen_toestemming", behalve=("ingetrokken_op", "ingetrokken_door")),
        sql.vernietigbaar("inzages_zienswijze"),
        migrations.RunSQL(VOLG + HAAL_WEG, TERUG),
    )
