"""At which value of a quantity the answer tips."""
