"""Lets a basisschool count how its pupils fare after a year, where it asked: by kind, never by pupil or vo school."""

from django.db import migrations

TERUGBLIK = """
create function tellingen_terugblik(jaar text) returns table (stand text, aantal bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
select v.stand, count(*) from plaatsingen_vervolg v join plaatsingen_plaatsing p on p.id = v.plaatsing_id
where v.schooljaar = jaar and p.school_id = any(mijn_organisaties()) and exists (
  select from plaatsingen_terugvraag t where t.school_id = p.school_id and t.schooljaar = jaar)
group by 1
$$;
revoke all on function tellingen_terugblik(text) from public;
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'plaatsingen_plaatsing'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function tellingen_terugblik(text) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (("tellingen", "0001_initial"), ("plaatsingen", "0005_terugblik"))
    operations = (migrations.RunSQL(TERUGBLIK, "drop function tellingen_terugblik(text);"),)
