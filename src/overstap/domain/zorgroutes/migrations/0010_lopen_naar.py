"""Tells a region whether zorgroutes of its schools still run to a samenwerkingsverband: yes or no, never which."""

from django.db import migrations

from overstap.domain.zorgroutes.rules.stappen import LOPEND

_LOPEND = ", ".join(f"'{staat.value}'" for staat in sorted(LOPEND))
LOPEN_NAAR = f"""
create function zorgroutes_lopen_naar(swv uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
select exists (
  select from zorgroutes_zorgroute r join scholen_organisatie s on s.id = r.school_id
  where r.swv_id = swv and r.staat in ({_LOPEND}) and s.regio_id = any(mijn_regios()))
$$;
revoke all on function zorgroutes_lopen_naar(uuid) from public;
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'zorgroutes_zorgroute'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function zorgroutes_lopen_naar(uuid) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0009_routes_bij_de_regio"), ("scholen", "0008_regiowijziging"))
    operations = (migrations.RunSQL(LOPEN_NAAR, "drop function zorgroutes_lopen_naar(uuid);"),)
