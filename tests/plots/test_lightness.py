import subprocess
import sys


def test_the_registry_does_not_import_matplotlib():
    code = "import sys, sim.plots; assert 'matplotlib' not in sys.modules and 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
