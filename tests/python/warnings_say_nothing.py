import warnings, traceback
warnings.warn("quiet"); warnings.warn("x", DeprecationWarning, stacklevel=2); warnings.filterwarnings("ignore"); warnings.simplefilter("ignore")
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); warnings.warn("y")
