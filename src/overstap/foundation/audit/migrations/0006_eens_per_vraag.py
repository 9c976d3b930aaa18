"""Lets the policies of every table ask once per query who acts and which dossiers are theirs, not for every row.

Nothing changes in who sees what. It reads the policies from the catalogue of PostgreSQL, so that it also finds those
that were written out by hand, and it stands here because the log is the last that foundation puts behind the lock.
"""

from django.db import migrations

from overstap.foundation.rls import sql

_VRAAG = r"ARRAY\( SELECT t\.dossier_id\s+FROM dossiers_toegang t\s+WHERE \({} AND \(t\.tot IS NULL\)\)\)"
VAN_ORGANISATIE = _VRAAG.format(r"\(t\.organisatie_id = ANY \(mijn_organisaties\(\)\)\)")
VAN_OUDER = _VRAAG.format(r"\(t\.ouder_id = mijn_ouder\(\)\)")

EENS_PER_VRAAG = f"""
create function pg_temp.eens(tekst text) returns text language sql as $$
  select replace(regexp_replace(regexp_replace(tekst,
    '{VAN_ORGANISATIE}', '(select mijn_dossiers())::uuid[]', 'g'),
    '{VAN_OUDER}', '(select dossiers_als_ouder())::uuid[]', 'g'),
    'ANY (mijn_organisaties())', '{sql.MIJ}') $$;
do $$ declare p record; begin
  for p in select tablename, policyname, qual, with_check from pg_policies where schemaname = 'public'
    and (coalesce(qual, '') <> coalesce(pg_temp.eens(qual), '')
      or coalesce(with_check, '') <> coalesce(pg_temp.eens(with_check), ''))
  loop
    execute format('alter policy %I on %I', p.policyname, p.tablename)
      || coalesce(' using (' || pg_temp.eens(p.qual) || ')', '')
      || coalesce(' with check (' || pg_temp.eens(p.with_check) || ')', '');
  end loop;
end $$;
drop function pg_temp.eens(text);
"""

# Of the own pupils nothing else is asked: of two policies PostgreSQL takes the last one first.
EIGEN_EERST = f"""
drop policy leerlingen_leerling_select_2 on leerlingen_leerling;
alter policy leerlingen_leerling_select_1 on leerlingen_leerling
  using ({sql.EIGEN_SCHOOL} or id = any(array(select d.leerling_id from dossiers_dossier d)));
"""
EIGEN_LAATST = f"""
alter policy leerlingen_leerling_select_1 on leerlingen_leerling using ({sql.EIGEN_SCHOOL});
create policy leerlingen_leerling_select_2 on leerlingen_leerling for select
  using (id = any(array(select d.leerling_id from dossiers_dossier d)));
"""


class Migration(migrations.Migration):
    dependencies = (
        ("audit", "0005_mijn_organisatie"),
        ("adviezen", "0002_slot"),
        ("bijlagen", "0006_slot_los_blad"),
        ("dossiers", "0005_heropenreden"),
        ("importen", "0005_naar_dossier"),
        ("inzages", "0004_gemelde_versie"),
        ("overdrachten", "0006_aanmelding_ingetrokken"),
        ("rapporten", "0002_slot"),
    )
    operations = (
        migrations.RunSQL(sql.MIJN_DOSSIERS, migrations.RunSQL.noop),
        # What the policies ask stays the same, so going back needs nothing.
        migrations.RunSQL(EENS_PER_VRAAG, migrations.RunSQL.noop),
        migrations.RunSQL(EIGEN_EERST, EIGEN_LAATST),
    )
