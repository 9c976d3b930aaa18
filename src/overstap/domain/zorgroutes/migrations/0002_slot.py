"""Puts care routes behind row-level security: the basisschool its half, the samenwerkingsverband its own.

Parents read what goes and what was decided; the vo school where the pupil was applied reads the decision. Of the case
that the samenwerkingsverband keeps no school and no parent reads a row: the basisschool only adds what it sends.
"""

from django.db import migrations

from overstap.domain.zorgroutes.enums import Partij
from overstap.domain.zorgroutes.rules.stappen import DOOR, TOEGESTANE_STAPPEN
from overstap.foundation.rls import kolommen, sql

EIGEN = sql.EIGEN_SCHOOL
ZORG = "dossier_id = any((select mijn_zorgdossiers())::uuid[])"
SWV = f"swv_id = {sql.MIJ}"
VAN_HET_SWV = f"{SWV} and {ZORG}"
OUDER = sql.toegang_ouder("dossier_id")
EIGEN_VAN_OUDER = f"{sql.EIGEN_OUDER} and {OUDER}"
# The table of aanmeldingen shows itself to the basisschool only; this tells a vo school no more than of which it is.
AANGEMELD = """
create function dossiers_met_mijn_aanmelding() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return array(select a.dossier_id from public.overdrachten_aanmelding a
    where a.ontvanger_id = any(mijn_organisaties()) and a.ingetrokken_op is null);
end $$;
"""
BIJ_MIJ_AANGEMELD = "dossier_id = any((select dossiers_met_mijn_aanmelding())::uuid[])"
# Sent by my school, to this samenwerkingsverband; the case has the id of its route.
VAN_MIJN_ROUTE = f"""exists (select from zorgroutes_zorgroute r
  where r.id = {{}} and r.school_id = {sql.MIJ} and r.swv_id = {{}}.swv_id and r.verstuurd_op is not null)"""

PAREN = ", ".join(f"('{van.value}', '{naar.value}')" for van, naars in TOEGESTANE_STAPPEN.items() for naar in sorted(naars))
VAN_SWV = ", ".join(f"'{staat.value}'" for staat, wie in DOOR.items() if wie is Partij.SWV)
VAN_PO = ", ".join(f"'{staat.value}'" for staat, wie in DOOR.items() if wie is Partij.PO)
STAPPEN = f"""
create function zorgroute_stap() returns trigger language plpgsql as $$
begin
  if new.staat <> old.staat and (old.staat, new.staat) not in ({PAREN}) then
    raise exception 'deze stap bestaat niet: % naar %', old.staat, new.staat using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger zorgroute_stap before update on zorgroutes_zorgroute for each row execute function zorgroute_stap();
alter table zorgroutes_zaakstuk add constraint zaakstuk_zaak_swv_fk foreign key (zaak_id, swv_id)
  references zorgroutes_zaak (route_id, swv_id) deferrable initially deferred;
alter table zorgroutes_zaakbestand add constraint zaakbestand_zaak_swv_fk foreign key (zaak_id, swv_id)
  references zorgroutes_zaak (route_id, swv_id) deferrable initially deferred;
alter table zorgroutes_zorgvraag add constraint zorgvraag_route_swv_fk foreign key (route_id, swv_id)
  references zorgroutes_zorgroute (id, swv_id) deferrable initially deferred;
alter table zorgroutes_zorgbesluit add constraint zorgbesluit_route_swv_fk foreign key (route_id, swv_id)
  references zorgroutes_zorgroute (id, swv_id) deferrable initially deferred;
"""
STAPPEN_WEG = """
alter table zorgroutes_zorgbesluit drop constraint zorgbesluit_route_swv_fk;
alter table zorgroutes_zorgvraag drop constraint zorgvraag_route_swv_fk;
alter table zorgroutes_zaakbestand drop constraint zaakbestand_zaak_swv_fk;
alter table zorgroutes_zaakstuk drop constraint zaakstuk_zaak_swv_fk;
drop trigger zorgroute_stap on zorgroutes_zorgroute; drop function zorgroute_stap();
"""

VAN_DE_SCHOOL = (
    "staat", "geheim", "bijgewerkt_op", "soort", "vo_school_id", "voorgelegd_op", "verstuurd_op", "verstuurd_door",
    "zaaksleutel_id", "klaargezet_op", "ingetrokken_op", "ingetrokken_door", "intrekreden",
)  # fmt: skip
BIJ_DOSSIER = ("zorgroute", "zorgaanmelding", "zorgzienswijze", "zorgvraag", "zorgbesluit")


