"""Keeps whom a school let look along, behind row-level security: the school and where the helper works see it.

What was agreed cannot be made longer afterwards, for somebody else, or begin again: only its end is ever written.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

TABEL = "meekijken_meekijktoestemming"
HOOGSTENS_EEN_UUR = f"""
alter table {TABEL} add constraint meekijken_hoogstens_een_uur
  check (tot > gegeven_op and tot <= gegeven_op + interval '1 hour');
"""
# By whom is asked of the database too: the helper works now for the region of this very school.
HELPER = f"""
create function {TABEL}_helper() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from scholen_aanstelling a join scholen_organisatie p on p.id = a.organisatie_id
    join scholen_organisatie s on s.id = new.school_id and s.regio_id = p.regio_id
    where a.account_id = new.helper_id and a.tot is null and p.id = new.plek_id and p.soort = 'regio')
  then raise exception '{TABEL}: meekijken doet iemand van de eigen regio' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger {TABEL}_helper before insert on {TABEL} for each row execute function {TABEL}_helper();
"""


def _van(naar: str) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=naar)


class Migration(migrations.Migration):
    dependencies = (
        ("scholen", "0013_meekijker"),
        ("dossiers", "0002_slot"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Meekijktoestemming",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("gegeven_op", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("beeindigd_op", models.DateTimeField(null=True)),
                ("beeindigd_door", models.UUIDField(null=True)),
                ("gegeven_door", _van(settings.AUTH_USER_MODEL)),
                ("helper", _van(settings.AUTH_USER_MODEL)),
                ("plek", _van("scholen.organisatie")),
                ("school", _van("scholen.organisatie")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("beeindigd_op", None)), fields=("school",), name="meekijken_een_tegelijk"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("helper", models.F("gegeven_door")), _negated=True),
                        name="meekijken_door_een_ander",
                    ),
                ]
            },
        ),
        migrations.RunSQL(
            HOOGSTENS_EEN_UUR, f"alter table {TABEL} drop constraint meekijken_hoogstens_een_uur;"
        ),
        migrations.RunSQL(HELPER, f"drop trigger {TABEL}_helper on {TABEL}; drop function {TABEL}_helper();"),
        sql.beveilig(
            TABEL,
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", f"plek_id = {sql.MIJ}"),
            *sql.schrijven(),
        ),
        kolommen.rechten(TABEL, wijzigen=("beeindigd_op", "beeindigd_door")),
        kolommen.bewaak(TABEL, "voorbij", "old.beeindigd_op is not null", "wat voorbij is, begint niet opnieuw"),
    )
