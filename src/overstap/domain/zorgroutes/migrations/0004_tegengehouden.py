"""Lets a file of a case be held back, at once and by the basisschool whose attachment it is a copy of.

That school reads and changes no row of a case; these functions do for it just this, in cases of its own routes.
"""

from django.db import migrations, models

from overstap.domain.bijlagen.enums import Terugneemreden
from overstap.foundation.rls import sql

VAN_MIJ = f"exists (select from public.zorgroutes_zorgroute r where r.id = de_zaak and r.school_id = {sql.MIJ})"
FUNCTIES = f"""
create function kopieen_in_zaak(de_zaak uuid) returns table (soort varchar, bijlage_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select z.soort, z.bijlage_id from public.zorgroutes_zaakbestand z
    where z.zaak_id = de_zaak and z.tegengehouden_op is null and {VAN_MIJ};
end $$;
create function houd_zaakbestanden_tegen(de_zaak uuid, de_bijlage uuid, waarom text, wanneer timestamptz)
  returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query update public.zorgroutes_zaakbestand z set tegengehouden_op = wanneer, tegenhoudreden = waarom
    where z.zaak_id = de_zaak and z.tegengehouden_op is null and (z.bijlage_id = de_bijlage or z.soort = 'oso')
      and {VAN_MIJ} returning z.bestand_id;
end $$;
"""
FUNCTIES_WEG = """
drop function houd_zaakbestanden_tegen(uuid, uuid, text, timestamptz); drop function kopieen_in_zaak(uuid);
"""
LOOPT = models.Q(tegengehouden_op=None)


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0003_alleen_verstuurd"),)
    operations = (
        migrations.AddField("zaakbestand", "bijlage_id", models.UUIDField(null=True)),
        migrations.AddField("zaakbestand", "stuk_id", models.UUIDField(null=True)),
        migrations.AddField("zaakbestand", "tegengehouden_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "zaakbestand",
            "tegenhoudreden",
            models.CharField(max_length=12, choices=Terugneemreden.choices, blank=True, default=""),
        ),
        migrations.RemoveConstraint("zaakbestand", "een_oso_bestand_per_zaak"),
        migrations.AddConstraint(
            "zaakbestand",
            models.UniqueConstraint(
                fields=("zaak",), condition=models.Q(soort="oso") & LOOPT, name="een_oso_bestand_per_zaak"
            ),
        ),
        migrations.AddConstraint(
            "zaakbestand",
            models.UniqueConstraint(fields=("zaak", "bijlage_id"), condition=LOOPT, name="een_kopie_per_bijlage"),
        ),
        migrations.AddConstraint(
            "zaakbestand",
            models.CheckConstraint(
                condition=LOOPT ^ ~models.Q(tegenhoudreden=""), name="zaakbestand_tegengehouden_met_reden"
            ),
        ),
        migrations.RunSQL(FUNCTIES, FUNCTIES_WEG),
    )
