"""Hugging Face diffusers: denoisers and autoencoders, of few and narrow layers where the default is
large."""
from harness.zoo.entry import Entry, inputs

_IMAGE = "sample:float32[N,3,64,64]"
_LATENT = "sample:float32[N,4,32,32]"
_TIME = "timestep:int64[N]"
_STEPS = "timestep=integers(0, 1000)"
_TEXT = "encoder_hidden_states:float32[N,T,32]"
_UNET = ("block_out_channels=(32, 64), down_block_types=('CrossAttnDownBlock2D', 'DownBlock2D'), "
         "cross_attention_dim=32, attention_head_dim=4")
_NARROW = "num_attention_heads=4, attention_head_dim=8"

# The file, the call, and the inputs.
_MODELS = {
    "unet_2d": ("unets.unet_2d",
                "UNet2DModel(sample_size=32, block_out_channels=(32, 64), "
                "down_block_types=('DownBlock2D', 'AttnDownBlock2D'), "
                "up_block_types=('AttnUpBlock2D', 'UpBlock2D'))", ["sample:float32[N,3,32,32]", _TIME]),
    "unet_2d_condition": ("unets.unet_2d_condition",
                          f"UNet2DConditionModel({_UNET}, up_block_types=('UpBlock2D', "
                          "'CrossAttnUpBlock2D'))", [_LATENT, _TIME, _TEXT]),
    "unet_3d_condition": ("unets.unet_3d_condition",
                          "UNet3DConditionModel(block_out_channels=(32, 64), cross_attention_dim=32, "
                          "attention_head_dim=8, down_block_types=('CrossAttnDownBlock3D', "
                          "'DownBlock3D'), up_block_types=('UpBlock3D', 'CrossAttnUpBlock3D'))",
                          ["sample:float32[N,4,4,32,32]", _TIME, _TEXT]),
    "unet_1d": ("unets.unet_1d", "UNet1DModel(extra_in_channels=64)", ["sample:float32[N,2,256]", _TIME]),
    "unet_stable_cascade": ("unets.unet_stable_cascade",
                            "StableCascadeUNet(block_out_channels=(32, 64), num_attention_heads=(2, 4), "
                            "down_num_layers_per_block=(1, 1), up_num_layers_per_block=(1, 1), "
                            "down_blocks_repeat_mappers=(1, 1), up_blocks_repeat_mappers=(1, 1), "
                            "conditioning_dim=32)",
                            ["sample:float32[N,16,16,16]", "timestep_ratio:float32[N]",
                             "clip_text_pooled:float32[N,1,1280]"]),
    "controlnet": ("controlnets.controlnet", f"ControlNetModel({_UNET})",
                   [_LATENT, _TIME, _TEXT, "controlnet_cond:float32[N,3,256,256]"]),
    "autoencoder_kl": ("autoencoders.autoencoder_kl", "AutoencoderKL()", [_IMAGE]),
    "vq_model": ("autoencoders.vq_model", "VQModel()", [_IMAGE]),
    "autoencoder_tiny": ("autoencoders.autoencoder_tiny", "AutoencoderTiny()", [_IMAGE]),
    "autoencoder_dc": ("autoencoders.autoencoder_dc", "AutoencoderDC()", [_IMAGE]),
    "autoencoder_kl_cogvideox": ("autoencoders.autoencoder_kl_cogvideox", "AutoencoderKLCogVideoX()",
                                 ["sample:float32[1,3,9,32,32]"]),
    "dit": ("transformers.dit_transformer_2d",
            f"DiTTransformer2DModel(num_layers=2, sample_size=32, {_NARROW})",
            ["hidden_states:float32[N,4,32,32]", _TIME, "class_labels:int64[N]"]),
    "pixart": ("transformers.pixart_transformer_2d",
               f"PixArtTransformer2DModel(num_layers=2, sample_size=32, caption_channels=32, {_NARROW}, "
               "cross_attention_dim=32)", ["hidden_states:float32[N,4,32,32]", _TEXT, _TIME]),
    "sd3": ("transformers.transformer_sd3",
            f"SD3Transformer2DModel(num_layers=2, sample_size=32, {_NARROW}, joint_attention_dim=32, "
            "caption_projection_dim=32, pooled_projection_dim=64)",
            ["hidden_states:float32[N,16,32,32]", _TEXT, "pooled_projections:float32[N,64]", _TIME]),
    "flux": ("transformers.transformer_flux",
             "FluxTransformer2DModel(num_layers=1, num_single_layers=1, num_attention_heads=2, "
             "attention_head_dim=16, axes_dims_rope=(4, 6, 6), joint_attention_dim=32, "
             "pooled_projection_dim=64)",
             ["hidden_states:float32[N,S,64]", _TEXT, "pooled_projections:float32[N,64]",
              "timestep:float32[N]", "img_ids:float32[S,3]", "txt_ids:float32[T,3]"]),
    "sana": ("transformers.sana_transformer",
             "SanaTransformer2DModel(num_layers=2, num_attention_heads=4, attention_head_dim=8, "
             "num_cross_attention_heads=4, cross_attention_head_dim=8, cross_attention_dim=32, "
             "caption_channels=32)", ["hidden_states:float32[N,32,32,32]", _TEXT, _TIME]),
    "prior": ("transformers.prior_transformer",
              f"PriorTransformer(num_layers=2, {_NARROW}, embedding_dim=32, num_embeddings=7)",
              ["hidden_states:float32[N,32]", _TIME, "proj_embedding:float32[N,32]",
               "encoder_hidden_states:float32[N,7,32]"]),
    "wan": ("transformers.transformer_wan",
            "WanTransformer3DModel(num_layers=2, num_attention_heads=2, attention_head_dim=16, "
            "text_dim=32, ffn_dim=64)", ["hidden_states:float32[N,16,2,16,16]", _TIME, _TEXT]),
    "ltx": ("transformers.transformer_ltx",
            f"LTXVideoTransformer3DModel(num_layers=2, {_NARROW}, cross_attention_dim=32, "
            "caption_channels=32)",
            ["hidden_states:float32[N,512,128]", _TEXT, _TIME, "encoder_attention_mask:int64[N,T]"]),
}
_FIXED = {"ltx": ["--set", "num_frames=2", "--set", "height=16", "--set", "width=16"]}
_GIVEN = {"dit": ["class_labels=integers(0, 1000)"], "ltx": ["encoder_attention_mask=padding()"]}


def entries() -> list[Entry]:
    return [Entry(name, f"diffusers.models.{file}", call, [*inputs(*declared), *_FIXED.get(name, [])],
                  given=[*([_STEPS] if _TIME in declared else []), *_GIVEN.get(name, [])])
            for name, (file, call, declared) in _MODELS.items()]
