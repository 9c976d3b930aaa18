"""Puts placing behind row-level security: a vo school reads and decides on what runs to it, and nobody for it.

A vo school writes in rows that hang on a dossier of a basisschool, so each condition names the receiver as well as the
running toegang: withdrawn is gone at once.
"""

from django.db import migrations

from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.rules import HERZIENINGEN, STAPPEN
from overstap.foundation.rls import kolommen, sql

ONTVANGER = f"ontvanger_id = {sql.MIJ} and {sql.toegang_organisatie('dossier_id')}"
LEZEN = (
    sql.Regel("select", sql.EIGEN_SCHOOL),
    sql.Regel("select", ONTVANGER),
    sql.Regel("select", sql.toegang_ouder("dossier_id")),
)

VAN_HET_VO = ("besluit_voor", "verlengd_op", "status", "status_op", "herzien_op", "brugklas_id")
VAN_DE_SCHOOL = ("overdracht_id", "met_vraag", "met_tlv", "gesprek_gevraagd")
VRAAG_VAN_HET_VO = ("gezien_op",)
VRAAG_VAN_DE_SCHOOL = ("antwoord", "beantwoord_op", "beantwoord_door", "antwoordfunctie")


def paren(tabel: dict[Aanmeldstatus, frozenset[Aanmeldstatus]]) -> str:
    """The steps of a table as rows of SQL."""
    return ", ".join(f"('{van.value}', '{naar.value}')" for van, naars in tabel.items() for naar in sorted(naars))


STAP_BEWAKEN = f"""
create function plaatsing_stap() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'ontvangen' then
      raise exception 'een plaatsing begint bij ontvangen' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.status <> old.status and (old.status, new.status) not in ({paren(STAPPEN)})
     and not (new.herzien_op is distinct from old.herzien_op and (old.status, new.status) in ({paren(HERZIENINGEN)})) then
    raise exception 'deze stap bestaat niet: % naar %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger plaatsing_stap before insert or update on plaatsingen_plaatsing
  for each row execute function plaatsing_stap();
"""
STAP_WEG = "drop trigger plaatsing_stap on plaatsingen_plaatsing; drop function plaatsing_stap();"

# Plain foreign keys look past policies: what hangs on a plaatsing keeps its dossier and its receiver, and a pupil goes
# into a brugklas of the very school that decides.
SAMENGESTELD = """
alter table plaatsingen_besluit add constraint plaatsingen_besluit_plaatsing_samen_fk
  foreign key (plaatsing_id, dossier_id, ontvanger_id)
  references plaatsingen_plaatsing (id, dossier_id, ontvanger_id) deferrable initially deferred;
alter table plaatsingen_vraag add constraint plaatsingen_vraag_plaatsing_samen_fk
  foreign key (plaatsing_id, dossier_id, ontvanger_id)
  references plaatsingen_plaatsing (id, dossier_id, ontvanger_id) deferrable initially deferred;
alter table plaatsingen_plaatsing add constraint plaatsingen_plaatsing_brugklas_samen_fk
  foreign key (brugklas_id, ontvanger_id) references plaatsingen_brugklas (id, school_id) deferrable initially deferred;
"""
LOS = """
alter table plaatsingen_plaatsing drop constraint plaatsingen_plaatsing_brugklas_samen_fk;
alter table plaatsingen_vraag drop constraint plaatsingen_vraag_plaatsing_samen_fk;
alter table plaatsingen_besluit drop constraint plaatsingen_besluit_plaatsing_samen_fk;
"""


class Migration(migrations.Migration):
    dependencies = (("plaatsingen", "0001_initial"), ("overdrachten", "0005_kolommen"), ("inzages", "0006_slot_ouders"))
    operations = (
        migrations.RunSQL(STAP_BEWAKEN, STAP_WEG),
        *(sql.hoort_bij_dossier(f"plaatsingen_{tabel}") for tabel in ("plaatsing", "besluit", "vraag")),
        migrations.RunSQL(SAMENGESTELD, LOS),
        sql.beveilig(
            "plaatsingen_brugklas",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            # Basisschool and parents read in which brugklas a pupil of theirs was placed.
            sql.Regel("select", "id = any(array(select p.brugklas_id from plaatsingen_plaatsing p))"),
            *sql.schrijven(verwijderen=True),
        ),
        kolommen.rechten(
            "plaatsingen_brugklas", wijzigen=("naam", "advies_van", "advies_tot", "capaciteit"), verwijderen=True
        ),
        sql.beveilig(
            "plaatsingen_plaatsing",
            *LEZEN,
            *sql.schrijven(),
            sql.Regel("update", ONTVANGER),
        ),
        kolommen.rechten("plaatsingen_plaatsing", wijzigen=(*VAN_HET_VO, *VAN_DE_SCHOOL)),
        kolommen.alleen_kolommen("plaatsingen_plaatsing", "door_vo", wanneer=kolommen.VREEMD, mag=VAN_HET_VO),
        kolommen.alleen_kolommen("plaatsingen_plaatsing", "door_school", wanneer=kolommen.EIGEN, mag=VAN_DE_SCHOOL),
        sql.beveilig("plaatsingen_besluit", *LEZEN, sql.Regel("insert", ONTVANGER)),
        kolommen.rechten("plaatsingen_besluit", wijzigen=()),
        sql.onveranderlijk("plaatsingen_besluit"),
        sql.beveilig(
            "plaatsingen_vraag",
            *LEZEN,
            sql.Regel("insert", f"{ONTVANGER} and beantwoord_op is null"),
            sql.Regel("update", sql.EIGEN_SCHOOL),
            sql.Regel("update", ONTVANGER),
        ),
        kolommen.rechten("plaatsingen_vraag", wijzigen=(*VRAAG_VAN_HET_VO, *VRAAG_VAN_DE_SCHOOL)),
        kolommen.alleen_kolommen("plaatsingen_vraag", "door_vo", wanneer=kolommen.VREEMD, mag=VRAAG_VAN_HET_VO),
        kolommen.alleen_kolommen("plaatsingen_vraag", "door_school", wanneer=kolommen.EIGEN, mag=VRAAG_VAN_DE_SCHOOL),
        kolommen.bewaak(
            "plaatsingen_vraag",
            "antwoord_blijft",
            "old.beantwoord_op is not null and (old.antwoord, old.beantwoord_op, old.beantwoord_door) "
            "is distinct from (new.antwoord, new.beantwoord_op, new.beantwoord_door)",
            "een antwoord blijft zoals het was",
        ),
    )
