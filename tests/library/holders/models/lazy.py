from ..lazily import Scales

Scales.known["lazy"] = 6
