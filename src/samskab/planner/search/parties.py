"""Who moves as one: people of a party, and of parties that overlap."""

from collections import defaultdict
from collections.abc import Iterable

from samskab.planner.search.neighbourhood import Block
from samskab.planner.timetable import Timetable


class Parties:
    """The parties of a problem, for each module among the people who need it."""

    def __init__(self, timetable: Timetable) -> None:
        index = {person.id: i for i, person in enumerate(timetable.problem.people)}
        self._parties = [
            [index[person] for person in party.people] for party in timetable.problem.parties
        ]
        self._first = [self._firsts(table.needs.tolist()) for table in timetable.modules]

    def blocks(self, module: int, people: Iterable[int]) -> list[Block]:
        """The people as blocks of a module, parties whole; each of them needs it.

        Members of a party who are not among `people` are left out: name all or none.
        """
        together: dict[int, list[int]] = defaultdict(list)
        for person in sorted(people):
            together[self._first[module].get(person, person)].append(person)
        return [Block(module, tuple(members)) for members in together.values()]

    def whole(self, module: int, people: Iterable[int]) -> set[int]:
        """The people and everybody who must take the module with them."""
        first = self._first[module]
        firsts = {first.get(person, person) for person in people}
        return firsts | {person for person, one in first.items() if one in firsts}

    def _firsts(self, needs: list[bool]) -> dict[int, int]:
        """Person in a party -> the first of all who are tied to her for this module."""
        first: dict[int, int] = {}
        for party in self._parties:
            members = [person for person in party if needs[person]]
            tied = {first.get(person, person) for person in members}
            lowest = min(tied, default=0)
            for person in [*members, *(p for p, one in first.items() if one in tied)]:
                first[person] = lowest
        return first


def tied(parties: Parties, modules: Iterable[int], people: list[int]) -> list[tuple[int, ...]]:
    """People who share a party in any module of a track: groups that stay together in all of it."""
    groups: list[tuple[int, ...]] = []
    left = set(people)
    for person in people:
        if person in left:
            group = {person}
            grown = True
            while grown:
                wider = set().union(*(parties.whole(module, group) for module in modules)) & left
                grown, group = wider > group, group | wider
            groups.append(tuple(sorted(group)))
            left -= group
    return groups
