"""Makes the one door by which a dossier, a case or a vo school's toegang goes for good, and guards the lists behind it.

Nobody who serves people may remove a dossier. What two people released goes through this function, which runs as the
owner and asks all of it again: whose it is, that two people said so, that the term is over, that nothing runs.

It follows the foreign keys, so that a table that is added later goes along without a word here. A foreign key that it
cannot follow refuses everything at the end of the transaction. Rows only: which keys and files belonged to them it writes
on the line, and the worker destroys those after the commit.
"""

from django.db import migrations

from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.rules.stappen import LOPEND
from overstap.foundation.rls import kolommen, sql

LOOPT = ", ".join(f"'{staat.value}'" for staat in Routestaat if staat in LOPEND)
HAAL_WEG = f"""
create function bewaren_haal_weg(van uuid, moment timestamptz) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  r record; stap jsonb; kind record; gewist jsonb; ids text[]; wachtrij jsonb; leerling uuid; dossier uuid;
  alle_ids text[] := '{{}}'; sleutels_weg uuid[] := '{{}}'; bestanden_weg uuid[] := '{{}}'; ouders uuid[] := '{{}}';
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

  while jsonb_array_length(wachtrij) > 0 loop
    stap := wachtrij->0;
    wachtrij := wachtrij - 0;
    select array(select jsonb_array_elements_text(stap->'w')) into ids;
    execute format('with weg as (delete from %I where %I::text = any($1) returning *) '
      || 'select coalesce(jsonb_agg(to_jsonb(weg)), ''[]'') from weg', stap->>'t', stap->>'k') into gewist using ids;
    n := jsonb_array_length(gewist);
    continue when n = 0;
    telling := telling || jsonb_build_object(stap->>'t', coalesce((telling->>(stap->>'t'))::integer, 0) + n);
    select alle_ids || coalesce(array_agg(e->>'id') filter (where e->>'id' is not null), '{{}}'),
      sleutels_weg || coalesce(array_agg((e->>'sleutel_id')::uuid) filter (where e->>'sleutel_id' is not null), '{{}}'),
      bestanden_weg || coalesce(array_agg((e->>'bestand_id')::uuid) filter (where e->>'bestand_id' is not null), '{{}}')
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

  if leerling is not null then
    delete from leerlingen_leerling where id = leerling;
    get diagnostics n = row_count;
    telling := telling || jsonb_build_object('leerlingen_leerling', n);
    delete from inzages_codeverzoek where ouder_id = any(ouders);
    delete from gebruikers_ouderaccount where id = any(ouders);
    get diagnostics n = row_count;
    telling := telling || jsonb_build_object('gebruikers_ouderaccount', n);
    perform set_config('app.vernietigt', '', true);
  end if;
  -- Work that still waits for something that is gone, or that remembers it; what is being done now finds nothing.
  if cardinality(alle_ids) > 0 then
    delete from procrastinate_jobs j where j.status <> 'doing' and j.task_name not like 'vernietiging.%'
      and exists (select from jsonb_each_text(j.args) a where a.value = any(alle_ids));
    get diagnostics n = row_count;
    telling := telling || jsonb_build_object('procrastinate_jobs', n);
  end if;
  update bewaren_vernietigregel set stand = 'rijen_weg', weg = telling, sleutels = sleutels_weg,
    bestanden = bestanden_weg where id = van;
end $$;
revoke all on function bewaren_haal_weg(uuid, timestamptz) from public;
"""
# Installations name the role that serves people themselves.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'bewaren_vernietiging'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function bewaren_haal_weg(uuid, timestamptz) to %s', wie); end loop;
end $$;
"""
EIGEN = (sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven())
BESLUITEN = ("vrijgegeven_op", "vrijgegeven_door", "ingetrokken_op", "ingetrokken_door", "uitgevoerd_op")
VAN_LIJST = """alter table bewaren_vernietigregel add constraint vernietigregel_vernietiging_school_fk
  foreign key (vernietiging_id, school_id) references bewaren_vernietiging (id, school_id) deferrable initially deferred;
"""


class Migration(migrations.Migration):
    dependencies = (
        ("bewaren", "0001_initial"),
        ("bijlagen", "0010_later"),
        ("dossiers", "0008_beperking"),
        ("gebruikers", "0004_sessie"),
        ("inzages", "0010_scan_bij_correctie"),
        ("plaatsingen", "0004_stil_in_de_regio"),
        ("procrastinate", "0041_post_retry_failed_job"),
        ("rapporten", "0004_slot_aanvulling"),
        ("zorgroutes", "0004_tegengehouden"),
    )
    operations = (
        migrations.RunSQL(
            VAN_LIJST, "alter table bewaren_vernietigregel drop constraint vernietigregel_vernietiging_school_fk;"
        ),
        sql.beveilig(
            "bewaren_bewaarkeuze", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven(verwijderen=True)
        ),
        sql.beveilig("bewaren_vernietiging", *EIGEN),
        sql.beveilig("bewaren_vernietigregel", *EIGEN),
        kolommen.rechten(
            "bewaren_bewaarkeuze", wijzigen=("maanden", "gekozen_op", "gekozen_door"), verwijderen=True
        ),
        kolommen.rechten("bewaren_vernietiging", wijzigen=BESLUITEN),
        kolommen.bewaak(
            "bewaren_vernietiging",
            "besluit_blijft",
            "old.vrijgegeven_op is not null and (old.vrijgegeven_op, old.vrijgegeven_door) is distinct from "
            "(new.vrijgegeven_op, new.vrijgegeven_door)",
            "wat is vrijgegeven, blijft vrijgegeven",
        ),
        kolommen.rechten("bewaren_vernietigregel", wijzigen=("stand", "beletsel", "gedaan_op")),
        kolommen.bewaak(
            "bewaren_vernietigregel",
            "einde_blijft",
            "old.stand in ('vernietigd', 'geweigerd', 'ingetrokken') or old.stand = 'rijen_weg' and new.stand = 'wacht'",
            "wat klaar is, blijft zoals het is",
        ),
        sql.vernietigbaar("plaatsingen_besluit"),
        sql.vernietigbaar("rapporten_versie"),
        sql.vernietigbaar("rapporten_versiepdf"),
        sql.vernietigbaar(
            "rapporten_aanvulling", behalve=("bestand_id", "sha256", "gaat_mee_op", "ingetrokken_op", "ingetrokken_door")
        ),
        sql.vernietigbaar("bijlagen_toestemming", behalve=("ingetrokken_op", "ingetrokken_door")),
        sql.vernietigbaar("inzages_zienswijze"),
        migrations.RunSQL(HAAL_WEG + VOOR_DE_DIENST, "drop function bewaren_haal_weg(uuid, timestamptz);"),
    )
