"""Takes a person's id, name and address out of stored texts and values."""

import json
from dataclasses import dataclass

MIN_NAME = 3


@dataclass(frozen=True, slots=True)
class Traces:
    """What tells who somebody is, and what stands there instead.

    Attributes:
        key: the id in files; only whole values are taken for it, for it may be as short as `p1`.
        texts: name and address; they go wherever they stand.
    """

    key: str
    texts: tuple[str, ...]
    instead: str

    @classmethod
    def of(cls, key: str, name: str, email: str, instead: str) -> "Traces":
        """Of a person's row; what is too short to be told from other words is left."""
        texts = sorted({text for text in (name, email) if len(text) >= MIN_NAME}, key=len)
        return cls(key, tuple(reversed(texts)), instead)

    def out_of(self, value: object) -> object:
        """A value as JSON has it, without them."""
        if isinstance(value, str):
            return self.out_of_text(value)
        if isinstance(value, list):
            return [self.out_of(part) for part in value]
        if isinstance(value, dict):
            return {self.out_of_text(name): self.out_of(part) for name, part in value.items()}
        return value

    def out_of_text(self, text: str) -> str:
        """One text without them."""
        if text == self.key:
            return self.instead
        for known in self.texts:
            text = text.replace(known, self.instead)
        return text

    def out_of_json(self, text: str) -> str:
        """A JSON document without them, laid out as it was; other text loses name and address."""
        try:
            document = json.loads(text)
        except ValueError:
            return self.out_of_text(text)
        cleaned = self.out_of(document)
        if cleaned == document:
            return text
        indent = 2 if "\n" in text.strip() else None
        ends = "\n" if text.endswith("\n") else ""
        return json.dumps(cleaned, ensure_ascii=False, indent=indent) + ends
