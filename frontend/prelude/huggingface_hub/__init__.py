"""The parts of huggingface_hub that stand in model code: https://huggingface.co/docs/huggingface_hub.
Nothing is ever loaded from the hub."""
from _python import refuse
from ._mixin import ModelHubMixin, PyTorchModelHubMixin

__module__ = 'huggingface_hub'
__version__ = '1.31.0'


def is_offline_mode():
    return True


def _remote(name):
    def function(*args, **kwargs):
        refuse(f'`{name}` asks the hub, or a cache of it')

    function.__name__ = function.__qualname__ = name
    return function


create_commit, create_repo = _remote('create_commit'), _remote('create_repo')
hf_hub_download, snapshot_download = _remote('hf_hub_download'), _remote('snapshot_download')
model_info, upload_folder = _remote('model_info'), _remote('upload_folder')
HfApi, ModelCard, ModelCardData = _remote('HfApi'), _remote('ModelCard'), _remote('ModelCardData')
