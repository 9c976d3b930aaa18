"""Lets the school close a parent's way in, record on paper, and send an aanvulling along with a later version."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql

REACTIE = ("geopend_op", "gezien_op", "gezien_versie_id", "akkoord")
VAN_DE_SCHOOL = (
    "mail_verzonden_op", "gemelde_versie_id", "ingetrokken_op", "geheim", "mailhash", "mail_mislukt_op", "herinnerd_op",
    "meelezen_op", "aangekomen_op", "gesloten_op", "gesloten_door", "sluitreden",
)  # fmt: skip

EIGEN_VAN_OUDER = f"{sql.EIGEN_OUDER} and {sql.toegang_ouder('dossier_id')}"
# Whose way in was closed sees of the own offer that it was, and nothing of the dossier.
ZELF_GESLOTEN = f"{sql.EIGEN_OUDER} and gesloten_op is not null"
# What a parent writes is the parent's own; what the school adds says of itself that it came on paper.
ZELF = f"{EIGEN_VAN_OUDER} and ingevoerd_door is null"
OP_PAPIER = f"{sql.EIGEN_SCHOOL} and ingevoerd_door is not null"

# It went with that version; now with what was sent to this school since, whichever version that is.
NAAR_MIJ = """versie_id = any(array(select o.versie_id from overdrachten_overdracht o
  where o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op is null))"""
MEE_NAAR_MIJ = """exists (select from overdrachten_overdracht o where o.dossier_id = rapporten_aanvulling.dossier_id
  and o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op is null
  and o.verstuurd_op >= rapporten_aanvulling.gaat_mee_op)"""


def _vervang(tabel: str, regel: str, heen: str, terug: str) -> migrations.RunSQL:
    weg = f"drop policy {tabel}_{regel} on {tabel};"
    voor, _nummer = regel.split("_")
    soort = "using" if voor == "select" else "with check"
    return migrations.RunSQL(
        f"{weg} create policy {tabel}_{regel} on {tabel} for {voor} {soort} ({heen});",
        f"{weg} create policy {tabel}_{regel} on {tabel} for {voor} {soort} ({terug});",
    )


def _erbij(tabel: str, regel: str, als: str) -> migrations.RunSQL:
    voor, _nummer = regel.split("_")
    soort = "using" if voor == "select" else "with check"
    return migrations.RunSQL(
        f"create policy {tabel}_{regel} on {tabel} for {voor} {soort} ({als});",
        f"drop policy {tabel}_{regel} on {tabel};",
    )


class Migration(migrations.Migration):
    dependencies = (("inzages", "0007_toegang"), ("rapporten", "0004_slot_aanvulling"))
    operations = (
        kolommen.rechten("inzages_inzage", wijzigen=REACTIE + VAN_DE_SCHOOL),
        _erbij("inzages_inzage", "select_6", ZELF_GESLOTEN),
        _vervang("inzages_correctieverzoek", "insert_3", ZELF, EIGEN_VAN_OUDER),
        _erbij("inzages_correctieverzoek", "insert_5", OP_PAPIER),
        sql.hoort_bij_dossier("inzages_aanvullezing"),
        sql.beveilig(
            "inzages_aanvullezing",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
        ),
        kolommen.rechten("inzages_aanvullezing", wijzigen=()),
        _vervang(
            "rapporten_aanvulling",
            "select_2",
            f"gaat_mee_op is not null and {MEE_NAAR_MIJ}",
            f"gaat_mee_op is not null and {NAAR_MIJ}",
        ),
    )
