"""Tasks go out to workers and come back; what fails is told in the end, and takes nothing else with it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)

from sim.ensemble.patience import until_interrupted
from sim.ensemble.pool import OpenPool, Pool
from sim.ensemble.tasks import Task, do
from sim.errors import Problem, SimError, StrategyError, WorldError

MOST_DEATHS = 3
"""How many workers may die over one task."""

MOST_FAILURES = 10
"""How many tasks may fail before the others are not tried any more."""

IN_HAND = 2
"""Tasks that are out for each worker: one that it does, one that it need not wait for."""

NOBODY = (
    "no worker has played anything: each died. Is there too little memory, or does a script that asks for "
    "workers lack `if __name__ == '__main__':`?"
)

Receive = Callable[[Task, bytes | None], None]
"""Takes what a task has returned."""


def dispatch(tasks: Iterable[Task], workers: OpenPool, receive: Receive) -> None:
    """Have all tasks done, in any order.

    Raises
    ------
    StrategyError, WorldError
        If tasks fail, once all others are done.
    RunError
        If worlds cannot be kept; what is in hand is finished first.
    KeyboardInterrupt
        After Ctrl-C; what is in hand is finished first.
    """
    work = _Work(tasks, receive)
    with until_interrupted() as interrupted:
        while work.left and not work.stopped:
            with workers() as pool:
                work.go_on(pool, interrupted)
    if interrupted():
        raise KeyboardInterrupt
    work.raise_failures()


class _Work:
    """Tasks that are left, and what has failed."""

    def __init__(self, tasks: Iterable[Task], receive: Receive) -> None:
        self.left = deque(tasks)
        self.receive = receive
        self.stopped = False
        self._failures: list[StrategyError | WorldError] = []
        self._fatal: SimError | None = None
        self._deaths: Counter[int] = Counter()
        self._succeeded = False

    def go_on(self, pool: Pool, interrupted: Callable[[], bool]) -> None:
        """Hand out tasks until none is left, this is to stop, or a worker dies."""
        out: dict[Future[bytes | None], Task] = {}
        width = pool.count * IN_HAND if pool.count > 1 else 1
        broken = False
        while not broken:
            self.stopped = self.stopped or interrupted()
            broken = self._hand_out(pool.executor, out, width)
            if not out:
                break
            done, _ = wait(out, return_when=FIRST_COMPLETED)
            for future in done:
                broken |= self._take_back(pool, future, out.pop(future))
        if broken:
            self._mourn(out.values())
        if broken and not pool.replaceable:
            self._stop(WorldError("the executor broke down; it was not ours to replace"))

    def raise_failures(self) -> None:
        """Raise what stopped everything, or else all that failed, together."""
        if self._fatal is not None:
            raise self._fatal
        if not self._failures:
            return
        first = min(self._failures, key=lambda error: error.world or 0)
        problems = [p for error in self._failures if isinstance(error, StrategyError) for p in error.problems]
        untried = [f"{len(self.left)} other parts of the run were not tried"] if self.left else []
        if isinstance(first, StrategyError):
            told = [*sorted(set(problems)), *map(Problem, untried)]
            raise StrategyError(told, playing=True, world=first.world) from first.__cause__
        raise WorldError("\n".join([*map(str, self._failures), *untried]), first.world) from first

    def _hand_out(self, executor: Executor, out: dict[Future[bytes | None], Task], width: int) -> bool:
        """Fill the hands of the workers; tell whether one is dead."""
        while len(out) < width and self._may_go_on(out.values()):
            task = self.left.popleft()
            try:
                out[executor.submit(do, task)] = task
            except BrokenExecutor:
                self.left.appendleft(task)
                return True
        return False

    def _may_go_on(self, out: Collection[Task]) -> bool:
        """Tell whether the next task may go out: one that a worker died over goes alone, to be sure."""
        if self.stopped or not self.left:
            return False
        return not out or not any(self._deaths[task.chunk.index] for task in (self.left[0], *out))

    def _take_back(self, pool: Pool, future: Future[bytes | None], task: Task) -> bool:
        """Receive what a task has returned or raised; tell whether all workers are dead."""
        deaths: tuple[type[BaseException], ...] = (BrokenExecutor, *pool.deaths)
        try:
            self.receive(task, future.result())
            self._succeeded = True
        except deaths as error:
            self._mourn([task])
            return isinstance(error, BrokenExecutor)
        except (StrategyError, WorldError) as error:
            self._fail(error)
        except CancelledError:
            self._stop(WorldError("the cluster is gone"))
        except SimError as error:
            self._stop(error)
        except Exception as error:  # noqa: BLE001  (raised again when what is in hand is finished)
            self._stop(WorldError(f"{_worlds(task)} cannot be played: {type(error).__name__}: {error}"))
        return False

    def _fail(self, error: StrategyError | WorldError) -> None:
        self._failures.append(error)
        self.stopped = self.stopped or len(self._failures) >= MOST_FAILURES

    def _stop(self, error: SimError) -> None:
        self.stopped, self._fatal = True, self._fatal or error

    def _mourn(self, tasks: Iterable[Task]) -> None:
        """Lay tasks of dead workers back, unless they killed too many."""
        for task in tasks:
            self._deaths[task.chunk.index] += 1
            if self._deaths[task.chunk.index] < MOST_DEATHS:
                self.left.appendleft(task)
                continue
            self._fail(WorldError(f"{MOST_DEATHS} workers died over {_worlds(task)}"))
            if len(self._failures) > 1 and not self._succeeded:
                self._stop(WorldError(NOBODY))


def _worlds(task: Task) -> str:
    return f"worlds {task.chunk.first} to {task.chunk.first + task.chunk.worlds - 1}"
