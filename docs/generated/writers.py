"""Who writes what a directive stands for."""

from generated.commands import commands_page
from generated.scenario_keys import keys_page

WRITERS = {"commands": commands_page, "scenario-keys": keys_page}
