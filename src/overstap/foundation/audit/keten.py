"""Is the logboek still whole? Recomputes the hash chain of every dossier in the database itself."""

from __future__ import annotations

from django.db import connection

# The same expression stands in the trigger; the text is what is hashed, so no driver can shift a digit.
GEHASHT = """
  sha256(convert_to(concat_ws('|', {r}.keten, {r}.nummer, {r}.wat, extract(epoch from {r}.op)::text,
    {r}.dossier_id, {r}.actor_id, {r}.rol, {r}.organisatie_id, {r}.object_id, {r}.gegevens::text,
    encode(coalesce({r}.vorige, ''::bytea), 'hex')), 'UTF8'))
"""

FUNCTIES = f"""
create function audit_schakel() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare laatste record;
begin
  new.keten := coalesce('d:' || new.dossier_id, 'o:' || new.organisatie_id, 'systeem');
  -- Acts on one dossier wait for each other here; acts on different dossiers never do.
  perform pg_advisory_xact_lock(hashtextextended(new.keten, 0));
  select nummer, hash into laatste from audit_auditevent
    where keten = new.keten order by nummer desc limit 1;
  new.nummer := coalesce(laatste.nummer, 0) + 1;
  new.vorige := laatste.hash;
  new.hash := {GEHASHT.format(r="new")};
  return new;
end $$;
create trigger audit_schakel before insert on audit_auditevent
  for each row execute function audit_schakel();
"""
FUNCTIES_WEG = "drop trigger audit_schakel on audit_auditevent; drop function audit_schakel();"

# Runs as the owner: whoever sees a part of a chain only would take the rest for missing. It tells which link, no more.
BREUKEN = f"""
create function audit_breuken() returns table (welke text, schakel bigint) language sql stable security definer
  set search_path = public, pg_temp as $$
select e.keten::text, e.nummer from audit_auditevent e
left join audit_auditevent v on v.keten = e.keten and v.nummer = e.nummer - 1
where e.hash is distinct from {GEHASHT.format(r="e")}
   or e.vorige is distinct from v.hash
   or (e.nummer > 1 and v.nummer is null)
order by e.keten, e.nummer
$$;
"""
BREUKEN_WEG = "drop function audit_breuken();"


def breuken() -> list[tuple[str, int]]:
    """The links (chain, number) of the whole logboek that do not fit: changed, or with their predecessor missing."""
    with connection.cursor() as cursor:
        cursor.execute("select welke, schakel from audit_breuken()")
        return [(keten, nummer) for keten, nummer in cursor.fetchall()]
