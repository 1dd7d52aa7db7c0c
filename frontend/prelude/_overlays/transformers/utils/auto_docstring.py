# Decorators that write docstrings from signatures; what they decorate computes as it did.
# https://huggingface.co/docs/transformers/auto_docstring

__module__ = 'transformers.utils.auto_docstring'


def auto_docstring(obj=None, *, custom_intro=None, custom_args=None, checkpoint=None):
    return (lambda obj: obj) if obj is None else obj


def auto_class_docstring(cls, custom_intro=None, custom_args=None, checkpoint=None):
    return cls


def auto_method_docstring(func, parent_class=None, custom_intro=None, custom_args=None,
                          checkpoint=None, source_args_dict=None):
    return func
