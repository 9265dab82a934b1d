"""The model a second time, as docs/odd.md tells it: plain Python, one world, one rule after the other.

Of the model's own code nothing is used. A scenario gives what is public, a `World` what was drawn.
"""

from __future__ import annotations

import struct
from itertools import product
from math import exp, inf
from typing import NamedTuple

NEARLY = 1e-6
ENDINGS = ("AGREED", "DEADLINE", "NO_ZOPA", "WALKED_OUT")
EXPONENTS = {"boulware": 4.0, "linear": 1.0, "conceder": 0.25}
TOLERANCE = 0.001


class World(NamedTuple):
    """What is drawn with a world; parties, lines and packages are places."""

    utilities: list[list[float]]
    reservation_values: list[float]
    drifts: list[float]
    held: list[bool]
    gives_way: list[float]
    patience: list[float]
    luck: list[float]
    table_luck: float
    order: list[int]

    def reservation_value(self, party, round_):
        return self.reservation_values[party] + self.drifts[party] * (round_ - 1)

    def held_in(self, round_):
        return {line for line, held in enumerate(self.held) if held and self.gives_way[line] > round_}


class Outcome(NamedTuple):
    """How a world ended."""

    ending: str
    package: int
    round: int
    left_by: int
    closest: int
    acceptances: int


def world_of(worlds, place):
    """Take one world out of a batch that the model has drawn."""
    return World(**{name: getattr(worlds, name)[place].tolist() for name in World._fields})


def outcomes_of(outcomes):
    """Turn what the model has played into an outcome for each world."""
    columns = {name: getattr(outcomes, name).tolist() for name in Outcome._fields}
    columns["ending"] = [ENDINGS[ending] for ending in columns["ending"]]
    return [Outcome(*row) for row in zip(*columns.values(), strict=True)]


# What is public


class Public:
    """What everybody knows: packages, who must sign them, and the lines they cross."""

    def __init__(self, case):
        told = list(case.parties.values())
        lines = [(party, line) for party, one in enumerate(told) for line in one.red_lines.values()]
        self.parties = list(case.parties)
        self.table = [party for party, one in enumerate(told) if one.consent != "never"]
        self.options = [list(issue.options) for issue in case.issues.values()]
        self.packages = list(product(*self.options))
        self.index = {package: place for place, package in enumerate(self.packages)}
        named = [dict(zip(case.issues, package, strict=True)) for package in self.packages]
        self.consent = [
            {party for party, one in enumerate(told) if needs(one.consent, package)} for package in named
        ]
        self.crossing = [
            {place for place, (_, line) in enumerate(lines) if crosses(line, package)} for package in named
        ]
        self.line_party = [party for party, _ in lines]
        self.blocking = [
            {line for line in crossing if self.line_party[line] in consent}
            for crossing, consent in zip(self.crossing, self.consent, strict=True)
        ]
        self.negotiable = [
            place
            for place, package in enumerate(named)
            if self.consent[place] and not any(matches(rule.forbid, package) for rule in case.rules)
        ]

    def lines_of(self, parties):
        return {line for line, party in enumerate(self.line_party) if party in parties}

    def stated_by_others(self, party, package):
        others = set(self.table) - {party}
        return len(self.crossing[package] & self.lines_of(others))


def matches(pattern, package):
    return all(package[issue] in options for issue, options in pattern.items())


def crosses(line, package):
    if line.unless is not None and matches(line.unless, package):
        return False
    return matches(line.forbid, package) if line.forbid is not None else not matches(line.require, package)


def needs(consent, package):
    if isinstance(consent, str):
        return consent == "always"
    return any(package[issue] in options for issue, options in consent.when.items())


def throw(luck, number):
    z = int.from_bytes(struct.pack("<d", luck), "little") + number * 0x9E3779B97F4A7C15 & 2**64 - 1
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & 2**64 - 1
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & 2**64 - 1
    return ((z ^ (z >> 31)) >> 11) * 2.0**-53


# Parties and their strategies


