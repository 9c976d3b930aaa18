"""Puts invitations of guests behind row-level security, and holds a guest to one pupil and one vo school.

A vo school reads how far a guest is, and nothing else of a report before it is sent: one function, which runs as the
owner, gives the state of the dossier of each of its own guests.
"""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql

MIJN_GAST = """exists (select 1 from overdrachten_gastuitnodiging u
  where u.account_id = old.account_id and u.ontvanger_id = any(mijn_organisaties()))"""
# A wrong code is counted before anybody is known.
ANDERS_DAN_TELLEN = "(to_jsonb(old) - 'pogingen') is distinct from (to_jsonb(new) - 'pogingen')"

# Who asks twice at the same moment waits; the rows of the other would not be seen otherwise.
EEN_DOSSIER = """
create function gast_een_dossier() returns trigger language plpgsql as $$
begin
  if exists (select from scholen_organisatie o where o.id = new.school_id and o.gast_van_id is not null) then
    perform pg_advisory_xact_lock(hashtextextended('gast:' || new.school_id::text, 0));
    if exists (select from dossiers_dossier d where d.school_id = new.school_id) then
      raise exception 'een gast heeft een leerling' using errcode = 'unique_violation';
    end if;
  end if;
  return new;
end $$;
create trigger gast_een_dossier before insert on dossiers_dossier for each row execute function gast_een_dossier();
"""
EEN_DOSSIER_WEG = "drop trigger gast_een_dossier on dossiers_dossier; drop function gast_een_dossier();"

STATEN = """
create function overdrachten_gasten() returns table (school_id uuid, staat varchar)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.school_id, d.staat from dossiers_dossier d join scholen_organisatie o on o.id = d.school_id
  where o.gast_van_id = any(mijn_organisaties()) $$;
revoke all on function overdrachten_gasten() from public;
"""
# Installations name the role that serves people themselves.
VOOR_DE_DIENST = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'overdrachten_gastuitnodiging'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop execute format('grant execute on function overdrachten_gasten() to %s', wie); end loop;
end $$;
"""
VAN_HET_VO = f"ontvanger_id = {sql.MIJ}"


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0011_gast"), ("dossiers", "0006_zorgroute"))
    operations = (
        sql.beveilig(
            "overdrachten_gastuitnodiging",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", VAN_HET_VO),
            *sql.schrijven(VAN_HET_VO),
        ),
        kolommen.rechten(
            "overdrachten_gastuitnodiging",
            wijzigen=("verloopt_op", "mail_verzonden_op", "mail_mislukt_op", "ingetrokken_op", "ingetrokken_door"),
        ),
        kolommen.bewaak(
            "overdrachten_gastuitnodiging",
            "eigen_gast",
            "not exists (select from scholen_organisatie o "
            "where o.id = new.school_id and o.gast_van_id = new.ontvanger_id)",
            "deze school is geen gast van de ontvanger",
            bij="insert",
        ),
        kolommen.bewaak(
            "overdrachten_aanmelding",
            "van_gast",
            "exists (select from scholen_organisatie o "
            "where o.id = new.school_id and o.gast_van_id is not null and o.gast_van_id <> new.ontvanger_id)",
            "een gast meldt alleen aan bij wie uitnodigde",
            bij="insert",
        ),
        kolommen.rechten("gebruikers_gastcode", wijzigen=("codehash", "pogingen", "geldig_tot", "ingetrokken_op")),
        kolommen.bewaak(
            "gebruikers_gastcode",
            "door_vo",
            f"{ANDERS_DAN_TELLEN} and not {MIJN_GAST}",
            "alleen de vo-school die uitnodigde wijzigt de code",
        ),
        migrations.RunSQL(EEN_DOSSIER, EEN_DOSSIER_WEG),
        migrations.RunSQL(STATEN + VOOR_DE_DIENST, "drop function overdrachten_gasten();"),
    )
