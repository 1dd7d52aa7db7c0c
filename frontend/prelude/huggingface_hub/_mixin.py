# Base classes that give a model `from_pretrained` and `push_to_hub`:
# https://huggingface.co/docs/huggingface_hub/package_reference/mixins

from _python import refuse

__module__ = 'huggingface_hub'


class ModelHubMixin:
    def __init_subclass__(cls, *, repo_url=None, paper_url=None, docs_url=None, model_card_template=None,
                          language=None, library_name=None, license=None, license_name=None,
                          license_link=None, pipeline_tag=None, tags=None, coders=None, **kwargs):
        super().__init_subclass__(**kwargs)


    def save_pretrained(self, save_directory, *, config=None, repo_id=None, push_to_hub=False,
                        model_card_kwargs=None, **push_to_hub_kwargs):
        refuse('`save_pretrained` writes files')

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path, *, force_download=False, token=None,
                        cache_dir=None, local_files_only=False, revision=None, **model_kwargs):
        refuse('`from_pretrained` loads files')


class PyTorchModelHubMixin(ModelHubMixin):
    pass