class Party:
    """A party at the table: what it may sign, and what it offers and accepts whatever its strategy says."""

    def __init__(self, case, public, world, place, considered):
        choice = list(case.parties.values())[place].strategy
        self.place, self.public, self.world, self.considered = place, public, world, considered
        self.rounds, self.others = case.negotiation.rounds, [q for q in public.table if q != place]
        self.utilities, self.considerate = world.utilities[place], choice.considerate
        self.lines = public.lines_of({place})
        self.stated = [public.stated_by_others(place, package) for package in range(len(public.packages))]
        self.unmet, self.met = 0, False
        self.strategy = STRATEGIES[choice.name](self, choice.name, **choice.settings)

    def begin_round(self, round_):
        self.round, self.time = round_, round_ / (self.rounds + 1)
        self.reservation_value = self.world.reservation_value(self.place, round_)
        self.held = self.lines & self.world.held_in(round_)
        self.signable = [k for k in self.considered if not self.public.crossing[k] & self.held]
        self.acceptable = {k for k in self.signable if self.utilities[k] >= self.reservation_value}
        self.met = False

    def finds_good_enough(self, package):
        return package in self.acceptable and self.strategy.accepts(package)

    def hears(self, party, package):
        self.met |= package in self.acceptable
        self.strategy.hears(party, package)

    def throw(self):
        return throw(self.world.luck[self.place], self.round)

    def range(self):
        """From the least it must have to its best, (m0, m1); None if there is nothing to ask for."""
        worth = [self.utilities[package] for package in self.signable]
        least = max(min(worth, default=inf), self.reservation_value)
        return (least, max(worth)) if worth and least <= max(worth) else None

    def fewest_stated(self, packages):
        """Keep the packages with the lowest count of the others' stated lines, if it is considerate."""
        if not self.considerate:
            return packages
        fewest = min((self.stated[package] for package in packages), default=0)
        return [package for package in packages if self.stated[package] == fewest]

    def standing(self, text):
        return self.utilities[text] - len(self.public.crossing[text] & self.held)

    def lets_pass(self, redraft, text, temperature):
        gain, temperature = self.standing(redraft) - self.standing(text), temperature * (1 - self.time)
        return gain >= 0 or (temperature > 0 and self.throw() < exp(gain / temperature))

    def leaves(self, table):
        self.met |= table.offered_by != self.place and table.offer in self.acceptable
        self.unmet = 0 if self.met else self.unmet + 1
        return self.unmet >= self.world.patience[self.place]


def demand(least, most, share, tolerance=0.0):
    return clamp((most - least) * share + least - tolerance, least, most)


def clamp(value, low, high):
    return min(max(value, low), high)


def worst_good_enough(utilities, acceptable, asked):
    """Of the packages that meet a demand the worst, or the nearest that just misses it if that is nearer."""
    meet = [package for package in acceptable if utilities[package] >= asked]
    miss = [package for package in acceptable if asked - NEARLY <= utilities[package] < asked]
    worst = min(meet, key=lambda package: (utilities[package], package), default=None)
    nearest = max(miss, key=lambda package: (utilities[package], -package), default=None)
    if nearest is None or worst is None:
        return worst if nearest is None else nearest
    return nearest if asked - utilities[nearest] < utilities[worst] - asked else worst


class Aspiration:
    """Asks for a share of its range that falls with time; the other strategies that demand build on it."""

    def __init__(self, party, name, exponent=1.0, tolerance=TOLERANCE):
        self.party, self.tolerance = party, tolerance
        self.exponent = EXPONENTS.get(name, exponent)

    def share(self, least, most):
        return 1 - self.party.time**self.exponent

    def demand(self):
        ends = self.party.range()
        return demand(*ends, self.share(*ends), self.tolerance) if ends else inf

    def accepts(self, package):
        return self.party.utilities[package] >= self.demand()

    def offers(self):
        party, asked = self.party, self.demand()
        if not party.considerate:
            return worst_good_enough(party.utilities, party.acceptable, asked)
        meet = party.fewest_stated([k for k in party.acceptable if party.utilities[k] >= asked])
        return min(meet, key=lambda package: (party.utilities[package], package), default=None)

    def hears(self, party, package):
        """Take no notice."""


