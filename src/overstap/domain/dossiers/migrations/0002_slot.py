"""Puts dossiers, toegang, numbers and pupils behind row-level security, and the steps of a dossier in a trigger."""

from django.db import migrations

from overstap.domain.dossiers.rules import TOEGESTANE_STAPPEN
from overstap.foundation.rls import sql

STAPPEN = ", ".join(f"('{van.value}', '{naar.value}')" for van, naars in TOEGESTANE_STAPPEN.items() for naar in sorted(naars))

STAPPEN_BEWAKEN = f"""
create function dossier_stap() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.school_id <> old.school_id or new.leerling_id <> old.leerling_id
     or new.sleutel_id <> old.sleutel_id then
    raise exception 'een dossier houdt zijn school, leerling en sleutel' using errcode = 'restrict_violation';
  end if;
  if new.staat <> old.staat and (old.staat, new.staat) not in ({STAPPEN}) then
    raise exception 'deze stap bestaat niet: % naar %', old.staat, new.staat using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger dossier_stap before update on dossiers_dossier for each row execute function dossier_stap();
alter table dossiers_dossier add constraint dossier_leerling_school_fk foreign key (leerling_id, school_id)
  references leerlingen_leerling (id, school_id) deferrable initially deferred;
"""
WEG = """
alter table dossiers_dossier drop constraint dossier_leerling_school_fk;
drop trigger dossier_stap on dossiers_dossier; drop function dossier_stap();
"""


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0001_initial"),)
    operations = (
        migrations.RunSQL(sql.FUNCTIES, sql.FUNCTIES_WEG),
        migrations.RunSQL(STAPPEN_BEWAKEN, WEG),
        sql.hoort_bij_dossier("dossiers_toegang"),
        sql.hoort_bij_dossier("dossiers_persoonsnummer"),
        sql.beveilig(
            "dossiers_dossier",
            *sql.lezen_met_toegang("id"),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
            sql.Regel("update", sql.toegang_organisatie("id")),
        ),
        sql.beveilig(
            "dossiers_toegang",
            # Who lost toegang does not even see any more that there was a dossier.
            sql.Regel("select", "organisatie_id = any(mijn_organisaties()) and tot is null"),
            sql.Regel("select", f"{sql.EIGEN_OUDER} and tot is null"),
            sql.Regel("select", sql.EIGEN_SCHOOL),
            *sql.schrijven(),
        ),
        sql.beveilig(
            "dossiers_persoonsnummer",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            *sql.schrijven(),
        ),
        sql.beveilig(
            "leerlingen_leerling",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", "id = any(array(select d.leerling_id from dossiers_dossier d))"),
            *sql.schrijven(),
        ),
    )
