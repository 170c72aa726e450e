from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from time import process_time

import pytest
from tests.telling.report.drawn_plan import draw_report

from samskab.planner.model.plan import Cost, Plan
from samskab.telling.language import Language
from samskab.telling.report import ReportInput, render

HOSTILE = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}&amp;"
VOID = {"meta", "input", "img", "br", "link"}


class Page(HTMLParser):
    """What a parser that is not ours makes of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: Counter[str] = Counter()
        self.references: list[tuple[str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.policy = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        self.references += [
            (name, values[name])
            for name in ("href", "src", "xlink:href", "aria-labelledby", "for", "action", "style")
            if name in values
        ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)


def named(report: ReportInput, text: str) -> ReportInput:
    """The same report with one text for every text of the folder."""
    problem = report.problem
    programme = replace(
        problem.programme,
        title=text,
        modules=tuple(replace(module, title=text) for module in problem.programme.modules),
        closed=dict.fromkeys(problem.programme.closed, text),
    )
    return replace(
        report,
        problem=replace(
            problem,
            programme=programme,
            people=tuple(
                replace(person, name=text, role=text, unit=text) for person in problem.people
            ),
            facilitators=tuple(replace(one, name=text) for one in problem.facilitators),
            rooms=tuple(replace(room, name=text) for room in problem.rooms),
            places=tuple(replace(place, name=text) for place in problem.places),
        ),
        plan=replace(
            report.plan,
            unserved=tuple(replace(need, why=text) for need in report.plan.unserved),
        ),
        warnings=(text,) * len(report.warnings),
    )


@pytest.mark.parametrize("language", Language)
def test_page_when_every_text_is_hostile_has_the_elements_of_a_harmless_one(
    language: Language,
) -> None:
    report = draw_report(people=24, modules=2)

    hostile = Page(render(named(report, HOSTILE), language))
    harmless = Page(render(named(report, "x" * len(HOSTILE)), language))

    assert hostile.tags == harmless.tags
    assert HOSTILE in "".join(hostile.texts["h1"])
    assert any(text.startswith("</style>") for text in hostile.texts["text"])


@pytest.mark.parametrize("language", Language)
def test_page_is_one_file_whose_references_stay_inside(language: Language) -> None:
    page = Page(render(draw_report(), language))

    assert page.open == []
    assert [name for name, count in page.ids.items() if count > 1] == []
    for name, value in page.references:
        assert name in {"href", "aria-labelledby", "for"}
        assert value.removeprefix("#") in page.ids
    assert not {"img", "link", "iframe", "object", "form"} & set(page.tags)


def test_contents_are_in_the_order_of_the_page() -> None:
    page = Page(render(draw_report(), Language.ENGLISH))
    _, *links = (value.removeprefix("#") for name, value in page.references if name == "href")
    contents = links[: links.index("warnings") + 1]
    assert "fairness" in contents
    assert contents == [id_ for id_ in page.ids if id_ in contents]


def test_policy_allows_the_own_style_and_script_and_nothing_else() -> None:
    page = Page(render(draw_report(), Language.ENGLISH))

    allowed = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for tag in ("style", "script")
        for text in page.texts[tag]
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in page.policy.split(";"))
    assert [rules["style-src"], rules["script-src"]] == allowed
    assert rules["default-src"] == "'none'"


def bare_report(plan: Plan) -> ReportInput:
    problem = draw_report(people=3, modules=1).problem
    return ReportInput(problem, plan)


def test_page_when_the_plan_has_no_session_says_so() -> None:
    html = render(bare_report(Plan((), (), Cost())), Language.ENGLISH)

    assert "The plan has no sessions" in html
    assert "<svg" not in html.split("</header>")[1]


def test_headline_when_plan_and_bound_meet_says_that_it_is_proven() -> None:
    html = render(bare_report(Plan((), (), Cost(rooms=500), bound=500)), Language.ENGLISH)
    assert "No plan of this folder can cost less: that is proven." in html


def test_headline_when_there_is_no_bound_claims_none() -> None:
    html = render(bare_report(Plan((), (), Cost(rooms=500), bound=0)), Language.DANISH)
    assert "Der er endnu ikke bevist nogen grænse" in html
    assert "bedre er muligt" not in html


def test_headline_when_there_is_a_gap_says_at_most_how_much_better() -> None:
    plan = Plan((), (), Cost(rooms=100_000_00), bound=95_650_49)
    page = Page(render(bare_report(plan), Language.ENGLISH))
    said = " ".join(page.texts["p"]).replace("\xa0", " ")
    assert "can cost less than DKK 95,650: at most 4.4% better is possible." in said


def test_calendar_when_days_are_closed_says_why() -> None:
    report = draw_report()
    assert date(2027, 2, 15) in report.problem.programme.closed
    assert render(report, Language.DANISH).count("Vinterferie") == 5


def test_page_when_three_hundred_people_are_planned_stays_below_three_megabytes() -> None:
    html = render(draw_report(people=300, modules=6), Language.DANISH)
    assert len(html.encode()) < 3_000_000


@pytest.mark.bench
def test_page_when_three_hundred_people_are_planned_is_made_in_three_seconds() -> None:
    report = draw_report(people=300, modules=6)
    began = process_time()
    render(report, Language.DANISH)
    assert process_time() - began < 3


def test_page_when_rendered_twice_is_the_same() -> None:
    report = draw_report()
    assert render(report, Language.DANISH) == render(report, Language.DANISH)
