"""Puts the files of parents, requests for a code and announced talks behind row-level security; lets paper in."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql

REACTIE = ("geopend_op", "gezien_op", "gezien_versie_id", "akkoord")
VAN_DE_SCHOOL = (
    "mail_verzonden_op", "gemelde_versie_id", "ingetrokken_op", "geheim", "mailhash", "mail_mislukt_op", "herinnerd_op",
    "meelezen_op",
)  # fmt: skip
BESLUIT = ("besluit", "besloten_op", "besloten_door", "geheime_uitleg")
VERLENGING = ("verlengd_op", "verlengd_door", "geheime_reden")
KEURING = ("scan", "gescand_op", "gescand_met", "weigerreden", "ingrepen", "bestand_id", "omvang")

EIGEN_VAN_OUDER = f"{sql.EIGEN_OUDER} and {sql.toegang_ouder('dossier_id')}"
# What a parent writes is the parent's own; what the school adds says of itself that it came on paper.
OP_PAPIER = f"{sql.EIGEN_SCHOOL} and vorm <> 'digitaal'"
ZELF = f"{EIGEN_VAN_OUDER} and vorm = 'digitaal'"
VOOR_MIJN_OUDER = """exists (select from inzages_inzage i where i.school_id = any(mijn_organisaties())
  and (i.ouder_id = inzages_codeverzoek.ouder_id or i.mailhash = inzages_codeverzoek.mailhash))"""
VERLOPEN = "gevraagd_op < now() - interval '14 days'"


class Migration(migrations.Migration):
    dependencies = (("inzages", "0005_ouders"),)
    operations = (
        kolommen.rechten("inzages_inzage", wijzigen=REACTIE + VAN_DE_SCHOOL),
        kolommen.rechten("inzages_correctieverzoek", wijzigen=BESLUIT + VERLENGING),
        migrations.RunSQL(
            f"""
            drop policy inzages_zienswijze_insert_3 on inzages_zienswijze;
            create policy inzages_zienswijze_insert_3 on inzages_zienswijze for insert with check ({ZELF});
            create policy inzages_zienswijze_insert_4 on inzages_zienswijze for insert with check ({OP_PAPIER});
            """,
            f"""
            drop policy inzages_zienswijze_insert_4 on inzages_zienswijze;
            drop policy inzages_zienswijze_insert_3 on inzages_zienswijze;
            create policy inzages_zienswijze_insert_3 on inzages_zienswijze for insert with check ({EIGEN_VAN_OUDER});
            """,
        ),
        sql.hoort_bij_dossier("inzages_ouderstuk"),
        sql.beveilig(
            "inzages_ouderstuk",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("select", f"zienswijze_id is not null and {sql.toegang_organisatie('dossier_id')}"),
            *sql.schrijven(),
            sql.Regel("insert", EIGEN_VAN_OUDER),
        ),
        kolommen.rechten("inzages_ouderstuk", wijzigen=KEURING),
        sql.beveilig(
            "inzages_codeverzoek",
            sql.Regel("select", VOOR_MIJN_OUDER),
            # What fits no offer is cleared away by whoever comes first; it names nobody.
            sql.Regel("select", VERLOPEN),
            sql.Regel("insert", "true"),
            sql.Regel("delete", f"{VERLOPEN} or {VOOR_MIJN_OUDER}"),
        ),
        kolommen.rechten("inzages_codeverzoek", wijzigen=(), verwijderen=True),
        sql.hoort_bij_dossier("inzages_warmeoverdracht"),
        sql.beveilig(
            "inzages_warmeoverdracht",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", sql.toegang_ouder("dossier_id")),
            *sql.schrijven(),
        ),
        kolommen.rechten("inzages_warmeoverdracht", wijzigen=("gehouden_op", "vervallen_op")),
    )
