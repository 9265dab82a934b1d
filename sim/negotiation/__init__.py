"""The only Mesa room: the model, its agents, their protocols and strategies.

Import `sim.negotiation.model` for the model itself; this file stays light, so that names of
protocols and strategies can be looked up without loading Mesa.
"""