class Hardliner(Aspiration):
    """Asks for its best."""

    def __init__(self, party, name):
        super().__init__(party, name, tolerance=0.0)

    def share(self, least, most):
        return 1.0


class TitForTat(Aspiration):
    """Concedes as far as the others have come on average, and by itself in the end."""

    def __init__(self, party, name, generosity=1.0):
        super().__init__(party, name, tolerance=0.0)
        self.generosity, self.best = generosity, {}

    def hears(self, party, package):
        worth = self.party.utilities[package] if package in self.party.acceptable else 0.0
        self.best[party] = max(worth, self.best.get(party, worth))

    def share(self, least, most):
        half = (most - least) / 2 or 1.0
        come = [clamp((self.best[q] - least) / half, 0, 1) for q in sorted(self.best)]
        average = sum(come) / len(come) if come else 0
        return 1 - max(average, 2 * self.generosity * self.party.time**2) / 2


class FrequencyModel(Aspiration):
    """Offers, of what is good enough, what the others seem to like most."""

    def __init__(self, party, name, exponent=1.0):
        super().__init__(party, name, exponent, tolerance=0.0)
        self.counts, self.weights, self.last = {}, {}, {}

    def hears(self, party, package):
        options = self.party.public.packages[package]
        counts = self.counts.setdefault(party, [{} for _ in options])
        weights = self.weights.setdefault(party, [1.0 for _ in options])
        before = self.last.get(party, [None for _ in options])
        for issue, option in enumerate(options):
            counts[issue][option] = counts[issue].get(option, 0) + 1
            if option == before[issue]:
                weights[issue] += 1 - self.party.time
        self.last[party] = options

    def liking(self, issue, option):
        total = 0.0
        for party in sorted(self.counts):
            counts, weights = self.counts[party][issue], self.weights[party]
            total += counts.get(option, 0) / max(counts.values()) * (weights[issue] / added_up(weights))
        return total

    def offers(self):
        party, asked = self.party, self.demand()
        meet = party.fewest_stated([k for k in party.acceptable if party.utilities[k] >= asked])
        liking = [
            {option: self.liking(issue, option) for option in options}
            for issue, options in enumerate(party.public.options)
        ]

        def liked(package):
            return added_up(map(dict.__getitem__, liking, party.public.packages[package]))

        return max(meet, key=lambda package: (liked(package), -package), default=None)


def added_up(numbers):
    total = 0.0  # `sum` is more exact
    for number in numbers:
        total += number
    return total


class Micro:
    """Goes down its packages one by one, as far as the others do; else repeats one that it has sent."""

    def __init__(self, party, name):
        self.party, self.sent, self.heard, self.last_new = party, set(), set(), -inf

    def hears(self, party, package):
        self.heard.add(package)

    def next(self):
        """The first of the queue if it is ready, else None."""
        u, queue = self.party.utilities, [k for k in self.party.signable if k not in self.sent]
        first = max(queue, key=lambda package: (u[package], package), default=None)
        may_go_on = len(self.sent) <= len(self.heard)
        return first if may_go_on and first is not None and u[first] >= self.party.reservation_value else None

    def accepts(self, package):
        first, u = self.next(), self.party.utilities
        return u[package] >= (self.last_new if first is None else u[first])

    def offers(self):
        first = self.next()
        if first is None:
            sent = self.party.fewest_stated(sorted(self.sent & self.party.acceptable))
            return sent[int(self.party.throw() * len(sent))] if sent else None
        self.sent.add(first)
        self.last_new = self.party.utilities[first]
        return first


STRATEGIES = {
    "aspiration": Aspiration,
    "boulware": Aspiration,
    "linear": Aspiration,
    "conceder": Aspiration,
    "hardliner": Hardliner,
    "tit_for_tat": TitForTat,
    "frequency_model": FrequencyModel,
    "micro": Micro,
}


# The table and its protocols


