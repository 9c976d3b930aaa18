"""Counts also who stands still before the report is definitive, and takes the steps of a care route for steps.

Replaces the function of 0004; who may call it and what it answers to whom stay as they were. Each table of steps is
read once (an anti join), for a region has a hundred thousand pupils.
"""

from importlib import import_module

from django.db import migrations

VORIGE = import_module("overstap.domain.plaatsingen.migrations.0004_stil_in_de_regio").FUNCTIE

FUNCTIE = """
create or replace function plaatsingen_stil(jaar text, stil_voor date)
  returns table (school_id uuid, stilstand text, aantal bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
with mijn as (
  select o.regio_id from scholen_organisatie o where o.id = any(mijn_organisaties()) and o.soort = 'regio'
), leerling as materialized (
  select d.id, d.school_id, d.gemaakt_op, d.heropend_op,
    d.staat in ('definitief', 'overgedragen', 'opgehaald', 'gelezen', 'ingetrokken') as klaar
  from dossiers_dossier d join scholen_organisatie o on o.id = d.school_id
  where o.regio_id in (select regio_id from mijn) and d.schooljaar = jaar
), zorgstap as materialized (
  select s.dossier_id, max(s.op) as op from (
    select r.dossier_id, greatest(r.begonnen_op, r.bijgewerkt_op, r.voorgelegd_op, r.verstuurd_op, r.klaargezet_op,
      r.antwoord_op, r.ingetrokken_op) as op from zorgroutes_zorgroute r
    union all select q.dossier_id, greatest(q.gesteld_op, q.beantwoord_op) from zorgroutes_zorgvraag q
    union all select z.dossier_id, z.ingediend_op from zorgroutes_zorgzienswijze z
    union all select b.dossier_id, b.teruggekoppeld_op from zorgroutes_zorgbesluit b
  ) s group by s.dossier_id
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
      (select max(greatest(q.gesteld_op, q.beantwoord_op)) from plaatsingen_vraag q where q.dossier_id = k.id),
      (select z.op from zorgstap z where z.dossier_id = k.id)
    ) as laatste
  from leerling k
  left join overdrachten_aanmelding a on a.dossier_id = k.id and a.ingetrokken_op is null
  left join scholen_organisatie t on t.id = a.ontvanger_id
  left join overdrachten_overdracht o on o.aanmelding_id = a.id and o.ingetrokken_op is null
  left join plaatsingen_plaatsing p on p.aanmelding_id = a.id
  where k.klaar
  group by k.id, k.school_id
), grens as (
  select (stil_voor + 1)::timestamp at time zone 'Europe/Amsterdam' as op
), niet_af as (
  select k.school_id from leerling k cross join grens g
  where not k.klaar and greatest(k.gemaakt_op, k.heropend_op) < g.op
    and not exists (select from rapporten_concept c where c.dossier_id = k.id and c.bijgewerkt_op >= g.op)
    and not exists (select from adviezen_schooladvies s
      where s.dossier_id = k.id and greatest(s.voorlopig_op, s.definitief_op) > stil_voor)
    and not exists (select from rapporten_versie v where v.dossier_id = k.id and v.gemaakt_op >= g.op)
    and not exists (select from inzages_inzage i
      where i.dossier_id = k.id and greatest(i.aangeboden_op, i.geopend_op, i.gezien_op) >= g.op)
    and not exists (select from inzages_zienswijze z where z.dossier_id = k.id and z.ingediend_op >= g.op)
    and not exists (select from inzages_correctieverzoek w
      where w.dossier_id = k.id and greatest(w.ingediend_op, w.besloten_op) >= g.op)
    and not exists (select from bijlagen_bijlage b
      where b.dossier_id = k.id and greatest(b.toegevoegd_op, b.vrijgegeven_op, b.ingetrokken_op) >= g.op)
    and not exists (select from overdrachten_aanmelding x
      where x.dossier_id = k.id and greatest(x.vastgelegd_op, x.ingetrokken_op) >= g.op)
    and not exists (select from overdrachten_overdracht x
      where x.dossier_id = k.id and greatest(x.verstuurd_op, x.gelezen_op, x.opgehaald_op) >= g.op)
    and not exists (select from plaatsingen_besluit b where b.dossier_id = k.id and b.op >= g.op)
    and not exists (select from plaatsingen_vraag q
      where q.dossier_id = k.id and greatest(q.gesteld_op, q.beantwoord_op) >= g.op)
    and not exists (select from zorgstap z where z.dossier_id = k.id and z.op >= g.op)
)
select n.school_id, 'rapport_niet_af', count(*) from niet_af n group by 1
union all
select s.school_id,
  case when s.aangemeld = 0 then 'niet_aangemeld' when s.toegelaten then 'niet_geplaatst'
    when s.wacht then 'wacht_op_vo' when s.niet_verstuurd then 'niet_verstuurd' else 'nergens_toegelaten' end,
  count(*)
from spoor s
where not coalesce(s.klaar, false) and (s.laatste at time zone 'Europe/Amsterdam')::date <= stil_voor
group by 1, 2
$$;
"""


class Migration(migrations.Migration):
    dependencies = (
        ("plaatsingen", "0005_terugblik"),
        ("zorgroutes", "0008_afmelding"),
        ("inzages", "0010_scan_bij_correctie"),
        ("bijlagen", "0011_tekstversie"),
        ("adviezen", "0002_slot"),
        ("overdrachten", "0014_over_de_lijn"),
    )
    operations = (migrations.RunSQL(FUNCTIE, VORIGE.replace("create function", "create or replace function")),)
