"""Random cases to measure with: issues of four options, red lines that each forbid some options together."""

from dataclasses import dataclass
from math import prod

import numpy as np

from sim.scenario import Scenario

OPTIONS = 4
PARTIES = 5


@dataclass(frozen=True)
class Puzzle:
    """Lines are {issue: [options]}; a package crosses one if it has a listed option on every named issue."""

    issues: int
    lines: tuple[dict[int, list[int]], ...]

    @property
    def packages(self):
        """How many packages there are."""
        return prod([OPTIONS] * self.issues)

    @property
    def size(self):
        """Say how large it is."""
        return f"{self.packages:,} packages x {len(self.lines)} lines"


def puzzle(issues, lines, seed, most_issues=3, most_options=3):
    """Draw lines that each name 2 to `most_issues` issues and 2 to `most_options` options of each."""
    rng = np.random.default_rng(seed)

    def some(of, most):
        return sorted(rng.choice(of, rng.integers(2, most + 1), replace=False).tolist())

    return Puzzle(
        issues,
        tuple(
            {issue: some(OPTIONS, most_options) for issue in some(issues, most_issues)} for _ in range(lines)
        ),
    )


def scenario(drawn):
    """Turn a puzzle into a scenario; the parties, who all have to agree, state the lines in turn."""
    parties = {f"party-{p}": {"name": f"Party {p}", "red_lines": {}} for p in range(PARTIES)}
    for place, line in enumerate(drawn.lines):
        name = f"party-{place % PARTIES}"
        forbid = {f"issue-{issue}": list(map(str, options)) for issue, options in line.items()}
        parties[name]["red_lines"][f"line-{place}"] = {"forbid": forbid, "statement": name}
    said = {"speaker": "Nobody", "date": "2025-08-21", "outlet": "None", "kind": "quoted", "claim": "None"}
    options = {str(option): f"Option {option}" for option in range(OPTIONS)}
    return Scenario.model_validate(
        {
            "scenario": "A random case",
            "as_of": "2025-08-21",
            "about": "To measure with.",
            "statements": {name: {"party": name, **said} for name in parties},
            "issues": {f"issue-{i}": {"question": "Which?", "options": options} for i in range(drawn.issues)},
            "parties": parties,
        }
    )
