"""Lets the policies of what a vo school or samenwerkingsverband lists by the thousand look rows up, not walk an array.

Nothing changes in who sees what: each condition is the one it was, in another form (`sql.in_lijst`). It stands here
because the tables are of five concepts, and the log is the last that foundation puts behind the lock.
"""

from django.db import migrations

from overstap.foundation.rls import sql

ONTVANGER, SWV = f"ontvanger_id = {sql.MIJ}", f"swv_id = {sql.MIJ}"
VERSTUURD = f"verstuurd_op is not null and ingetrokken_op is null and {SWV}"
OUD, NIEUW = "{kolom} = any((select {functie}())::uuid[])", sql.in_lijst("{kolom}", "{functie}")
# Table, policy, what it asks besides, and the column that must be one of those that the function gives.
REGELS = (
    ("dossiers_dossier", "select_1", "", "id", "mijn_dossiers"),
    ("dossiers_dossier", "select_zorgroute", "", "id", "mijn_zorgdossiers"),
    ("overdrachten_overdracht", "select_2", f"ingetrokken_op is null and {ONTVANGER}", "dossier_id", "mijn_dossiers"),
    ("plaatsingen_plaatsing", "select_2", ONTVANGER, "dossier_id", "mijn_dossiers"),
    ("plaatsingen_besluit", "select_2", ONTVANGER, "dossier_id", "mijn_dossiers"),
    ("plaatsingen_vraag", "select_2", ONTVANGER, "dossier_id", "mijn_dossiers"),
    ("zorgroutes_zorgroute", "select_2", VERSTUURD, "dossier_id", "mijn_zorgdossiers"),
)
_LEERLING = "alter policy leerlingen_leerling_select_1 on leerlingen_leerling using ({} or {});"
_EERST = "id = any(array(select d.leerling_id from dossiers_dossier d))"

# Of the own brugklassen nothing else is asked, so that a list of them walks no plaatsingen.
_BRUGKLAS = "id = any(array(select p.brugklas_id from plaatsingen_plaatsing p))"
EIGEN_EERST = f"""
drop policy plaatsingen_brugklas_select_2 on plaatsingen_brugklas;
alter policy plaatsingen_brugklas_select_1 on plaatsingen_brugklas using ({sql.EIGEN_SCHOOL} or {_BRUGKLAS});
"""
EIGEN_APART = f"""
alter policy plaatsingen_brugklas_select_1 on plaatsingen_brugklas using ({sql.EIGEN_SCHOOL});
create policy plaatsingen_brugklas_select_2 on plaatsingen_brugklas for select using ({_BRUGKLAS});
"""
# As eerder_gelezen_versies, of the dossiers on one page: which of these did a report reach that my school opened?
EERDER_GELEZEN = """
create function eerder_gelezen_dossiers(dossiers uuid[]) returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select o.dossier_id from overdrachten_overdracht o
  where o.dossier_id = any(dossiers) and o.ontvanger_id = any(mijn_organisaties())
  and (o.gelezen_op is not null or o.opgehaald_op is not null) $$;
"""


def _zet(vorm: str, leerling: str) -> str:
    regels = [
        f"alter policy {tabel}_{naam} on {tabel} using "
        f"({' and '.join(deel for deel in (ook, vorm.format(kolom=kolom, functie=functie)) if deel)});"
        for tabel, naam, ook, kolom, functie in REGELS
    ]
    return "\n".join([*regels, _LEERLING.format(sql.EIGEN_SCHOOL, leerling)])


class Migration(migrations.Migration):
    dependencies = (
        ("audit", "0009_geen_tijdelijke_tabel"),
        ("dossiers", "0007_wat_is_van_mij"),
        ("overdrachten", "0010_slot_aanmelden"),
        ("plaatsingen", "0004_stil_in_de_regio"),
        ("zorgroutes", "0003_alleen_verstuurd"),
    )
    operations = (
        migrations.RunSQL(_zet(NIEUW, sql.in_lijst("id", "mijn_leerlingen")), _zet(OUD, _EERST)),
        migrations.RunSQL(EIGEN_EERST, EIGEN_APART),
        migrations.RunSQL(EERDER_GELEZEN, "drop function eerder_gelezen_dossiers(uuid[]);"),
    )