class Migration(migrations.Migration):
    dependencies = (
        ("zorgroutes", "0001_initial"),
        ("dossiers", "0006_zorgroute"),
        ("overdrachten", "0007_tegengehouden"),
    )
    operations = (
        migrations.RunSQL(AANGEMELD, "drop function dossiers_met_mijn_aanmelding();"),
        migrations.RunSQL(STAPPEN, STAPPEN_WEG),
        *(sql.hoort_bij_dossier(f"zorgroutes_{tabel}") for tabel in BIJ_DOSSIER),
        sql.beveilig(
            "zorgroutes_zorgroute",
            sql.Regel("select", EIGEN),
            sql.Regel("select", VAN_HET_SWV),
            sql.Regel("select", f"voorgelegd_op is not null and {OUDER}"),
            *sql.schrijven(),
            sql.Regel("update", VAN_HET_SWV),
        ),
        sql.beveilig(
            "zorgroutes_zorgaanmelding",
            sql.Regel("select", EIGEN),
            sql.Regel("select", OUDER),
            sql.Regel("insert", EIGEN),
        ),
        sql.beveilig(
            "zorgroutes_zorgzienswijze",
            sql.Regel("select", EIGEN),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("insert", EIGEN_VAN_OUDER),
        ),
        sql.beveilig(
            "zorgroutes_zorgvraag",
            sql.Regel("select", EIGEN),
            sql.Regel("select", VAN_HET_SWV),
            sql.Regel("select", f"aan = 'ouders' and {OUDER}"),
            sql.Regel("insert", VAN_HET_SWV),
            sql.Regel("update", EIGEN),
        ),
        sql.beveilig(
            "zorgroutes_zorgbesluit",
            sql.Regel("select", EIGEN),
            sql.Regel("select", VAN_HET_SWV),
            sql.Regel("select", OUDER),
            sql.Regel("select", BIJ_MIJ_AANGEMELD),
            sql.Regel("insert", VAN_HET_SWV),
        ),
        sql.beveilig(
            "zorgroutes_zaak",
            sql.Regel("select", SWV),
            sql.Regel("insert", VAN_MIJN_ROUTE.format("route_id", "zorgroutes_zaak")),
            sql.Regel("update", SWV),
        ),
        sql.beveilig("zorgroutes_zaakstuk", sql.Regel("select", SWV), sql.Regel("insert", SWV)),
        sql.beveilig(
            "zorgroutes_zaakbestand",
            sql.Regel("select", SWV),
            sql.Regel("insert", VAN_MIJN_ROUTE.format("zaak_id", "zorgroutes_zaakbestand")),
        ),
        kolommen.rechten("zorgroutes_zorgroute", wijzigen=VAN_DE_SCHOOL),
        kolommen.alleen_kolommen("zorgroutes_zorgroute", "door_swv", wanneer=kolommen.VREEMD, mag=("staat",)),
        kolommen.bewaak(
            "zorgroutes_zorgroute",
            "staat_door_swv",
            f"{kolommen.VREEMD} and new.staat <> old.staat and new.staat not in ({VAN_SWV})",
            "deze stap is van de basisschool",
        ),
        kolommen.bewaak(
            "zorgroutes_zorgroute",
            "staat_door_school",
            f"{kolommen.EIGEN} and new.staat <> old.staat and new.staat not in ({VAN_PO})",
            "deze stap is van het samenwerkingsverband",
        ),
        kolommen.bewaak(
            "zorgroutes_zorgroute",
            "blijft_zoals_verstuurd",
            "old.verstuurd_op is not null and (old.geheim, old.soort, old.verstuurd_op, old.zaaksleutel_id) "
            "is distinct from (new.geheim, new.soort, new.verstuurd_op, new.zaaksleutel_id)",
            "een verstuurde zorgaanmelding blijft zoals zij was",
        ),
        kolommen.rechten("zorgroutes_zorgvraag", wijzigen=("geheim_antwoord", "beantwoord_op", "beantwoord_door")),
        kolommen.bewaak(
            "zorgroutes_zorgvraag",
            "een_antwoord",
            "old.beantwoord_op is not null",
            "een antwoord blijft zoals het was",
        ),
        kolommen.rechten(
            "zorgroutes_zaak", wijzigen=("behandelaar_id", "in_behandeling_op", "besloten_op", "bewaren_tot")
        ),
        *(
            kolommen.rechten(f"zorgroutes_{tabel}", wijzigen=())
            for tabel in ("zorgaanmelding", "zorgzienswijze", "zorgbesluit", "zaakstuk", "zaakbestand")
        ),
    )
