"""`make peers`: random negotiations played by NegMAS and by this program, compared to the last offer.

PYTHONPATH=tests .venv/bin/python -m peers [--cases 1500] [--seed 1] [--only NUMBER]

NegMAS is the released program in .venv-peers but for one thing: equal utilities are sorted stably, since
the order an unmodified NegMAS gives them depends on the processor (see _negmas.py).
"""

import argparse
import sys

from peers.comparing import PYTHON, compare

from sim.version import __version__


def main():
    """Compare, say what came out, and fail if anything differs."""
    asked = _arguments()
    if not PYTHON.exists():
        sys.exit("NegMAS is not here: `make peers` sets it up in .venv-peers")
    numbers = range(asked.cases) if asked.only is None else [asked.only]
    print(f"Playing {len(numbers):,} cases of seed {asked.seed}, about a minute for 1,500 ...", flush=True)
    found = compare(asked.seed, numbers)
    compared = found.identical + len(found.different)
    print(f"sim {__version__} beside NegMAS {found.version}, which sorts equal utilities stably here:")
    print(*found.different, sep="\n", end="\n" if found.different else "")
    print(f"{compared} cases, {found.identical} identical, {len(found.different)} different")
    print(f"{found.up_to_a_die} more, identical up to a throw of MiCRO's die, are not among them")
    print(f"of all: {', '.join(f'{count} with {kind}' for kind, count in found.kinds.most_common())}")
    sys.exit(bool(found.different))


def _arguments():
    parser = argparse.ArgumentParser(prog="peers", description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=1500, help="how many to draw (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="one case, by its number")
    return parser.parse_args()


if __name__ == "__main__":
    main()
