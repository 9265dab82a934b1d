"""The same negotiations by NegMAS, through its public API; runs in .venv-peers, which holds it, and not sim.

Reads {"size": ..., "worlds": n, "runs": n} from standard input. Writes its version, the seconds that each
run over all the worlds took as it comes ("seconds") and with the extra callbacks off ("quiet"; MiCRO needs
them), and how each world ended: [package or -1, round]. Making the utility functions, the mechanism and the
negotiators counts, as each negotiation needs its own; drawing does not.
"""

import json
import sys
import time
from functools import partial
from importlib.metadata import version

import numpy as np
from _preferences import RESERVATION_VALUE, Size, preferences


def player(size, weights, scores, callbacks):
    """Return a call that plays one world."""
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.sao import SAOMechanism
    from negmas.sao.negotiators import AspirationNegotiator, MiCRONegotiator

    aspiration = partial(AspirationNegotiator, aspiration_type=size.strategy)
    negotiator = MiCRONegotiator if size.strategy == "micro" else aspiration
    space = make_os([make_issue(list(range(size.options)), name=f"i{issue}") for issue in range(size.issues)])

    def play(world):
        mechanism = SAOMechanism(outcome_space=space, n_steps=size.rounds, extra_callbacks=callbacks)
        for weight, score in zip(weights[world], scores[world], strict=True):
            utility = LinearAdditiveUtilityFunction(
                values=[dict(enumerate(row)) for row in score], weights=weight,
                outcome_space=space, reserved_value=RESERVATION_VALUE,
            )  # fmt: skip
            mechanism.add(negotiator(), ufun=utility)
        return mechanism.run()

    return play


def main():
    """Answer one request."""
    asked = json.load(sys.stdin)
    size, worlds = Size(**asked["size"]), asked["worlds"]
    drawn = [array.tolist() for array in preferences(size, worlds, np.random.default_rng(1))]
    seconds, ends = _timed(size, drawn, worlds, asked["runs"], callbacks=True)
    quiet, same = _timed(size, drawn, worlds, asked["runs"], callbacks=size.strategy == "micro")
    if same != ends:
        raise SystemExit("callbacks change how negotiations end")
    answer = {"version": version("negmas"), "seconds": seconds, "quiet": quiet, "ends": ends}
    json.dump(answer, sys.stdout)


def _timed(size, drawn, worlds, runs, *, callbacks):
    play = player(size, *drawn, callbacks)
    play(0)
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        ended = [play(world) for world in range(worlds)]
        seconds.append(time.perf_counter() - start)
    return seconds, [_end(size, state) for state in ended]


def _end(size, state):
    package = -1
    if state.agreement is not None:
        package = int(np.ravel_multi_index(state.agreement, (size.options,) * size.issues))
    return package, state.step


if __name__ == "__main__":
    main()
