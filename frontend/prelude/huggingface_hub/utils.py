# https://huggingface.co/docs/huggingface_hub/package_reference/utilities

from .errors import (EntryNotFoundError, GatedRepoError, HfHubHTTPError, HFValidationError,
                     LocalEntryNotFoundError, RepositoryNotFoundError, RevisionNotFoundError)

__module__ = 'huggingface_hub.utils'


def validate_hf_hub_args(function):
    """What it checks are arguments for the hub, which is never asked."""
    return function


def is_jinja_available():
    return False
