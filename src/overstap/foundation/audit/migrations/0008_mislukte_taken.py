"""Finds the jobs that were given up without reading the whole queue: pages ask for them.

It stands here because the queue itself is not ours, and the log is what foundation migrates last.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("audit", "0007_eigen_woorden"), ("procrastinate", "0041_post_retry_failed_job"))
    operations = (
        migrations.RunSQL(
            "create index taken_mislukt on procrastinate_jobs (task_name) "
            "where status in ('failed', 'aborted', 'cancelled');",
            "drop index taken_mislukt;",
        ),
    )
