"""Shows a samenwerkingsverband a route only while it runs there.

Its toegang is to the pupil: one route that was sent also showed those that were withdrawn, or not sent yet.
"""

from django.db import migrations

from overstap.foundation.rls import sql

TABEL = "zorgroutes_zorgroute"
VAN_HET_SWV = f"swv_id = {sql.MIJ} and dossier_id = any((select mijn_zorgdossiers())::uuid[])"
LOOPT = f"verstuurd_op is not null and ingetrokken_op is null and {VAN_HET_SWV}"
# What hangs on a route is seen, asked and decided where the route itself is seen.
OP_MIJN_ROUTE = f"""route_id in (select r.id from {TABEL} r where r.swv_id = {sql.MIJ}
  and r.verstuurd_op is not null and r.ingetrokken_op is null)"""  # noqa: S608  # constants only
AAN_EEN_ROUTE = tuple(
    (f"zorgroutes_{tabel}", regel, soort)
    for tabel in ("zorgvraag", "zorgbesluit")
    for regel, soort in (("select_2", "using"), (f"insert_{4 if tabel == 'zorgvraag' else 5}", "with check"))
)


def _zet(tabel: str, regel: str, soort: str, heen: str) -> migrations.RunSQL:
    """Narrow a policy of the samenwerkingsverband by one condition; back is as it was."""
    naam = f"{tabel}_{regel}"
    return migrations.RunSQL(
        f"alter policy {naam} on {tabel} {soort} ({heen});",
        f"alter policy {naam} on {tabel} {soort} ({VAN_HET_SWV});",
    )


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0002_slot"),)
    operations = (
        _zet(TABEL, "select_2", "using", LOOPT),
        migrations.RunSQL(
            f"alter policy {TABEL}_update_6 on {TABEL} using ({LOOPT}) with check ({LOOPT});",
            f"alter policy {TABEL}_update_6 on {TABEL} using ({VAN_HET_SWV}) with check ({VAN_HET_SWV});",
        ),
        *(_zet(tabel, regel, soort, f"{VAN_HET_SWV} and {OP_MIJN_ROUTE}") for tabel, regel, soort in AAN_EEN_ROUTE),
    )
