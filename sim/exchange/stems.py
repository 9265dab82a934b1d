"""What the files of a domain are called."""

from __future__ import annotations

from sim.exchange.domain import Domain
from sim.exchange.naming import file_stem


def stems(domain: Domain, ending: str) -> list[str]:
    """Return the names of the domain's file and of its profiles' files, without their ending.

    Programs read profiles in order of their files' names: where these would change the order of the parties,
    they are numbered.

    Examples
    --------
    >>> from sim.exchange.domain import Profile
    >>> a, b = (Profile(name, (), ()) for name in ("russia", "france"))
    >>> stems(Domain("Ukraine", (), (a, b)), ".xml"), stems(Domain("russia", (), (b, a)), ".xml")
    (['Ukraine', '1-russia', '2-france'], ['russia-domain', 'france', 'russia'])
    """
    names = [file_stem(profile.name) for profile in domain.profiles]
    files = [f"{name}{ending}" for name in names]
    if files != sorted(set(files)) or len({name.lower() for name in names}) < len(names):
        digits = len(str(len(names)))
        names = [f"{place:0{digits}}-{name}" for place, name in enumerate(names, 1)]
    head = file_stem(domain.name)
    while head.lower() in {name.lower() for name in names}:
        head += "-domain"
    return [head, *names]