class Table:
    """What lies on the table, who has accepted it, and how the world ended."""

    def __init__(self, case, world):
        self.public, self.world, self.rounds = Public(case), world, case.negotiation.rounds
        self.offer, self.offered_by, self.accepted = None, None, set()
        self.closest, self.acceptances, self.outcome = -1, 0, None
        self.protocol = PROTOCOLS[case.negotiation.protocol](self, case, **case.negotiation.settings)
        self.parties = {
            place: Party(case, self.public, world, place, self.protocol.considered(place))
            for place in self.public.table
        }
        self.zopa = self.packages_in_the_zopa()

    def packages_in_the_zopa(self):
        public, world, last = self.public, self.world, self.rounds
        return {
            k
            for k in public.negotiable
            if not public.blocking[k] & world.held_in(last)
            and all(world.utilities[p][k] >= world.reservation_value(p, last) for p in public.consent[k])
        }

    def play(self):
        for round_ in range(1, self.rounds + 1):
            self.round = round_
            for party in self.parties.values():
                party.begin_round(round_)
            self.protocol.play_round()
            if self.outcome is None:
                self.let_leave()
            if self.outcome is None and round_ == self.rounds:
                self.fail()
            if self.outcome is not None:
                return self.outcome
        raise AssertionError("the last round ends every world")

    def put(self, offer, offered_by, accepted):
        self.offer, self.offered_by, self.accepted = offer, offered_by, set(accepted)

    def announce(self, speaker, package):
        for place, party in self.parties.items():
            if place != speaker:
                party.hears(speaker, package)

    def look_whether_closest(self):
        signed = self.accepted & self.public.consent[self.offer]
        if signed - {self.offered_by} and self.offer in self.zopa and len(signed) > self.acceptances:
            self.closest, self.acceptances = self.offer, len(signed)

    def all_have_accepted(self, circle=None):
        asked = self.public.consent[self.offer]
        return (asked if circle is None else asked & circle) <= self.accepted

    def speak(self, speaker, circle=None):
        """Let a party reply; say whether all whose consent the offer needs have then accepted it."""
        party, others = self.parties[speaker], self.offer is not None and self.offered_by != speaker
        if others and party.finds_good_enough(self.offer):
            self.accepted.add(speaker)
            self.look_whether_closest()
        elif (package := party.strategy.offers()) is not None:
            self.put(package, speaker, {speaker})
            self.announce(speaker, package)
        else:
            return False
        return self.all_have_accepted(circle)

    def throw(self, purpose):
        return throw(self.world.table_luck, 8 * self.round + purpose)

    def end(self, ending, package=-1, left_by=-1):
        self.outcome = Outcome(ending, package, self.round, left_by, self.closest, self.acceptances)

    def fail(self):
        self.end("DEADLINE" if self.zopa else "NO_ZOPA")

    def let_leave(self):
        for place, party in self.parties.items():
            if party.leaves(self):
                self.end("WALKED_OUT", left_by=place)
                return


class AlternatingOffers:
    """One after the other accepts the offer on the table, or puts another in its place."""

    def __init__(self, table, case):
        self.table = table

    def considered(self, party):
        return self.table.public.negotiable

    def play_round(self):
        for speaker in self.table.world.order:
            if self.table.speak(speaker):
                self.table.end("AGREED", self.table.offer)
                return


class Simultaneous(AlternatingOffers):
    """All offer at once; of the offers that suit everybody they need, a lot decides."""

    def play_round(self):
        table = self.table
        table.put(None, None, ())
        chosen = {place: party.strategy.offers() for place, party in table.parties.items()}
        offers = {place: package for place, package in chosen.items() if package is not None}
        for proposer, package in offers.items():
            table.announce(proposer, package)
        overlap = [package for proposer, package in offers.items() if self.suits_all(proposer, package)]
        if overlap:
            table.end("AGREED", overlap[int(table.throw(0) * len(overlap))])

    def suits_all(self, proposer, package):
        table = self.table
        asked = table.public.consent[package] - {proposer}
        joined = {party for party in asked if table.parties[party].finds_good_enough(package)}
        table.put(package, proposer, {proposer} | joined)
        table.look_whether_closest()
        return table.all_have_accepted()


