"""What a roll-out by lot showed: asked, found, how sure, what it means, what it does not show."""

from collections.abc import Iterator

from samskab.cli.rollout.analysis_findings import LotAnalysis
from samskab.cli.rollout.by_lot.chart import time_chart
from samskab.cli.rollout.by_lot.estimates import Estimate, NotUsed, Way
from samskab.cli.rollout.by_lot.tables import means_table, subgroups_table, ways_table
from samskab.cli.rollout.by_lot.verdict import Verdict
from samskab.cli.rollout.by_lot.voice import LotVoice
from samskab.cli.rollout.money.page import money_headlines, money_sections
from samskab.cli.rollout.months import months_of
from samskab.cli.rollout.power_findings import MOST_PERIODS, MOST_UNITS
from samskab.cli.rollout.standing_words import standing_points
from samskab.cli.rollout.voice import pieces
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section
from samskab.telling.words.rollout_analysis import SAID
from samskab.telling.words.sentence import sentence


class LotPage:
    """One page in one language."""

    def __init__(self, found: LotAnalysis, language: Language) -> None:
        self.found, self.lot = found, found.by_lot
        self.outcome = found.outcome
        self.say = LotVoice(language, SAID)

    @property
    def values(self) -> dict[str, str]:
        """What several sentences are filled with."""
        say, answer, outcome = self.say, self.lot.answer, self.outcome
        effect = self.lot.effect
        ends = max(abs(effect.low), abs(effect.high))
        return {
            "outcome": outcome.name,
            "claim": self._soft("claim"),
            "effect": say.change(answer.estimate, outcome),
            "interval": say.interval(answer.low, answer.high, outcome),
            "relevant": say.effect(outcome.smallest_relevant, outcome),
            "detectable": say.effect(answer.detectable, outcome),
            "most": say.effect(ends, outcome),
            "p": say.chance(answer.p),
            "confidence": say.percent(1.0 - outcome.level),
            "target": say.percent(0.8),
            "better": say("higher" if outcome.higher_is_better else "lower"),
        }

    def page(self) -> EvidencePage:
        """All of it."""
        say, found = self.say, self.found
        exploratory = found.standing.is_exploratory
        return EvidencePage(
            kicker=say("kicker_exploratory" if exploratory else "kicker"),
            title=found.title,
            subtitle=say(
                "subtitle",
                units=len(self.lot.data.units),
                waves=len(found.settings.waves),
                periods=len(found.settings.periods),
                outcome=self.outcome.name,
            ),
            brief=say("brief"),
            headlines=tuple(self._headlines()),
            sections=tuple(self._sections()),
            foot=say("foot"),
            mark=say("rehearsal_mark") if found.rehearsal else "",
        )

    def summary(self) -> str:
        """The sentence for the terminal."""
        said = self.say(f"found_{self.lot.verdict.value}", **self.values)
        if self.found.standing.is_exploratory:
            said = f"{self.say('exploratory')} {said}"
        return f"{said} {self._rehearsed()}" if self.found.rehearsal else said

    def _headlines(self) -> Iterator[Headline]:
        say, verdict = self.say, self.lot.verdict
        yield Headline(
            say("head_answer"),
            self._soft("answer"),
            say(f"answer_{verdict.value}_says", **self.values),
        )
        yield Headline(
            say("head_effect"), self.values["effect"], say("head_effect_says", **self.values)
        )
        yield Headline(
            say("head_seen"), self.values["detectable"], say("head_seen_says", **self.values)
        )
        yield self._last_headline()

    def _soft(self, what: str) -> str:
        """An effect that nobody had planned to look for is no more than likely."""
        words = SAID[self.say.language]
        key = f"{what}_{self.lot.verdict.value}"
        softer = f"{key}_exploratory"
        chosen = softer if self.found.standing.is_exploratory and softer in words else key
        return self.say(chosen) if chosen in words else ""

    def _last_headline(self) -> Headline:
        say, more = self.say, self.lot.further
        if more is None:
            if money := money_headlines(self.found.money, say.language):
                return money[0]
            return Headline(
                say("head_lot"),
                say.count(self.found.orders),
                say("head_lot_says"),
            )
        target = say.percent(more.target)
        if more.units.number is not None:
            figure = say("head_units", n=more.units.number)
            return Headline(say("head_more"), figure, say("head_units_says", target=target))
        if more.periods.number is not None:
            figure = say("head_periods", n=more.periods.number)
            return Headline(say("head_more"), figure, say("head_periods_says", target=target))
        return Headline(say("head_more"), say("head_never"), say("head_never_says"))

    def _sections(self) -> Iterator[Section]:
        yield self._asked()
        yield self._found()
        if self.found.rehearsal:
            lead = (self._rehearsed(), self.say("rehearsal_why", **self.values))
            yield Section("rehearsal", self.say("rehearsal_title"), lead)
        yield self._sure()
        if self.lot.subgroups:
            yield self._subgroups()
        if self.lot.further:
            yield self._more()
        yield from money_sections(self.found.money, self.say.language)
        yield self._limits()

    def _asked(self) -> Section:
        say, found = self.say, self.found
        analysis = found.settings.analysis
        lead = [say("asked_lead", **self.values)]
        if found.standing.is_exploratory:
            lead.insert(0, say("exploratory"))
        points = (
            say("asked_rows", rows=found.rows, units=len(self.lot.data.units)),
            say(f"asked_{analysis.estimand.value}"),
            say(f"asked_by_{self.lot.answer.way.value}", orders=found.orders),
            say("asked_level", level=say.percent(self.outcome.level, 1)),
            say("asked_relevant", **self.values),
            *standing_points(found.standing, say),
        )
        return Section("asked", say("asked_title"), tuple(lead), points=points)

    def _found(self) -> Section:
        say, verdict = self.say, self.lot.verdict
        lead = [say(f"found_{verdict.value}", **self.values)]
        if verdict is Verdict.WORKS:
            enough = self.lot.effect.low >= self.outcome.smallest_relevant
            lead.append(say("found_enough" if enough else "found_perhaps", **self.values))
        if verdict is Verdict.CANNOT_TELL:
            lead.append(say(self._open_key(), **self.values))
        parts = (Part(say("means_part"), (say("means_says"),), self._means()),)
        if not self.lot.by_time:
            return Section("found", say("found_title"), (*lead, say("no_times")), parts=parts)
        lead.append(say("found_times", way=say.way(self.lot.by_time[0].way)))
        return Section(
            "found",
            say("found_title"),
            tuple(lead),
            notes=(say("time_notes"),),
            chart=time_chart(self.lot, self.outcome, say),
            parts=parts,
        )

    def _rehearsed(self) -> str:
        """The answer beside the truth, where the figures were made up with one."""
        rehearsal, answer = self.found.rehearsal, self.lot.answer
        if rehearsal is None:
            return ""
        held = answer.low <= rehearsal.effect <= answer.high
        truth = self.say.change(rehearsal.effect, self.outcome)
        key = "rehearsal_held" if held else "rehearsal_missed"
        return self.say(key, truth=truth, **self.values)

    def _open_key(self) -> str:
        """What the interval leaves open, where it holds no effect."""
        relevant = self.outcome.smallest_relevant
        if self.lot.effect.high < relevant:
            return "found_no_gain"
        return "found_blind" if self.lot.effect.low > -relevant else "found_either"

    def _means(self) -> Table:
        return means_table(self.lot, self.outcome, self.say)

    def _sure(self) -> Section:
        say, found = self.say, self.found
        by = "sure_p_lot" if self.lot.answer.way is Way.PERMUTATION else "sure_p_model"
        lead = [
            say("sure_interval", **self.values),
            say(by, **self.values),
            say("sure_seen", **self.values),
            say("sure_lot", orders=found.orders),
        ]
        lead += self._spread()
        lead += [sentence(remark, say.language) for remark in found.remarks]
        notes = [
            say("not_used", way=say.way(one.way), of_what=say(f"of_{one.estimand.value}"), why=why)
            for one, why in self._reasons()
        ]
        return Section(
            "sure",
            say("sure_title"),
            tuple(lead),
            ways_table(self.lot, self.outcome, say),
            (say("ways_notes"), *notes),
            parts=(self._record(),),
        )

    def _reasons(self) -> Iterator[tuple[NotUsed, str]]:
        for one in self.lot.unused:
            yield one, " ".join(sentence(fault, self.say.language) for fault in one.why[:1])

    def _spread(self) -> Iterator[str]:
        spread = self.lot.spread
        if spread.icc is None:
            yield self.say("sure_means")
        else:
            guess = {"icc_guess": self.say.number(self.outcome.icc, 3)}
            yield self.say("sure_icc", icc=self.say.number(spread.icc, 3), **guess)

    def _record(self) -> Part:
        say, stored, lock = self.say, self.found.stored, self.found.standing.lock
        rows = [
            (say("record_seed"), stored.record.seed),
            (say("record_orders"), say.count(stored.record.allowed)),
            (say("record_inputs"), pieces(stored.record.inputs)),
        ]
        if lock:
            rows += [
                (say("record_lock"), pieces(lock.locked.sha256)),
                (say("record_when"), lock.locked.locked_at.isoformat()),
            ]
        table = Table(say("record"), (say("field"), say("value")), tuple(rows), frozenset())
        return Part(say("record"), (say("record_lead"),), table)

    def _subgroups(self) -> Section:
        say, standing = self.say, self.found.standing
        lead = [say("subgroups_lead")]
        for column in self.found.settings.analysis.subgroups:
            planned = "subgroup_planned" if standing.is_planned(column) else "subgroup_unplanned"
            lead.append(say(planned, column=column))
        answers = [one.answer for one in self.lot.subgroups if isinstance(one.answer, Estimate)]
        if any(one.way is not self.lot.answer.way for one in answers):
            lead.append(say("subgroups_way"))
        count = len(answers)
        lead.append(say("subgroups_many", count=count, level=say.percent(self.outcome.level, 1)))
        notes = tuple(self._without_answer())
        table = subgroups_table(self.lot, self.outcome, say) if count else None
        return Section("subgroups", say("subgroups_title"), tuple(lead), table, notes)

    def _without_answer(self) -> Iterator[str]:
        """Subgroups of one column that lack an answer for the same reason, told together."""
        labels: dict[tuple[str, str], list[str]] = {}
        for one in self.lot.subgroups:
            if isinstance(one.answer, NotUsed):
                why = sentence(one.answer.why[0], self.say.language)
                labels.setdefault((one.column, why), []).append(one.label)
        for (column, why), those in labels.items():
            yield self.say("subgroup_not", column=column, labels=self.say.listed(those), why=why)

    def _more(self) -> Section:
        say, more = self.say, self.lot.further
        if more is None:
            return Section("more", say("more_title"), ())
        number = more.periods.number
        waits_nobody = bool(self.lot.data.treated[:, -1].all())
        months = months_of(number or 0, self.found.settings.periods)
        points = (
            say("never_units", most=MOST_UNITS)
            if more.units.number is None
            else say("more_units", count=more.units.number),
            say("never_periods_all" if waits_nobody else "never_periods", most=MOST_PERIODS)
            if number is None
            else say("more_periods", count=number, months=say.figures.number(months)),
        )
        lead = (say("more_lead", **self.values | {"target": say.percent(more.target)}),)
        return Section("more", say("more_title"), lead, notes=(say("more_notes"),), points=points)

    def _limits(self) -> Section:
        say = self.say
        keys = ["drop", "spill", "training", "elsewhere", "other"]
        if self.lot.answer.way is Way.PERMUTATION:
            keys.insert(3, "interval")
        points = tuple(say(f"limit_{key}") for key in keys)
        return Section("limits", say("limits_title"), (say("limits_lead"),), points=points)
