"""Which SQL says who may change which columns? Policies choose rows; this chooses columns. Used by migrations only.

Two cheap means, neither of which costs a query any planning: rights of the role that serves people, for what
nobody ever changes, and a trigger for what only some kind of actor may change.
"""

from django.db import migrations

# Who acts: set by `als(actor)`. Nobody is also the command line, and whoever is still typing a code.
OUDER = "mijn_ouder() is not null"
VREEMD = "not (old.school_id = any(mijn_organisaties()))"
EIGEN = "old.school_id = any(mijn_organisaties())"

# Every role but the owner: installations name the role that serves people themselves.
_ROLLEN = """
do $$ declare wie text; begin
  for wie in select distinct a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
    where c.oid = '{tabel}'::regclass and a.grantee <> c.relowner and a.grantee <> 0
  loop {opdrachten} end loop;
end $$;
"""


def rechten(tabel: str, *, wijzigen: tuple[str, ...], verwijderen: bool = False) -> migrations.RunSQL:
    """Serving people, nobody changes other columns of `tabel` than these, or removes a row (unless said)."""
    neem = [f"revoke update on {tabel} from %s"] + ([] if verwijderen else [f"revoke delete on {tabel} from %s"])
    heen = [*neem, f"grant update ({', '.join(wijzigen)}) on {tabel} to %s"] if wijzigen else neem
    return migrations.RunSQL(_opdrachten(tabel, heen), _opdrachten(tabel, [f"grant update, delete on {tabel} to %s"]))


def alleen_kolommen(tabel: str, naam: str, *, wanneer: str, mag: tuple[str, ...]) -> migrations.RunSQL:
    """A trigger: while `wanneer` holds (a condition on `old`), an update changes no other columns than `mag`."""
    kolommen = ", ".join(f"'{kolom}'" for kolom in mag)
    return bewaak(
        tabel,
        naam,
        f"({wanneer}) and (to_jsonb(old) - array[{kolommen}]::text[]) "
        f"is distinct from (to_jsonb(new) - array[{kolommen}]::text[])",
        f"hier wijzigt u alleen {', '.join(mag) or 'niets'}",
    )


def bewaak(tabel: str, naam: str, verboden: str, zin: str, *, bij: str = "update") -> migrations.RunSQL:
    """A trigger that refuses a change of a row when `verboden` holds: a condition on `old` and `new`."""
    return migrations.RunSQL(
        f"""
        create function {tabel}_{naam}() returns trigger language plpgsql as $$
        begin
          if {verboden} then
            raise exception '{tabel}: {zin}' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
        create trigger {tabel}_{naam} before {bij} on {tabel} for each row execute function {tabel}_{naam}();
        """,
        f"drop trigger {tabel}_{naam} on {tabel}; drop function {tabel}_{naam}();",
    )


def _opdrachten(tabel: str, opdrachten: list[str]) -> str:
    regels = " ".join(f"execute format('{opdracht}', wie);" for opdracht in opdrachten)
    return _ROLLEN.format(tabel=tabel, opdrachten=regels)
