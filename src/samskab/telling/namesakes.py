"""What people are called where several have the same name."""

from collections import Counter
from collections.abc import Collection

from samskab.planner.model.problem import Person


def distinct_names(people: Collection[Person]) -> dict[str, str]:
    """Id -> name, with the id behind it where others have the name too."""
    bearers = Counter(person.name for person in people)
    return {
        person.id: person.name if bearers[person.name] == 1 else f"{person.name} ({person.id})"
        for person in people
    }
