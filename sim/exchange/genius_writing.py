"""A domain as the XML files that Genius reads, and NegMAS too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from sim.errors import InputError, Problem
from sim.exchange.domain import Domain, DomainIssue, Profile
from sim.exchange.stems import stems

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, however it is written."""

_OBJECTIVE = 'etype="objective" type="objective" description=""'


def genius_files(domain: Domain) -> Mapping[str, str]:
    """Return the text of each file, by its name.

    The best option of an issue has the evaluation 1, because Genius divides by it. Names of the
    domain and of parties are attributes of their own, which Genius and NegMAS pass over.

    Raises
    ------
    InputError
        If a name holds signs that XML cannot.

    Examples
    --------
    >>> fruit = DomainIssue("Fruit", ("Apples", "Pears"), number=1)
    >>> files = genius_files(Domain("Grocery", (fruit,), (Profile("mary", (1.0,), ((0.25, 1.0),), 0.5),)))
    >>> list(files)
    ['Grocery.xml', 'mary.xml']
    >>> print(files["mary.xml"])
    <utility_space name="mary" number_of_issues="1">
      <objective index="0" etype="objective" type="objective" description="" name="Grocery">
        <issue index="1" etype="discrete" type="discrete" vtype="discrete" name="Fruit">
          <item index="1" value="Apples" evaluation="0.25"></item>
          <item index="2" value="Pears" evaluation="1.0"></item>
        </issue>
        <weight index="1" value="1.0"></weight>
      </objective>
      <discount_factor value="1.0"></discount_factor>
      <reservation value="0.5"></reservation>
    </utility_space>
    <BLANKLINE>
    """
    _demand_writable(domain)
    head, *names = stems(domain, ".xml")
    texts = [_domain(domain), *(_profile(domain, profile) for profile in domain.profiles)]
    return {f"{stem}.xml": text for stem, text in zip([head, *names], texts, strict=True)}


def _domain(domain: Domain) -> str:
    issues = [line for issue in domain.issues for line in _issue(issue, None)]
    lines = [
        f'<negotiation_template name={quoteattr(domain.name)} number_of_sessions="1">',
        f'  <utility_space number_of_issues="{len(domain.issues)}">',
        f'    <objective index="0" {_OBJECTIVE} name={quoteattr(domain.name)}>',
        *(f"    {line}" for line in issues),
        "    </objective>",
        "  </utility_space>",
        "</negotiation_template>",
    ]
    return "\n".join(lines) + "\n"


def _profile(domain: Domain, profile: Profile) -> str:
    weights: list[str] = []
    issues: list[str] = []
    for issue, weight, worths in zip(domain.issues, profile.weights, profile.evaluations, strict=True):
        highest = max(worths) or 1.0
        issues += _issue(issue, [worth / highest for worth in worths])
        weights.append(f'    <weight index="{issue.number}" value="{weight * highest!r}"></weight>')
    lines = [
        f'<utility_space name={quoteattr(profile.name)} number_of_issues="{len(domain.issues)}">',
        f'  <objective index="0" {_OBJECTIVE} name={quoteattr(domain.name)}>',
        *(f"  {line}" for line in issues),
        *weights,
        "  </objective>",
        '  <discount_factor value="1.0"></discount_factor>',
        f'  <reservation value="{profile.reservation!r}"></reservation>',
        "</utility_space>",
    ]
    return "\n".join(lines) + "\n"


def _issue(issue: DomainIssue, worths: list[float] | None) -> Iterator[str]:
    kind = 'etype="discrete" type="discrete" vtype="discrete"'
    yield f'  <issue index="{issue.number}" {kind} name={quoteattr(issue.name)}>'
    for place, option in enumerate(issue.options):
        worth = f' evaluation="{worths[place]!r}"' if worths is not None else ""
        yield f'    <item index="{place + 1}" value={quoteattr(option)}{worth}></item>'
    yield "  </issue>"


def _demand_writable(domain: Domain) -> None:
    names = [domain.name, *(profile.name for profile in domain.profiles)]
    names += [name for issue in domain.issues for name in (issue.name, *issue.options)]
    wrong = [
        Problem(f"{name!r} holds signs that XML cannot, expected text")
        for name in names
        if _FORBIDDEN.search(name)
    ]
    if wrong:
        raise InputError(wrong)
