"""torch.utils."""
from . import checkpoint, data, hooks, model_zoo, _pytree
