__module__ = 'huggingface_hub.constants'

HF_HUB_OFFLINE = True
HF_HUB_DISABLE_TELEMETRY = True
HF_HUB_CACHE = ''
HUGGINGFACE_HUB_CACHE = HF_HUB_CACHE
HF_HOME = ''
