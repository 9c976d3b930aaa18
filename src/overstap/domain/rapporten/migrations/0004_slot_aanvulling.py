"""Puts what was added behind row-level security, and lets a vo school compare with the version that it read before."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql

NAAR_MIJ = """versie_id = any(array(select o.versie_id from overdrachten_overdracht o
  where o.ontvanger_id = any(mijn_organisaties()) and o.ingetrokken_op is null))"""
MAG_NOG = ("bestand_id", "sha256", "gaat_mee_op", "ingetrokken_op", "ingetrokken_door")

# The row of a transfer that another one replaced is hidden, so this looks past the policies for one thing: which
# versions did a school that is still let in open or fetch itself? Of those it may read what changed since.
EERDER_GELEZEN = """
create function eerder_gelezen_versies() returns setof uuid language sql stable security definer
  set search_path = public as $$
  select o.versie_id from overdrachten_overdracht o where o.ontvanger_id = any(mijn_organisaties())
  and (o.gelezen_op is not null or o.opgehaald_op is not null) $$;
"""


class Migration(migrations.Migration):
    dependencies = (("rapporten", "0003_aanvulling"), ("overdrachten", "0006_aanmelding_ingetrokken"))
    operations = (
        sql.hoort_bij_dossier("rapporten_aanvulling"),
        sql.beveilig(
            "rapporten_aanvulling",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", f"gaat_mee_op is not null and {NAAR_MIJ}"),
            sql.Regel("select", f"ingetrokken_op is null and {sql.toegang_ouder('dossier_id')}"),
            *sql.schrijven(),
        ),
        sql.onveranderlijk("rapporten_aanvulling", behalve=MAG_NOG),
        kolommen.rechten("rapporten_aanvulling", wijzigen=MAG_NOG),
        kolommen.bewaak(
            "rapporten_aanvulling",
            "blijft_verstuurd",
            "(old.gaat_mee_op is not null and old.gaat_mee_op is distinct from new.gaat_mee_op) or "
            "(old.bestand_id is not null and (old.bestand_id, old.sha256) is distinct from (new.bestand_id, new.sha256))",
            "wat verstuurd of gemaakt is blijft zoals het was",
        ),
        migrations.RunSQL(EERDER_GELEZEN, "drop function eerder_gelezen_versies();"),
        migrations.RunSQL(
            f"""create policy rapporten_versie_eerder on rapporten_versie for select using (soort = 'definitief'
            and id = any(array(select eerder_gelezen_versies())) and {sql.toegang_organisatie("dossier_id")});""",
            "drop policy rapporten_versie_eerder on rapporten_versie;",
        ),
    )
