"""torch.hub: the analyser has no network, so what it would download is not known."""
import _native
from ._unread_weights import UnreadWeights

__module__ = 'torch.hub'


def _no_network(name):
    return _native.refuse(f'`torch.hub.{name}` downloads, and the analyser has no network',
                          'build the model without pretrained weights and give them by --weights')


def load_state_dict_from_url(url, model_dir=None, map_location=None, progress=True,
                             check_hash=False, file_name=None, weights_only=False):
    return UnreadWeights(lambda: _no_network('load_state_dict_from_url'))


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
