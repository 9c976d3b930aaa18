"""Which SQL puts a table behind row-level security? Used by migrations only."""

from dataclasses import dataclass

from django.db import migrations

# After a SET LOCAL a setting is '' and not NULL. PostgreSQL evaluates these for every row it filters, so they are kept
# cheap: one uuid costs 0.2 µs to read, an array literal 3 µs. An array all the same: nobody has no organisation.
MIJN_ORGANISATIES = """
create or replace function mijn_organisaties() returns uuid[] language sql stable parallel safe as
  $$ select case when coalesce(current_setting('app.organisatie', true), '') = '' then '{}'::uuid[]
     else array[current_setting('app.organisatie', true)::uuid] end $$;
"""
# What a policy says between these it asks once per query; left alone, PostgreSQL asks it for every row it filters.
_EENMAAL = "(select {})::uuid[]"
MIJ = f"any({_EENMAAL.format('mijn_organisaties()')})"

# In plpgsql, because that keeps its plan for the whole connection: inside a policy the same question is planned and
# started anew in every table of a query. The schema is named, so that no temporary table stands in between.
MIJN_DOSSIERS = f"""
create or replace function mijn_dossiers() returns uuid[] language plpgsql stable parallel safe as $$
begin
  return array(select t.dossier_id from public.dossiers_toegang t where t.organisatie_id = {MIJ} and t.tot is null);
end $$;
create or replace function dossiers_als_ouder() returns uuid[] language plpgsql stable parallel safe as $$
begin
  if mijn_ouder() is null then return '{{}}'; end if;
  return array(select t.dossier_id from public.dossiers_toegang t where t.ouder_id = mijn_ouder() and t.tot is null);
end $$;
"""
FUNCTIES = f"""{MIJN_ORGANISATIES}
create function mijn_ouder() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.ouder', true), '')::uuid $$;
{MIJN_DOSSIERS}"""
FUNCTIES_WEG = """drop function mijn_dossiers(); drop function dossiers_als_ouder();
drop function mijn_organisaties(); drop function mijn_ouder();"""

EIGEN_SCHOOL = f"school_id = {MIJ}"
EIGEN_OUDER = "ouder_id = mijn_ouder()"


def toegang_organisatie(kolom: str) -> str:
    """The condition 'an organisation of mine has running toegang to this dossier'."""
    return f"{kolom} = any({_EENMAAL.format('mijn_dossiers()')})"


def in_lijst(kolom: str, functie: str) -> str:
    """The condition 'this row is one of those' for tables of which one organisation reads thousands of rows.

    PostgreSQL looks each row up in a hash, where it would walk an array for each of them (7 µs a row at two thousand).
    It finds no index by it: the policy or the query names another column that is indexed. The inner select keeps the
    planner from asking the function to guess how many there are.
    """
    return f"{kolom} in (select unnest({_EENMAAL.format(f'{functie}()')}))"


def toegang_ouder(kolom: str) -> str:
    """The condition 'I am a parent with running toegang to this dossier'."""
    return f"{kolom} = any({_EENMAAL.format('dossiers_als_ouder()')})"


@dataclass(frozen=True)
class Regel:
    """One policy: for which command, under which condition."""

    voor: str
    als: str

    def sql(self, tabel: str, nummer: int) -> str:
        """The CREATE POLICY statement."""
        using = f"using ({self.als})" if self.voor in ("select", "delete", "update") else ""
        check = f"with check ({self.als})" if self.voor in ("insert", "update") else ""
        return f"create policy {tabel}_{self.voor}_{nummer} on {tabel} for {self.voor} {using} {check};"


def beveilig(tabel: str, *regels: Regel) -> migrations.RunSQL:
    """A migration step that switches row-level security on for `tabel` with these policies."""
    stappen = [f"alter table {tabel} enable row level security;"]
    stappen += [regel.sql(tabel, n) for n, regel in enumerate(regels, start=1)]
    weg = [f"drop policy {tabel}_{regel.voor}_{n} on {tabel};" for n, regel in enumerate(regels, start=1)]
    weg.append(f"alter table {tabel} disable row level security;")
    return migrations.RunSQL("\n".join(stappen), "\n".join(weg))


def lezen_met_toegang(kolom: str = "dossier_id", *, ouders: bool = True) -> tuple[Regel, ...]:
    """Reading for organisations with toegang, and for parents with toegang unless switched off."""
    regels = [Regel("select", toegang_organisatie(kolom))]
    if ouders:
        regels.append(Regel("select", toegang_ouder(kolom)))
    return tuple(regels)


def schrijven(voorwaarde: str = EIGEN_SCHOOL, *, verwijderen: bool = False) -> tuple[Regel, ...]:
    """Inserting and updating under one condition; deleting only when asked for."""
    regels = [Regel("insert", voorwaarde), Regel("update", voorwaarde)]
    if verwijderen:
        regels.append(Regel("delete", voorwaarde))
    return tuple(regels)


def hoort_bij_dossier(tabel: str) -> migrations.RunSQL:
    """A composite foreign key (dossier_id, school_id): a plain one would look past row-level security."""
    naam = f"{tabel}_dossier_school_fk"
    return migrations.RunSQL(
        f"alter table {tabel} add constraint {naam} foreign key (dossier_id, school_id) "
        "references dossiers_dossier (id, school_id) deferrable initially deferred;",
        f"alter table {tabel} drop constraint {naam};",
    )


def onveranderlijk(tabel: str, *, behalve: tuple[str, ...] = ()) -> migrations.RunSQL:
    """A trigger that refuses every update (but of the named columns), delete and truncate of `tabel`."""
    return migrations.RunSQL(
        f"""
        create function {_blijft(tabel, behalve)}
        create trigger {tabel}_blijft before update or delete on {tabel}
          for each row execute function {tabel}_blijft();
        create trigger {tabel}_blijft_heel before truncate on {tabel}
          for each statement execute function {tabel}_blijft();
        """,
        f"""
        drop trigger {tabel}_blijft_heel on {tabel}; drop trigger {tabel}_blijft on {tabel};
        drop function {tabel}_blijft();
        """,
    )


# Said by the function that destroys dossiers, for as long as it runs; anybody may say it, so it must be the owner too.
_WORDT_VERNIETIGD = """tg_op = 'DELETE'
            and old.dossier_id::text = any(string_to_array(current_setting('app.vernietigt', true), ','))
            and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)"""


def vernietigbaar(tabel: str, *, behalve: tuple[str, ...] = ()) -> migrations.RunSQL:
    """Let what never changes go with its dossier, when that is destroyed; `behalve` as it was said before."""
    return migrations.RunSQL(
        f"create or replace function {_blijft(tabel, behalve, _WORDT_VERNIETIGD)}",
        f"create or replace function {_blijft(tabel, behalve)}",
    )


def _blijft(tabel: str, behalve: tuple[str, ...], weg: str = "false") -> str:
    toets = "true"
    if behalve:
        kolommen = ", ".join(f"'{kolom}'" for kolom in behalve)
        toets = f"(to_jsonb(old) - array[{kolommen}]) is distinct from (to_jsonb(new) - array[{kolommen}])"
    return f"""{tabel}_blijft() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and not ({toets}) then return new; end if;
          if {weg} then return old; end if;
          raise exception '{tabel} is onveranderlijk' using errcode = 'restrict_violation';
        end $$;"""
