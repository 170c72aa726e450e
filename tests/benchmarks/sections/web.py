"""How long pages take under fifty users at Fjordby's size times ten, on both databases."""

import statistics
from collections import defaultdict
from collections.abc import Sequence

from tests.benchmarks.bench import Bench, Data, table
from tests.benchmarks.web.load import USERS, Answer, open_pages
from tests.benchmarks.web.site import DATABASES, Site, filled_site
from tests.benchmarks.web.weight import first_page_bytes

SECONDS = 60
MOST_MEDIAN_MS = 200
MOST_P95_MS = 500
MOST_FIRST_PAGE_KB = 150
OK = 200


def measure(bench: Bench) -> Data:
    """Serve, warm up, and let them open pages, on each database."""
    data: Data = {"users": USERS, "seconds": bench.seconds(SECONDS), "databases": {}}
    for database in DATABASES:
        bench.say(f"web: filling {database}")
        with filled_site(database) as site:
            data["first_page_kb"] = first_page_bytes(site.port) / 1000
            data["databases"][database] = _measured(site, bench.seconds(SECONDS))
        bench.say(f"web: {database} {data['databases'][database]['all']}")
    return data


def _measured(site: Site, seconds: float) -> Data:
    open_pages(site.port, site.openings, seconds / 6)  # every process has loaded every page
    answers = open_pages(site.port, site.openings, seconds)
    by_page: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_page[answer.page].append(answer)
    return {
        "all": _figures(answers),
        "pages": {page: _figures(of_page) for page, of_page in sorted(by_page.items())},
    }


def _figures(answers: Sequence[Answer]) -> Data:
    times = sorted(answer.seconds * 1000 for answer in answers)
    failed = [answer for answer in answers if answer.status != OK]
    return {
        "answers": len(times),
        "failed": len(failed),
        "median_ms": statistics.median(times),
        "p95_ms": times[min(len(times) - 1, int(len(times) * 0.95))],
        "largest_kb": max(answer.size for answer in answers) / 1000,
    }


def lines(data: Data) -> list[str]:
    """What was asked for, and the table of pages, the slowest first."""
    databases = data["databases"]
    columns = [f"{name} {what}" for name in databases for what in ("median (ms)", "p95 (ms)")]
    pages = sorted(
        {page for measured in databases.values() for page in measured["pages"]},
        key=lambda page: (
            -max(m["pages"].get(page, {"p95_ms": 0})["p95_ms"] for m in databases.values())
        ),
    )
    rows = [("**every page**", *_cells([m["all"] for m in databases.values()]))]
    rows += [(page, *_cells([m["pages"].get(page) for m in databases.values()])) for page in pages]
    asked = (
        f"3,000 people, 40 programmes, 2,000 sessions; {data['users']} users at once for "
        f"{data['seconds']:.0f} s, each with a page every three seconds or so, as all the roles "
        f"that may see it. Aims: median {MOST_MEDIAN_MS} ms, 95th percentile {MOST_P95_MS} ms."
    )
    first = (
        f"The first page, in an empty browser: {data['first_page_kb']:.0f} kB compressed "
        f"(aim: {MOST_FIRST_PAGE_KB} kB)."
    )
    return [asked, "", first, "", *table(("page", *columns, "answers", "failed"), rows)]


def _cells(measured: Sequence[Data | None]) -> list[str]:
    times = [
        f"{figures[name]:.0f}" if figures else ""
        for figures in measured
        for name in ("median_ms", "p95_ms")
    ]
    known = [figures for figures in measured if figures]
    return [
        *times,
        str(sum(figures["answers"] for figures in known)),
        str(sum(figures["failed"] for figures in known) or ""),
    ]
