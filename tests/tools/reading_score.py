"""How well the reader of pasted text reads the labelled texts: recall and precision of the phrases, and how often each
field is right where the phrase was found. `make check` prints it."""

from __future__ import annotations

import sys
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from claimlab.reading import Found, read

TEXTS = Path(__file__).parents[1] / "reading/texts.toml"
FIELDS = "hedge", "noun", "period"


@dataclass
class Score:
    """What was counted: phrases labelled, found and right, and for each field right and asked."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    fields: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in FIELDS})
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The part of the labelled phrases that was found."""
        return self.right / self.labelled

    @property
    def precision(self) -> float:
        """The part of what was found that is a labelled phrase."""
        return self.right / self.found

    def part(self, name: str) -> float:
        """How often a field is right, of the phrases that were found."""
        right, of = self.fields[name]
        return right / of


def read_as(one: Found) -> dict[str, str]:
    """The fields of a figure as the labels have them."""
    months = f"{one.period_start} {one.period_end}" if one.period_start else one.period_printed
    return {"hedge": one.hedge, "noun": one.unit, "period": months}


def score(path: Path = TEXTS) -> Score:
    """The score on a file of labelled texts."""
    total = Score()
    for text in tomllib.loads(path.read_text(encoding="utf-8"))["text"]:
        found = list(read(text["says"]).found)
        total.labelled += len(text["figures"])
        total.found += len(found)
        for printed, *labels in text["figures"]:
            same = next((one for one in found if printed in one.printed), None)
            if same is None:
                total.misses.append(f"{text['domain']}: {printed!r} was not found")
                continue
            found.remove(same)
            total.right += 1
            for name, label in zip(FIELDS, labels, strict=True):
                was = read_as(same)[name]
                right = was.lower() == label.lower()
                total.fields[name][0] += right
                total.fields[name][1] += 1
                if not right:
                    total.misses.append(f"{text['domain']}, {printed}: {name} {was!r}, expected {label!r}")
        total.misses += [f"{text['domain']}: {one.printed!r} is none" for one in found]
    return total


def main(*paths: str) -> int:
    """Print the score of each file, what was missed, and the speed."""
    for path in [Path(one) for one in paths] or [TEXTS]:
        total = score(path)
        print(f"{path.name}: phrases {total.recall:.1%} found, {total.precision:.1%} of those found are right")
        print(", ".join(f"{name} {total.part(name):.1%}" for name in FIELDS))
        print(*total.misses, sep="\n")
    said = " ".join(text["says"] for text in tomllib.loads(TEXTS.read_text(encoding="utf-8"))["text"])
    start = time.perf_counter()
    read(said)
    print(f"{1e6 * (time.perf_counter() - start) / len(said.split()):.0f} ms for 1,000 words")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
