"""What is read of jobs."""

from django.db.models import QuerySet
from django.http import Http404

from samskab.web.plans.enums import UNFINISHED, JobKind
from samskab.web.plans.models import Job
from samskab.web.programmes.models import Programme


def unfinished_jobs(programme: Programme) -> QuerySet[Job]:
    """Those that wait or run, the latest first."""
    return Job.objects.filter(programme=programme, state__in=UNFINISHED)


def latest_job(programme: Programme, kind: JobKind) -> Job | None:
    """The last one of a kind, whatever became of it."""
    return Job.objects.filter(programme=programme, kind=kind).select_related("programme").first()


def job_or_404(programme: Programme, pk: int) -> Job:
    """One of a programme's jobs, with who began it.

    Raises:
        Http404: it is none of them.
    """
    job = Job.objects.filter(programme=programme, pk=pk).select_related("made_by").first()
    if job is None:
        raise Http404
    job.programme = programme
    return job
