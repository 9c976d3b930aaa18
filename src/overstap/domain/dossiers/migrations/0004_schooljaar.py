"""Finds a pupil's number per schooljaar: who does a year again gets a dossier of that year, the old one stays."""

from django.db import migrations, models

VUL = """
update dossiers_persoonsnummer p set schooljaar = d.schooljaar from dossiers_dossier d where d.id = p.dossier_id;
set constraints all immediate;
"""
ZELFDE_JAAR = """
alter table dossiers_persoonsnummer add constraint dossiers_persoonsnummer_schooljaar_fk
  foreign key (dossier_id, school_id, schooljaar) references dossiers_dossier (id, school_id, schooljaar)
  deferrable initially deferred;
"""


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0003_kolommen"),)
    operations = (
        migrations.AddField(
            "persoonsnummer", "schooljaar", models.CharField(max_length=9, default=""), preserve_default=False
        ),
        migrations.RunSQL(VUL, migrations.RunSQL.noop),
        migrations.RemoveConstraint("persoonsnummer", "nummer_een_keer_per_school"),
        migrations.AddConstraint(
            "persoonsnummer",
            models.UniqueConstraint(fields=("school", "schooljaar", "zoekhash"), name="nummer_een_keer_per_schooljaar"),
        ),
        migrations.AddConstraint(
            "dossier",
            models.UniqueConstraint(fields=("id", "school", "schooljaar"), name="dossier_met_schooljaar"),
        ),
        migrations.RunSQL(
            ZELFDE_JAAR,
            "alter table dossiers_persoonsnummer drop constraint dossiers_persoonsnummer_schooljaar_fk;",
        ),
    )
