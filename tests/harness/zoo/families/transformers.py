"""Hugging Face transformers: what people export most, from default configurations where PyTorch can
hold them, else small ones."""
from harness.zoo.entry import Entry, image, inputs

_IDS = "input_ids:int64[N,T]"
_MASK = "attention_mask:int64[N,T]"
_NO_CACHE = ["--set", "use_cache=False"]
_LLAMA = ("vocab_size=120, hidden_size=64, intermediate_size=128, num_hidden_layers=2, "
          "num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=64")
_SMALL = "vocab_size=120, hidden_size=64, num_hidden_layers=2, num_attention_heads=4"
_BART = ("vocab_size=120, d_model=64, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, "
         "decoder_attention_heads=4, encoder_ffn_dim=64, decoder_ffn_dim=64")

# Text in, with a padding mask: package, call.
_TEXT = {
    "bert": ("bert", "BertModel(BertConfig())"),
    "bert.eager": ("bert", "BertModel(BertConfig(attn_implementation='eager'))"),
    "bert.classifier": ("bert", "BertForSequenceClassification(BertConfig())"),
    "bert.masked_lm": ("bert", "BertForMaskedLM(BertConfig(num_hidden_layers=2))"),
    "bert.tokens": ("bert", "BertForTokenClassification(BertConfig(num_hidden_layers=2))"),
    "bert.answers": ("bert", "BertForQuestionAnswering(BertConfig(num_hidden_layers=2))"),
    "distilbert": ("distilbert", "DistilBertModel(DistilBertConfig())"),
    "distilbert.classifier": ("distilbert",
                              "DistilBertForSequenceClassification(DistilBertConfig())"),
    "distilbert.masked_lm": ("distilbert", "DistilBertForMaskedLM(DistilBertConfig())"),
    "t5.encoder": ("t5", "T5EncoderModel(T5Config())"),
    "clip.text": ("clip", "CLIPTextModel(CLIPTextConfig())"),
    "roberta": ("roberta", "RobertaModel(RobertaConfig())"),
    "roberta.masked_lm": ("roberta", "RobertaForMaskedLM(RobertaConfig(num_hidden_layers=2))"),
    "albert": ("albert", f"AlbertForMaskedLM(AlbertConfig({_SMALL}, intermediate_size=128))"),
    "electra": ("electra", "ElectraForMaskedLM(ElectraConfig())"),
    "deberta_v2": ("deberta_v2",
                   f"DebertaV2ForMaskedLM(DebertaV2Config({_SMALL}, intermediate_size=128))"),
    "big_bird": ("big_bird", f"BigBirdForMaskedLM(BigBirdConfig({_SMALL}, intermediate_size=128, "
                             "attention_type='original_full'))"),
    "vits": ("vits", "VitsModel(VitsConfig(vocab_size=120, hidden_size=32, num_hidden_layers=2, "
                     "ffn_dim=64))"),
    "xlnet": ("xlnet", "XLNetLMHeadModel(XLNetConfig(vocab_size=120, d_model=64, n_layer=2, "
                       "n_head=4, d_inner=128))"),
}
# Text in, one token after the other; without a cache.
_CAUSAL = {
    "gpt2": ("gpt2", "GPT2Model(GPT2Config())"),
    "gpt2.lm": ("gpt2", "GPT2LMHeadModel(GPT2Config())"),
    "gpt2.eager": ("gpt2", "GPT2Model(GPT2Config(n_layer=2, attn_implementation='eager'))"),
    "llama": ("llama", f"LlamaModel(LlamaConfig({_LLAMA}))"),
    "llama.lm": ("llama", f"LlamaForCausalLM(LlamaConfig({_LLAMA}))"),
    "llama.eager": ("llama",
                    f"LlamaForCausalLM(LlamaConfig({_LLAMA}, attn_implementation='eager'))"),
    "llama.default": ("llama", "LlamaModel(LlamaConfig())"),
    "mistral": ("mistral", f"MistralForCausalLM(MistralConfig({_LLAMA}, sliding_window=4))"),
    "qwen2": ("qwen2", f"Qwen2ForCausalLM(Qwen2Config({_LLAMA}))"),
    "qwen3": ("qwen3", f"Qwen3ForCausalLM(Qwen3Config({_LLAMA}, head_dim=16))"),
    "gemma2": ("gemma2", f"Gemma2ForCausalLM(Gemma2Config({_LLAMA}, head_dim=16))"),
    "gemma3": ("gemma3", f"Gemma3ForCausalLM(Gemma3TextConfig({_LLAMA}, head_dim=16, "
                         "sliding_window=4))"),
    "phi3": ("phi3", f"Phi3ForCausalLM(Phi3Config({_LLAMA}, pad_token_id=0))"),
    "gpt_neox": ("gpt_neox",
                 f"GPTNeoXForCausalLM(GPTNeoXConfig({_SMALL}, intermediate_size=128))"),
    "opt": ("opt", f"OPTForCausalLM(OPTConfig({_SMALL}, ffn_dim=128, word_embed_proj_dim=64))"),
    "bloom": ("bloom", "BloomForCausalLM(BloomConfig(vocab_size=120, hidden_size=64, n_layer=2, "
                       "n_head=4))"),
    "mixtral": ("mixtral", f"MixtralForCausalLM(MixtralConfig({_LLAMA}, num_local_experts=4))"),
    "mixtral.eager": ("mixtral", f"MixtralForCausalLM(MixtralConfig({_LLAMA}, num_local_experts=4, "
                                 "experts_implementation='eager'))"),
    "gpt_oss": ("gpt_oss", f"GptOssForCausalLM(GptOssConfig({_LLAMA}, head_dim=16, "
                           "num_local_experts=4, num_experts_per_tok=2, sliding_window=4))"),
    "deepseek_v3": ("deepseek_v3",
                    f"DeepseekV3ForCausalLM(DeepseekV3Config({_SMALL}, intermediate_size=128, "
                    "moe_intermediate_size=32, first_k_dense_replace=1, num_key_value_heads=4, "
                    "n_routed_experts=8, n_group=2, topk_group=1, num_experts_per_tok=2, "
                    "q_lora_rank=16, kv_lora_rank=16, qk_rope_head_dim=8, qk_nope_head_dim=16, "
                    "v_head_dim=16, max_position_embeddings=64))"),
}
# Sound in.
_SPEECH = {
    "wav2vec2": ("wav2vec2", f"Wav2Vec2ForCTC(Wav2Vec2Config({_SMALL}, intermediate_size=128))"),
    "hubert": ("hubert", f"HubertForCTC(HubertConfig({_SMALL}, intermediate_size=128))"),
}
# A batch of images in.
_VISION = {
    "vit": ("vit", "ViTModel(ViTConfig())", 224),
    "vit.classifier": ("vit", "ViTForImageClassification(ViTConfig())", 224),
    "clip.vision": ("clip", "CLIPVisionModel(CLIPVisionConfig())", 224),
    "resnet": ("resnet", "ResNetForImageClassification(ResNetConfig())", 224),
    "deit": ("deit", "DeiTForImageClassification(DeiTConfig())", 224),
    "dinov2": ("dinov2", "Dinov2ForImageClassification(Dinov2Config())", 224),
    "convnext": ("convnext", "ConvNextForImageClassification(ConvNextConfig())", 224),
    "segformer": ("segformer", "SegformerForSemanticSegmentation(SegformerConfig())", 128),
    "swin": ("swin", "SwinForImageClassification(SwinConfig())", 224),
    "beit": ("beit", "BeitForImageClassification(BeitConfig())", 224),
    "yolos": ("yolos", "YolosForObjectDetection(YolosConfig(num_hidden_layers=2))", 512),
    "dpt": ("dpt", "DPTForDepthEstimation(DPTConfig())", 384),
    "depth_anything": ("depth_anything",
                       "DepthAnythingForDepthEstimation(DepthAnythingConfig())", 224),
    "detr": ("detr", "DetrForObjectDetection(DetrConfig(use_timm_backbone=False, "
                     "backbone_config=dict(model_type='resnet', out_features=['stage4']), "
                     "d_model=64, "
                     "encoder_layers=2, decoder_layers=2, encoder_ffn_dim=128, "
                     "decoder_ffn_dim=128))", 128),
    "rt_detr": ("rt_detr",
                "RTDetrForObjectDetection(RTDetrConfig(decoder_layers=2, num_queries=30))", 256),
    "mask2former": ("mask2former",
                    "Mask2FormerModel(Mask2FormerConfig(encoder_layers=2, decoder_layers=2))", 128),
}

