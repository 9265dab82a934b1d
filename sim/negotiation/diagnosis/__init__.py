"""Why each world ended as it did, found out after a batch is played; the negotiation itself stays bare.

Without a ZOPA: which minimal sets of obstacles would have had to give way. Past the deadline: what would
have brought agreement. Agreed: what was left on the table. Import `sim.negotiation.diagnosis.diagnose`;
this file stays light, so that ids can be looked up without loading Mesa and Numba.
"""
