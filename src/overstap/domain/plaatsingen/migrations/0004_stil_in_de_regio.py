"""Lets a region count the pupils who stand still, school by school: a count, and never a name or a dossier.

It runs as the owner, past row-level security, and answers only an organisation of the kind `regio` about its own region.
"""

from django.db import migrations

FUNCTIE = """
create function plaatsingen_stil(jaar text, stil_voor date)
  returns table (school_id uuid, stilstand text, aantal bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
with mijn as (
  select o.regio_id from scholen_organisatie o where o.id = any(mijn_organisaties()) and o.soort = 'regio'
), klaar as (
  select d.id, d.school_id from dossiers_dossier d join scholen_organisatie o on o.id = d.school_id
  where o.regio_id in (select regio_id from mijn) and d.schooljaar = jaar
    and d.staat in ('definitief', 'overgedragen', 'opgehaald', 'gelezen', 'ingetrokken')
), spoor as (
  select k.id, k.school_id,
    count(a.id) as aangemeld,
    bool_or(p.status = 'geplaatst' or (t.gegevens ? 'buiten_regio' and o.id is not null)) as klaar,
    bool_or(p.status = 'toelaatbaar' and o.id is not null) as toegelaten,
    bool_or(p.status in ('ontvangen', 'in_behandeling') and o.id is not null) as wacht,
    bool_or(o.id is null) as niet_verstuurd,
    greatest(
      (select max(v.gemaakt_op) from rapporten_versie v where v.dossier_id = k.id),
      (select max(greatest(x.vastgelegd_op, x.ingetrokken_op)) from overdrachten_aanmelding x where x.dossier_id = k.id),
      (select max(greatest(x.verstuurd_op, x.gelezen_op, x.opgehaald_op)) from overdrachten_overdracht x
        where x.dossier_id = k.id),
      (select max(b.op) from plaatsingen_besluit b where b.dossier_id = k.id),
      (select max(greatest(q.gesteld_op, q.beantwoord_op)) from plaatsingen_vraag q where q.dossier_id = k.id)
    ) as laatste
  from klaar k
  left join overdrachten_aanmelding a on a.dossier_id = k.id and a.ingetrokken_op is null
  left join scholen_organisatie t on t.id = a.ontvanger_id
  left join overdrachten_overdracht o on o.aanmelding_id = a.id and o.ingetrokken_op is null
  left join plaatsingen_plaatsing p on p.aanmelding_id = a.id
  group by k.id, k.school_id
)
select s.school_id,
  case when s.aangemeld = 0 then 'niet_aangemeld' when s.toegelaten then 'niet_geplaatst'
    when s.wacht then 'wacht_op_vo' when s.niet_verstuurd then 'niet_verstuurd' else 'nergens_toegelaten' end,
  count(*)
from spoor s
where not coalesce(s.klaar, false) and (s.laatste at time zone 'Europe/Amsterdam')::date <= stil_voor
group by 1, 2
$$;
revoke all on function plaatsingen_stil(text, date) from public;
"""
# Installations name the role that serves people themselves: whoever may write a plaatsing.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'plaatsingen_plaatsing'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function plaatsingen_stil(text, date) to %s', wie); end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = (("plaatsingen", "0003_gesprek"), ("rapporten", "0004_slot_aanvulling"), ("scholen", "0001_initial"))
    operations = (migrations.RunSQL(FUNCTIE + VOOR_DE_DIENST, "drop function plaatsingen_stil(text, date);"),)