class Ratification(AlternatingOffers):
    """A first circle plays alternating offers; what it settles is put to the second circle once."""

    def __init__(self, table, case, first=None, then=None, foresees=True):
        super().__init__(table, case)
        order = case.negotiation.order if isinstance(case.negotiation.order, tuple) else tuple(case.parties)
        order = [name for name in order if case.parties[name].consent != "never"]
        if first is None and then is None:
            then = order[-1:] if len(order) > 1 else []
        first = [name for name in order if name not in then] if first is None else first
        then = [name for name in order if name not in first] if then is None else then
        self.first, self.then = ({table.public.parties.index(name) for name in c} for c in (first, then))
        self.foresees = foresees

    def considered(self, party):
        public = self.table.public
        if party not in self.first or not self.foresees:
            return public.negotiable
        return [k for k in public.negotiable if not public.blocking[k] & public.lines_of(self.then)]

    def play_round(self):
        for speaker in self.table.world.order:
            if speaker in self.first and self.table.speak(speaker, self.first):
                self.ratify()
                return

    def ratify(self):
        table = self.table
        asked = table.public.consent[table.offer] & self.then
        table.accepted |= {party for party in asked if table.offer in table.parties[party].acceptable}
        table.look_whether_closest()
        if table.all_have_accepted():
            table.end("AGREED", table.offer)
        else:
            table.fail()


class SingleText(AlternatingOffers):
    """A mediator redrafts one text, and everybody is asked anew in every round."""

    def __init__(self, table, case, mediator="neutral", temperature=0.05):
        super().__init__(table, case)
        places = {table.public.parties[place]: place for place in table.public.table}
        self.mediator, self.temperature = places.get(mediator), temperature
        self.text, self.refused = None, set()

    def play_round(self):
        table, public = self.table, self.table.public
        if table.round == 1:
            self.text = self.first_text()
        else:
            self.redraft()
        asked = public.consent[self.text]
        table.put(self.text, None, {party for party in asked if self.signs(table.parties[party])})
        table.look_whether_closest()
        if table.all_have_accepted():
            table.end("AGREED", self.text)

    def signs(self, party):
        last = self.table.round == self.table.rounds
        return self.text in party.acceptable if last else party.finds_good_enough(self.text)

    def first_text(self):
        table, public = self.table, self.table.public
        if self.mediator is not None:
            standing = table.parties[self.mediator].standing
            return max(public.negotiable, key=lambda package: (standing(package), -package))
        fewest = min(len(public.blocking[package]) for package in public.negotiable)
        drafts = [package for package in public.negotiable if len(public.blocking[package]) == fewest]
        return drafts[int(table.throw(0) * len(drafts))]

    def redraft(self):
        possible = self.possible_changes()
        if possible.keys() <= self.refused:
            self.refused = set()
        changes = [change for change in possible if change not in self.refused]
        if not changes:
            return
        change = changes[min(int(self.table.throw(1) * len(changes)), len(changes) - 1)]
        asked = [self.table.parties[party] for party in self.table.public.consent[possible[change]]]
        if all(party.lets_pass(possible[change], self.text, self.temperature) for party in asked):
            self.text, self.refused = possible[change], set()
        else:
            self.refused.add(change)

    def possible_changes(self):
        """The changes of the text, (issue, option): the package that it would become."""
        public, now = self.table.public, self.table.public.packages[self.text]
        redrafts = {
            (issue, option): public.index[*now[:issue], option, *now[issue + 1 :]]
            for issue, options in enumerate(public.options)
            for option in options
            if option != now[issue]
        }
        return {c: k for c, k in redrafts.items() if k in public.negotiable and self.would_propose(k)}

    def would_propose(self, redraft):
        if self.mediator is None:
            return True
        standing = self.table.parties[self.mediator].standing
        return standing(redraft) >= standing(self.text)


PROTOCOLS = {
    "alternating_offers": AlternatingOffers,
    "simultaneous": Simultaneous,
    "single_text": SingleText,
    "ratification": Ratification,
}


def played(case, world):
    """Play one world of a scenario."""
    return Table(case, world).play()
