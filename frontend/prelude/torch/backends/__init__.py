"""torch.backends: switches of libraries that take no part here."""
from . import cpu, cuda, cudnn, mkldnn, mps, quantized
from . import mkldnn as mkl
from . import mkldnn as openmp
