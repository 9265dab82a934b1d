"""Domains of Genius: an XML file of issues, and one of weights and evaluations for each party [Lin2014]_.

What a package is worth is what Genius computes, not what stands in the file: an evaluation of a discrete
option is divided by the highest of its issue; whole numbers count from the lower end of their range.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sim.exchange.domain import DomainIssue, Profile
from sim.exchange.formats import DomainFormat, Kind
from sim.exchange.genius_evaluations import evaluations, number
from sim.exchange.naming import apart
from sim.exchange.notes import Page
from sim.exchange.ranges import listed, real_range, whole_range
from sim.exchange.xml_tree import Tag, read_xml

_ADDITIVE = {"issue", "weight", "objective"}
_NAMELESS = {"", "root", "any", "objective"}
"""What an objective is called where nobody gave it a name."""


def _kind(root: Tag) -> Kind | None:
    kinds: dict[str, Kind] = {"negotiation_template": "domain", "utility_space": "profile"}
    return kinds.get(root.name)


def _name(root: Tag) -> str:
    """Return the name that our own files give, or else that of a domain's objective."""
    if root.name == "utility_space" or root.get("name"):
        return root.get("name")
    objectives = [tag.get("name") for tag in root.walk() if tag.name == "objective"]
    return objectives[0] if objectives and objectives[0].lower() not in _NAMELESS else ""


def _issues(root: Tag, steps: int | None, page: Page) -> list[DomainIssue] | None:
    tags = list(_under_objectives(root, "issue"))
    if not tags:
        page.problem("no issue is here, expected <issue> tags in an <objective>", root.line)
        return None
    names = apart([tag.get("name") for tag in tags])
    found = [_issue(tag, name, steps, page) for tag, name in zip(tags, names, strict=True)]
    _say_left_out(tags, page)
    issues = [issue for issue in found if issue is not None]
    numbers = [issue.number for issue in issues]
    if len(set(numbers)) < len(numbers):
        page.problem(f"issues have the numbers {numbers}, expected each once", root.line)
    return issues if len(issues) == len(tags) else None


def _issue(tag: Tag, name: str, steps: int | None, page: Page) -> DomainIssue | None:
    index = number(tag, ("index",), page)
    if index is None:
        return None
    match tag.get("type", "discrete"):
        case "discrete":
            issue = _discrete(tag, name, page)
        case "integer" | "real" as kind:
            issue = _range(tag, name, kind, steps, page)
        case other:
            page.problem(f"issue {name!r} is {other!r}, expected discrete, integer or real", tag.line)
            return None
    return issue and DomainIssue(issue.name, issue.options, issue.values, int(index))


def _discrete(tag: Tag, name: str, page: Page) -> DomainIssue | None:
    values = [item.get("value") for item in tag.tags("item") if "value" in item.attributes]
    if not values:
        page.problem(f"issue {name!r} has no option, expected <item value=...> tags", tag.line)
        return None
    if len(set(values)) < len(values):
        page.changed(f"issue {name!r} has an option twice, which is one option", tag.line)
    return listed(name, tuple(dict.fromkeys(values)))


def _range(tag: Tag, name: str, kind: str, steps: int | None, page: Page) -> DomainIssue | None:
    holder = next(tag.tags("range"), tag)
    low, high = (number(holder, (end,), page) for end in ("lowerbound", "upperbound"))
    if low is None or high is None:
        return None
    if kind == "real":
        return real_range(name, (low, high), steps, page, tag.line)
    return whole_range(name, (int(low), int(high), 1), steps, page, tag.line)


def _profile(root: Tag, name: str, issues: Sequence[DomainIssue], page: Page) -> Profile | None:
    if not _is_additive(root, page):
        return None
    found = {
        int(tag.get("index")): tag for tag in _under_objectives(root, "issue") if tag.get("index").isdigit()
    }
    weights = {tag.get("index"): tag for tag in _under_objectives(root, "weight")}
    before = len(page.report.problems)
    sums = [
        _summand(issue, found.get(issue.number), weights.get(str(issue.number)), page, root)
        for issue in issues
    ]
    _say_spare(root, {str(issue.number) for issue in issues}, page)
    reservation = _reservation(root, page)
    if len(page.report.problems) > before:
        return None
    profile = Profile(name, tuple(w for w, _ in sums), tuple(e for _, e in sums), reservation)
    _say_time_and_top(root, profile, page)
    return profile


