"""torch.hub: the analyser has no network, so what it would download is not known."""
import _native
from ._support import dtypes

__module__ = 'torch.hub'


def _no_network(name):
    return _native.refuse(f'`torch.hub.{name}` downloads, and the analyser has no network',
                          'build the model without pretrained weights and give them by --weights')


class DownloadedWeights:
    """A state_dict of unknown numbers. A model can load it whole: the numbers are those of
    --weights, or inputs of the graph. Whoever looks inside is refused."""

    def __init__(self, url):
        self._url = url

    def __getattr__(self, name):
        return _no_network('load_state_dict_from_url')

    def _look(self, *args):
        return _no_network('load_state_dict_from_url')

    __getitem__ = __setitem__ = __delitem__ = __contains__ = __iter__ = __len__ = _look
    __bool__ = __eq__ = __or__ = __ror__ = __ior__ = __reversed__ = _look

    def load_into(self, module):
        """Forgets every number that the file could have. Where --init fills parameters with
        numbers of its own, they stay as the constructor left them."""
        if _native.is_constant(_native.random('normal', [1], dtypes.float32)):
            return
        for key, tensor in module.state_dict(keep_vars=True).items():
            if key.rpartition('.')[2] != 'num_batches_tracked':
                _native.write(tensor, _native.random('empty', tensor.shape, tensor.dtype))


def load_state_dict_from_url(url, model_dir=None, map_location=None, progress=True,
                             check_hash=False, file_name=None, weights_only=False):
    return DownloadedWeights(url)


def load(repo_or_dir, model, *args, **kwargs):
    return _no_network('load')


def list(github, *args, **kwargs):
    return _no_network('list')


def help(github, model, *args, **kwargs):
    return _no_network('help')


def download_url_to_file(url, dst, hash_prefix=None, progress=True):
    return _no_network('download_url_to_file')


def get_dir():
    """A name only: nothing is read from it or written to it."""
    return '~/.cache/torch/hub'


def set_dir(d):
    return None


def _get_torch_home():
    return '~/.cache/torch'
