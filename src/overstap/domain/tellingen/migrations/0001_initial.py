"""Lets a region count the reports and care routes of its schools, and a school those of its own: never a dossier.

Both run as the owner, past row-level security, and answer only for the own school, or for the own region of an
organisation of the kind `regio`. A guest school counts nowhere.
"""

from django.db import migrations

from overstap.domain.dossiers.rules import BEVROREN

_STATEN = ", ".join(f"'{staat.value}'" for staat in sorted(BEVROREN))
_SCHOLEN = """
  select o.id from scholen_organisatie o where o.soort = 'po' and o.gast_van_id is null and (
    o.id = any(mijn_organisaties()) or o.regio_id in (
      select m.regio_id from scholen_organisatie m where m.id = any(mijn_organisaties()) and m.soort = 'regio'))
"""
RAPPORTEN = f"""
create function tellingen_rapporten(jaar text)
  returns table (school_id uuid, staat text, definitief_op date, aantal bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
select d.school_id, d.staat, case when d.staat in ({_STATEN}) then (
    select (max(v.gemaakt_op) at time zone 'Europe/Amsterdam')::date from rapporten_versie v
    where v.dossier_id = d.id and v.soort = 'definitief') end, count(*)
from dossiers_dossier d
where d.schooljaar = jaar and d.school_id in ({_SCHOLEN})
group by 1, 2, 3
$$;
revoke all on function tellingen_rapporten(text) from public;
"""
# Only what was sent: what a school prepares, it has not told anybody.
ZORGROUTES = f"""
create function tellingen_zorgroutes(jaar text) returns table (staat text, aantal bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
select r.staat, count(*) from zorgroutes_zorgroute r join dossiers_dossier d on d.id = r.dossier_id
where r.verstuurd_op is not null and r.ingetrokken_op is null and d.schooljaar = jaar and r.school_id in ({_SCHOLEN})
group by 1
$$;
revoke all on function tellingen_zorgroutes(text) from public;
"""
# Installations name the role that serves people themselves: whoever may write a plaatsing.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'plaatsingen_plaatsing'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop
    execute format('grant execute on function tellingen_rapporten(text) to %s', wie);
    execute format('grant execute on function tellingen_zorgroutes(text) to %s', wie);
  end loop;
end $$;
"""
WEG = "drop function tellingen_zorgroutes(text); drop function tellingen_rapporten(text);"


class Migration(migrations.Migration):
    dependencies = (
        ("plaatsingen", "0004_stil_in_de_regio"),
        ("zorgroutes", "0004_tegengehouden"),
        ("scholen", "0006_regiocoordinator"),
    )
    operations = (migrations.RunSQL(RAPPORTEN + ZORGROUTES + VOOR_DE_DIENST, WEG),)