def _summand(
    issue: DomainIssue, tag: Tag | None, weight: Tag | None, page: Page, root: Tag
) -> tuple[float, tuple[float, ...]]:
    """Return the weight and the evaluations of an issue; of what is missing, a problem."""
    if tag is None:
        page.problem(f"nothing is said of issue {issue.name!r}, expected its evaluations", root.line)
        return 0.0, ()
    if weight is None:
        page.problem(f"issue {issue.name!r} has no weight, expected <weight index=.. value=..>", tag.line)
        return 0.0, ()
    if tag.get("name", issue.name) != issue.name:
        page.changed(
            f"issue {issue.number} is {tag.get('name')!r} here and {issue.name!r} in the domain, "
            "matched by number as Genius does",
            tag.line,
        )
    return number(weight, ("value",), page) or 0.0, evaluations(issue, tag, page)


def _is_additive(root: Tag, page: Page) -> bool:
    strange = [tag for tag in _objectives(root) for tag in tag.inside if tag.name not in _ADDITIVE]
    kind = root.get("type", "linear")
    if not strange and kind in {"linear", "any", ""}:
        return True
    what = f"<{strange[0].name}>" if strange else f"type {kind!r}"
    page.problem(
        f"utility is no sum over issues ({what}): what options of several issues are worth together "
        "cannot be represented by weights and scores",
        strange[0].line if strange else root.line,
    )
    return False


def _reservation(root: Tag, page: Page) -> float:
    tags = [tag for tag in root.walk() if tag.name == "reservation"]
    return (number(tags[0], ("value",), page) or 0.0) if tags else 0.0


def _say_time_and_top(root: Tag, profile: Profile, page: Page) -> None:
    """Say that Genius discounts utilities with time, and cuts them off at 1."""
    for tag in root.walk():
        factor = number(tag, ("value",), page) if tag.name == "discount_factor" else None
        if factor is not None and 0 < factor < 1:
            page.lost(f"discount factor {factor:g}: utilities do not lose worth with time here", tag.line)
    most = math.fsum(w * max(e) for w, e in zip(profile.weights, profile.evaluations, strict=True))
    if most > 1 + 1e-9:
        page.lost(f"weights sum to {most:g}: Genius cuts utilities off at 1, here they are scaled", root.line)


def _say_spare(root: Tag, numbers: set[str], page: Page) -> None:
    objectives = {tag.get("index") for tag in _objectives(root)}
    for tag in _under_objectives(root, "weight"):
        if tag.get("index") not in numbers | objectives:
            page.lost(
                f"weight {tag.get('index')} belongs to no issue: Genius passes over it "
                "(NegMAS adds it to every utility)",
                tag.line,
            )


def _say_left_out(tags: Sequence[Tag], page: Page) -> None:
    items = [item for tag in tags for item in tag.tags("item")]
    if costly := [item for item in items if (item.get("cost") or "0").strip("0.")]:
        page.lost(f"{len(costly)} of the options have a cost", costly[0].line)
    if told := [
        item for item in items if item.get("description", item.get("value")) not in {"", item.get("value")}
    ]:
        page.lost(f"{len(told)} of the options have a description", told[0].line)


def _under_objectives(root: Tag, name: str) -> Iterator[Tag]:
    """Go through the tags of a name in objectives, and in objectives inside these, as they are written."""
    for holder in _objectives(root):
        yield from holder.tags(name)


def _objectives(root: Tag) -> Iterator[Tag]:
    holders = [tag for space in _spaces(root) for tag in space.tags("objective")]
    for tag in holders or list(_spaces(root)):
        yield from _nested(tag)


def _nested(objective: Tag) -> Iterator[Tag]:
    yield objective
    for inner in objective.tags("objective"):
        yield from _nested(inner)


def _spaces(root: Tag) -> Iterator[Tag]:
    return iter([root]) if root.name == "utility_space" else root.tags("utility_space")


GENIUS = DomainFormat(
    title="Genius",
    parsers={".xml": read_xml},
    mark=b"<negotiation_template",
    kind=_kind,
    name=_name,
    issues=_issues,
    profile=_profile,
)
