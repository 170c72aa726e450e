"""Facts that forbid something, said in one line or as a sentence each."""

from collections.abc import Iterable, Sequence

from samskab.planner.explain.facts import Fact, FactCode
from samskab.telling.reasons.voice import Voice
from samskab.telling.words.facts import CAUSES, GROUPS, LIMITS, PARTS, SENTENCES
from samskab.telling.words.printable import printable

ROOM_FACTS = (
    FactCode.ROOM_TAKEN,
    FactCode.ROOM_BUSY,
    FactCode.ROOM_SMALL,
    FactCode.NO_ROOM,
)
TEACHER_FACTS = (
    FactCode.TEACHER_LEADS,
    FactCode.TEACHER_BUSY,
    FactCode.TEACHER_WEEK,
    FactCode.TEACHERS_FEW,
)
NAMED = 3
"""So many people are named; of more only the number is told."""


class Phrasing:
    """Words facts."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def line(self, facts: Sequence[Fact], of: int | None = None) -> str:
        """Everything that stands in the way, parted by semicolons.

        Args:
            facts: of one date or seat.
            of: of how many people those whom it forbids are counted; None names them alone.
        """
        rooms = [fact for fact in facts if fact.code in ROOM_FACTS]
        teachers = [fact for fact in facts if fact.code in TEACHER_FACTS]
        parts = [
            self._part(fact, of) for fact in facts if fact.code not in {*ROOM_FACTS, *TEACHER_FACTS}
        ]
        if rooms:
            parts.append(self._group("rooms", rooms))
        if teachers:
            parts.append(self._group("teachers", teachers))
        return "; ".join(dict.fromkeys(parts))

    def sentence(self, fact: Fact) -> str:
        """A fact of a core."""
        return self._fill(SENTENCES[fact.code], fact, None)

    def cause(self, fact: Fact) -> str:
        """What it is about, in a word."""
        code = fact.code
        if code in ROOM_FACTS:
            code = FactCode.NO_ROOM
        if code in TEACHER_FACTS:
            code = FactCode.NO_TEACHER
        return self._say(CAUSES[code])

    def _part(self, fact: Fact, of: int | None) -> str:
        return self._fill(PARTS[fact.code], fact, of)

    def _group(self, kind: str, facts: Iterable[Fact]) -> str:
        facts = list(facts)
        parts = "; ".join(self._part(fact, None) for fact in facts)
        counts = {"count": facts[0].count, "least": facts[0].least}
        return self._say(GROUPS[kind], parts=parts, **counts)

    def _fill(self, words: tuple[str, str], fact: Fact, of: int | None) -> str:
        voice = self.voice
        values: dict[str, object] = {
            "who": self._who(fact, of),
            "rooms": voice.rooms(fact.rooms),
            "facilitators": voice.facilitators(fact.facilitators),
            "sessions": voice.session_ids(fact.sessions),
            "modules": voice.modules(fact.modules),
            "days": ", ".join(voice.notation.short_day(day) for day in fact.days),
            "unit": fact.unit,
            "count": fact.count,
            "least": fact.least,
            "most": fact.most,
            "hours": voice.notation.number(fact.hours, 1) if fact.hours is not None else "",
            "window": self._window(fact),
            "limits": self._limits(fact),
        }
        if fact.code is FactCode.APART:
            names = [self._person_or_unit(one) for one in fact.people]
            values |= {"a": names[0], "b": names[-1], "others": voice.row(names[1:])}
        else:
            values["people"] = voice.people(fact.people)
        if fact.modules:
            values["module"] = values["later"] = voice.module(fact.modules[-1])
            values["earlier"] = voice.modules(fact.modules[:-1])
        if fact.sessions:
            values["session"] = voice.session(fact.sessions[0])
        return self._say(words, **values)

    def _person_or_unit(self, name: str) -> str:
        return self.voice.person(name) if name in self.voice.view.people else name

    def _who(self, fact: Fact, of: int | None) -> str:
        if fact.code is FactCode.APART:  # a line may name units
            return ""
        if of is None or not fact.people:
            return self.voice.people(fact.people)
        if len(fact.people) <= NAMED:
            names = self.voice.people(fact.people)
            return self._say(LIMITS["of"], count=len(fact.people), of=of, names=names)
        return self._say(LIMITS["of"], count=len(fact.people), of=of, names="").removesuffix(" ()")

    def _window(self, fact: Fact) -> str:
        ends = {"since": fact.since, "until": fact.until}
        shown = {key: self.voice.notation.day(day) for key, day in ends.items() if day}
        return self._say(LIMITS["_".join(shown)], **shown) if shown else ""

    def _limits(self, fact: Fact) -> str:
        if fact.most is None:
            return self._say(LIMITS["at_least"], least=fact.least)
        key = "between" if fact.least else "at_most"
        return self._say(LIMITS[key], least=fact.least, most=fact.most)

    def _say(self, words: tuple[str, str], **values: object) -> str:
        danish, english = words
        text = (danish if self.voice.notation.is_danish else english).format(**values)
        return printable(text)
