"""Puts codes, vrijgaven and bundels behind row-level security, and makes the one door by which a vo school finds a report.

Nobody of a vo school may look among the dossiers of a basisschool. Opening with an aanmelding has to, so it asks this
function, which runs as the owner. It takes keyed hashes only, and answers with ids with which nothing can be read, and
whether the report is open to the school that asks: all reasons why not are one answer, found in one question.
"""

from django.db import migrations

from overstap.domain.dossiers.rules import BEVROREN
from overstap.foundation.rls import kolommen, sql

INGETROKKEN = ("ingetrokken_op", "ingetrokken_door")
VAST = ", ".join(f"'{staat.value}'" for staat in sorted(BEVROREN))

# A withdrawn aanmelding, or a transfer that was taken back, since the vrijgave: the basisschool decided otherwise.
ZOEK = f"""
create function overdrachten_zoek(code bytea, kenmerken bytea[])
  returns table (dossier_id uuid, school_id uuid, open boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.school_id,
    exists (select from overdrachten_overdracht o where o.dossier_id = d.id
      and o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op is null)
    or (d.staat in ({VAST}) and exists (
      select from overdrachten_vrijgave v where v.dossier_id = d.id and v.ingetrokken_op is null
      and v.versie_id = (select r.id from rapporten_versie r
        where r.dossier_id = d.id and r.soort = 'definitief' order by r.nummer desc limit 1)
      and not exists (select from overdrachten_aanmelding a where a.dossier_id = d.id
        and a.ontvanger_id = any(mijn_organisaties()) and a.ingetrokken_op >= v.vrijgegeven_op)
      and not exists (select from overdrachten_overdracht o where o.dossier_id = d.id
        and o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op >= v.vrijgegeven_op)))
  from dossiers_dossier d where d.id in (
    select c.dossier_id from overdrachten_uniekecode c where c.codehash = code and c.ingetrokken_op is null
    union all
    select v.dossier_id from overdrachten_vrijgave v where v.kenmerkhash = any(kenmerken) and v.ingetrokken_op is null)
  order by d.schooljaar desc limit 1 $$;
revoke all on function overdrachten_zoek(bytea, bytea[]) from public;
"""
# Installations name the role that serves people themselves.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'overdrachten_vrijgave'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function overdrachten_zoek(bytea, bytea[]) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0009_aanmelden"), ("dossiers", "0005_heropenreden"), ("rapporten", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("overdrachten_uniekecode"),
        sql.hoort_bij_dossier("overdrachten_vrijgave"),
        sql.beveilig(
            "overdrachten_uniekecode",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", f"ingetrokken_op is null and {sql.toegang_ouder('dossier_id')}"),
            *sql.schrijven(),
        ),
        sql.beveilig("overdrachten_vrijgave", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        sql.beveilig(
            "overdrachten_bundel", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven(verwijderen=True)
        ),
        kolommen.rechten("overdrachten_uniekecode", wijzigen=INGETROKKEN),
        kolommen.rechten("overdrachten_vrijgave", wijzigen=INGETROKKEN),
        kolommen.rechten("overdrachten_bundel", wijzigen=("bestand_id", "omvang", "bezwaar"), verwijderen=True),
        migrations.RunSQL(ZOEK + VOOR_DE_DIENST, "drop function overdrachten_zoek(bytea, bytea[]);"),
    )
