"""Which uncertain quantities drive a measure: whether a deal is made, its round, what a party is left with.

Methods are functions from arrays to frozen objects with an array for each figure. Those that need no new
worlds take (inputs, outputs): `rank_correlation`, `pawn`, `explained`. Those with a design of their own take
the outputs at its points: `sobol_indices`, `elementary_effects`. `given_data.sensitivity(run)`,
`sobol.sobol(case)` and `morris.morris(case)` apply them to scenarios and return tables.

Each is in the file of its name; this one stays light, so that a stored run can be looked at without loading
what plays worlds.
"""
