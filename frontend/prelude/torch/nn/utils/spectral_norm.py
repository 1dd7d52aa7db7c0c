"""The public place of this layer wrapper."""
from ._spectral_norm import SpectralNorm, remove_spectral_norm, spectral_norm
