"""What happened in one watched world, in sentences: the terminal and the page tell the same story."""

from sim.text.story.story import Passage, ending, story
from sim.text.story.words import Name, Sentence

__all__ = ["Name", "Passage", "Sentence", "ending", "story"]
