"""Counts also who stands still before the report is definitive, and takes the steps of a care route for steps.

Replaces the function of 0004; who may call it and what it answers to whom stay as they were. It gathers first for whom
somebody took a step since that day, reading each table once: a region has a hundred thousand pupils, and few of them
have a step that new. The places follow for the others only.
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
), grens as materialized (
  select (stil_voor + 1)::timestamp at time zone 'Europe/Amsterdam' as op
), gezet as materialized (
  select v.dossier_id from rapporten_versie v where v.gemaakt_op >= (select op from grens)
  union all select x.dossier_id from overdrachten_aanmelding x
    where greatest(x.vastgelegd_op, x.ingetrokken_op) >= (select op from grens)
  union all select x.dossier_id from overdrachten_overdracht x
    where greatest(x.verstuurd_op, x.gelezen_op, x.opgehaald_op) >= (select op from grens)
  union all select b.dossier_id from plaatsingen_besluit b where b.op >= (select op from grens)
  union all select q.dossier_id from plaatsingen_vraag q
    where greatest(q.gesteld_op, q.beantwoord_op) >= (select op from grens)
  union all select r.dossier_id from zorgroutes_zorgroute r
    where greatest(r.begonnen_op, r.bijgewerkt_op, r.voorgelegd_op, r.verstuurd_op, r.klaargezet_op, r.antwoord_op,
      r.ingetrokken_op) >= (select op from grens)
  union all select q.dossier_id from zorgroutes_zorgvraag q
    where greatest(q.gesteld_op, q.beantwoord_op) >= (select op from grens)
  union all select z.dossier_id from zorgroutes_zorgzienswijze z where z.ingediend_op >= (select op from grens)
  union all select b.dossier_id from zorgroutes_zorgbesluit b where b.teruggekoppeld_op >= (select op from grens)
), gewerkt as materialized (
  select c.dossier_id from rapporten_concept c where c.bijgewerkt_op >= (select op from grens)
  union all select s.dossier_id from adviezen_schooladvies s
    where greatest(s.voorlopig_op, s.definitief_op) > stil_voor
  union all select i.dossier_id from inzages_inzage i
    where greatest(i.aangeboden_op, i.geopend_op, i.gezien_op) >= (select op from grens)
  union all select z.dossier_id from inzages_zienswijze z where z.ingediend_op >= (select op from grens)
  union all select w.dossier_id from inzages_correctieverzoek w
    where greatest(w.ingediend_op, w.besloten_op) >= (select op from grens)
  union all select b.dossier_id from bijlagen_bijlage b
    where greatest(b.toegevoegd_op, b.vrijgegeven_op, b.ingetrokken_op) >= (select op from grens)
), stil as materialized (
  select d.id, d.school_id, greatest(d.gemaakt_op, d.heropend_op) as begonnen_op,
    d.staat in ('definitief', 'overgedragen', 'opgehaald', 'gelezen', 'ingetrokken') as klaar
  from dossiers_dossier d join scholen_organisatie o on o.id = d.school_id
  where o.regio_id in (select regio_id from mijn) and d.schooljaar = jaar
    and not exists (select from gezet g where g.dossier_id = d.id)
), spoor as (
  select k.id, k.school_id,
    count(a.id) as aangemeld,
    bool_or(p.status = 'geplaatst' or (t.gegevens ? 'buiten_regio' and o.id is not null)) as klaar,
    bool_or(p.status = 'toelaatbaar' and o.id is not null) as toegelaten,
    bool_or(p.status in ('ontvangen', 'in_behandeling') and o.id is not null) as wacht,
    bool_or(o.id is null) as niet_verstuurd
  from stil k
  left join overdrachten_aanmelding a on a.dossier_id = k.id and a.ingetrokken_op is null
  left join scholen_organisatie t on t.id = a.ontvanger_id
  left join overdrachten_overdracht o on o.aanmelding_id = a.id and o.ingetrokken_op is null
  left join plaatsingen_plaatsing p on p.aanmelding_id = a.id
  where k.klaar
  group by k.id, k.school_id
)
select k.school_id, 'rapport_niet_af', count(*) from stil k
where not k.klaar and k.begonnen_op < (select op from grens)
  and not exists (select from gewerkt g where g.dossier_id = k.id)
group by 1
union all
select s.school_id,
  case when s.aangemeld = 0 then 'niet_aangemeld' when s.toegelaten then 'niet_geplaatst'
    when s.wacht then 'wacht_op_vo' when s.niet_verstuurd then 'niet_verstuurd' else 'nergens_toegelaten' end,
  count(*)
from spoor s
where not coalesce(s.klaar, false)
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
