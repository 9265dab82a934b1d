"""How much commands load: none waits for what it does not use."""

import subprocess
import sys


def loaded(code, *modules):
    """Run Python code elsewhere and tell which of the modules it has imported."""
    asking = f"print('LOADED', *(module for module in {modules} if module in sys.modules))"
    program = f"import sys\n{code}\n{asking}"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.splitlines()[-1].split()[1:]


def test_help_need_not_wait_for_what_it_does_not_use():
    assert loaded("import sim.cli", "numpy", "pandas", "mesa", "matplotlib", "pydantic", "typer") == ["typer"]


def test_who_writes_a_strategy_need_not_wait_for_mesa():
    assert loaded("import sim; sim.Strategy, sim.Demanding, sim.Seat", "numpy", "numba", "mesa") == ["numpy"]


def test_check_loads_neither_mesa_nor_matplotlib():
    code = """
from sim.cli import main
sys.argv = ["sim", "check", "2025-08-21"]
try:
    main()
except SystemExit as left:
    assert not left.code"""
    assert loaded(code, "mesa", "matplotlib", "pandas") == ["pandas"]


def test_a_list_of_scenarios_loads_neither_mesa_nor_what_draws():
    code = """
from sim.cli import main
for words in (["scenarios"], ["scenarios", "--json"]):
    sys.argv = ["sim", *words]
    try:
        main()
    except SystemExit as left:
        assert not left.code"""
    assert loaded(code, "mesa", "matplotlib", "numba") == []
