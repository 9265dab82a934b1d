"""The same questions to other programs; runs in .venv-peers, which holds them (see peers.txt), and not sim.

Reads {"program": ..., "issues": n, "options": n, "lines": [{issue: [options]}], "runs": n} from standard
input, and writes {"seconds": [...], "answer": ...}. Building the model counts, importing a program does not.
"""

import json
import sys
import time


def negmas(issues, options, lines):
    """List the outcomes that satisfy all constraints of an outcome space; return how many there are."""
    from negmas import make_issue, make_os

    def build_and_list():
        space = make_os([make_issue(list(range(options)), name=f"i{place}") for place in range(issues)])
        for line in lines:
            space.add_constraint(_allows(line))
        return len(list(space.enumerate()))

    return build_and_list


def python_constraint(issues, options, lines):
    """Look for one solution; return whether there is one."""
    from constraint import Problem

    def build_and_solve():
        problem = Problem()
        problem.addVariables(list(range(issues)), list(range(options)))
        for line in lines:
            sets = [frozenset(listed) for listed in line.values()]
            problem.addConstraint(_allows_values(sets), list(line))
        return problem.getSolution() is not None

    return build_and_solve


def cp_sat(issues, options, lines):
    """Look for one solution with one worker, as clauses; return whether there is one."""
    from ortools.sat.python import cp_model

    def build_and_solve():
        model = cp_model.CpModel()
        has = [[model.new_bool_var("") for _ in range(options)] for _ in range(issues)]
        for one_hot in has:
            model.add_exactly_one(one_hot)
        for line in lines:
            model.add_bool_or(
                [has[issue][o] for issue, listed in line.items() for o in range(options) if o not in listed]
            )
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        return solver.solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}

    return build_and_solve


PROGRAMS = {"negmas": negmas, "python-constraint2": python_constraint, "ortools": cp_sat}


def main():
    """Answer one request."""
    asked = json.load(sys.stdin)
    lines = [{int(issue): options for issue, options in line.items()} for line in asked["lines"]]
    call = PROGRAMS[asked["program"]](asked["issues"], asked["options"], lines)
    taken = []
    for _ in range(asked["runs"]):
        start = time.perf_counter()
        answer = call()
        taken.append(time.perf_counter() - start)
    json.dump({"seconds": taken, "answer": answer}, sys.stdout)


def _allows(line):
    """Make the constraint on an outcome as one would write it by hand: no loop over the named issues."""
    (first, *rest) = [(issue, frozenset(listed)) for issue, listed in line.items()]
    (i, a), (j, b) = first, rest[0]
    if len(rest) == 1:
        return lambda outcome: not (outcome[i] in a and outcome[j] in b)
    k, c = rest[1]
    return lambda outcome: not (outcome[i] in a and outcome[j] in b and outcome[k] in c)


def _allows_values(sets):
    """The same on the values of the named issues."""
    a, b, *more = sets
    if not more:
        return lambda x, y: not (x in a and y in b)
    (c,) = more
    return lambda x, y, z: not (x in a and y in b and z in c)


if __name__ == "__main__":
    main()