# Its last layer is a ReLU, below which random weights leave nothing.
_INIT = {"dpt": "model.head.head[4].bias.data.fill_(1)"}


def entries() -> list[Entry]:
    found = [_entry(name, package, call, inputs(_IDS, _MASK))
             for name, (package, call) in _TEXT.items()]
    found += [_entry(f"{name}.unmasked", *_TEXT[name], inputs(_IDS))
              for name in ("bert", "t5.encoder")]
    for name, (package, call) in _CAUSAL.items():
        found += [_entry(name, package, call, inputs(_IDS, _MASK) + _NO_CACHE),
                  _entry(f"{name}.unmasked", package, call, inputs(_IDS) + _NO_CACHE)]
    found += [_entry(name, package, call, image((size, size), "pixel_values"))
              for name, (package, call, size) in _VISION.items()]
    found += [_entry(name, package, call, inputs("input_values:float32[N,1600]"))
              for name, (package, call) in _SPEECH.items()]
    return found + [
        _entry("whisper.encoder", "whisper", "WhisperEncoder(WhisperConfig())",
               inputs("input_features:float32[N,80,3000]")),
        _entry("whisper", "whisper", "WhisperForConditionalGeneration(WhisperConfig("
               "encoder_layers=2, decoder_layers=2))",
               inputs("input_features:float32[N,80,3000]", "decoder_input_ids:int64[N,T]")
               + _NO_CACHE),
        _entry("clip", "clip", "CLIPModel(CLIPConfig())",
               inputs(_IDS, "pixel_values:float32[M,3,224,224]", _MASK)),
        _entry("t5", "t5", "T5ForConditionalGeneration(T5Config())",
               inputs(_IDS, _MASK, "decoder_input_ids:int64[N,S]") + _NO_CACHE),
        _entry("mamba", "mamba", "MambaForCausalLM(MambaConfig(vocab_size=120, hidden_size=32, "
                                 "num_hidden_layers=2, state_size=8))", inputs(_IDS) + _NO_CACHE),
        _entry("blip", "blip", "BlipForConditionalGeneration(BlipConfig())",
               inputs("pixel_values:float32[N,3,384,384]", _IDS, _MASK)),
        _entry("owlvit", "owlvit", "OwlViTForObjectDetection(OwlViTConfig())",
               inputs("input_ids:int64[N,16]", "pixel_values:float32[N,3,768,768]",
                      "attention_mask:int64[N,16]")),
        _entry("sam", "sam", "SamModel(SamConfig(vision_config=dict(num_hidden_layers=2, "
                             "global_attn_indexes=[1])))",
               inputs("pixel_values:float32[N,3,1024,1024]", "input_points:float32[N,1,2,2]")),
        _entry("longformer", "longformer", f"LongformerForMaskedLM(LongformerConfig({_SMALL}, "
                                           "intermediate_size=128, attention_window=8))",
               inputs("input_ids:int64[N,32]", "attention_mask:int64[N,32]")),
        _entry("speecht5", "speecht5",
               f"SpeechT5ForTextToSpeech(SpeechT5Config(vocab_size=120, hidden_size=64, "
               "encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, "
               "decoder_attention_heads=4, encoder_ffn_dim=128, decoder_ffn_dim=128))",
               inputs(_IDS, _MASK, "decoder_input_values:float32[N,S,80]",
                      "speaker_embeddings:float32[N,512]") + _NO_CACHE),
        _entry("bart", "bart", f"BartForConditionalGeneration(BartConfig({_BART}))",
               inputs(_IDS, _MASK, "decoder_input_ids:int64[N,S]") + _NO_CACHE),
    ]


def _entry(name: str, package: str, call: str, options: list[str]) -> Entry:
    declared = {text.split(":")[0] for text in options}
    given = [f"{name}=integers(0, 100)" for name in ("input_ids", "decoder_input_ids")
             if name in declared]
    if "attention_mask" in declared:
        given.append("attention_mask=padding()")
    return Entry(name, f"transformers.models.{package}.modeling_{package}", call, options,
                 given=given, init=_INIT.get(name))
