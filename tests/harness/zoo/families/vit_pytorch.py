"""The models of vit-pytorch, small: the module below vit_pytorch, the call, the inputs."""
import collections

from harness.zoo.entry import Entry, inputs

_B = "image_size=64, patch_size=8, num_classes=10, dim=64, depth=2, heads=4, mlp_dim=128"
_V = ("image_size=32, image_patch_size=8, frames=4, frame_patch_size=2, num_classes=10, dim=64, "
     "heads=4, mlp_dim=128")
_IMG = ["img:float32[N,3,64,64]"]
_X = ["x:float32[N,3,64,64]"]
_VID = ["video:float32[N,3,4,32,32]"]

_MODELS = [
    ("vit", f"ViT({_B})", _IMG),
    ("vit", f"ViT({_B}, pool='mean')", _IMG),
    ("simple_vit", f"SimpleViT({_B})", _IMG),
    ("ats_vit", f"ViT({_B}, max_tokens_per_depth=(16, 8))", _IMG),
    ("attn_residual_with_dca_simple_vit", f"SimpleViT({_B})", _IMG),
    ("attn_residual_with_dca_simple_vit", f"SimpleViT({_B}, per_head=True, ffn_heads=4)", _IMG),
    ("cait", "CaiT(image_size=64, patch_size=8, num_classes=10, dim=64, depth=2, cls_depth=2, "
             "heads=4, mlp_dim=128, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("cct", "CCT(img_size=(64, 96), embedding_dim=64, n_conv_layers=2, kernel_size=7, stride=2, "
            "padding=3, pooling_kernel_size=3, pooling_stride=2, pooling_padding=1, num_layers=2, "
            "num_heads=4, mlp_ratio=3., num_classes=10, positional_embedding='learnable')",
     ["x:float32[N,3,64,96]"]),
    ("cct", "cct_2(img_size=64, n_conv_layers=1, kernel_size=7, stride=2, padding=3, "
            "pooling_kernel_size=3, pooling_stride=2, pooling_padding=1, num_classes=10, "
            "positional_embedding='sine')", _X),
    ("cct_3d", "CCT(img_size=32, num_frames=4, embedding_dim=64, n_conv_layers=2, "
               "frame_kernel_size=3, kernel_size=7, stride=2, padding=3, pooling_kernel_size=3, "
               "pooling_stride=2, pooling_padding=1, num_layers=2, num_heads=4, mlp_ratio=3., "
               "num_classes=10, positional_embedding='learnable')", ["x:float32[N,3,4,32,32]"]),
    ("cross_vit", "CrossViT(image_size=64, num_classes=10, depth=2, sm_dim=48, sm_patch_size=8, "
                  "sm_enc_depth=1, sm_enc_heads=4, sm_enc_mlp_dim=96, lg_dim=64, lg_patch_size=16, "
                  "lg_enc_depth=2, lg_enc_heads=4, lg_enc_mlp_dim=128, cross_attn_depth=2, "
                  "cross_attn_heads=4, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("crossformer", "CrossFormer(num_classes=10, dim=(32, 64, 64, 128), depth=(1, 1, 2, 1), "
                    "global_window_size=(4, 2, 2, 1), local_window_size=2)", _X),
    ("cvt", "CvT(num_classes=10, s1_emb_dim=16, s1_emb_kernel=7, s1_emb_stride=4, "
            "s1_proj_kernel=3, s1_kv_proj_stride=2, s1_heads=1, s1_depth=1, s1_mlp_mult=4, "
            "s2_emb_dim=32, s2_emb_kernel=3, s2_emb_stride=2, s2_proj_kernel=3, "
            "s2_kv_proj_stride=2, s2_heads=3, s2_depth=2, s2_mlp_mult=4, s3_emb_dim=48, "
            "s3_emb_kernel=3, s3_emb_stride=2, s3_proj_kernel=3, s3_kv_proj_stride=2, s3_heads=4, "
            "s3_depth=2, s3_mlp_mult=4, dropout=0.)", _X),
    ("deepvit", f"DeepViT({_B}, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("distill", f"DistillableViT({_B})", ["img:float32[N,3,64,64]", "distill_token:float32[1,64]"]),
    ("distill", f"DistillableViT({_B})", _IMG),
    ("distill", f"DistillWrapper(student=DistillableViT({_B}), teacher=ViT({_B}), temperature=3, "
                "alpha=0.5, hard=False)", ["img:float32[N,3,64,64]", "labels:int64[N]"]),
    ("distill", f"DistillWrapper(student=DistillableViT({_B}), teacher=ViT({_B}), temperature=3, "
                "alpha=0.5, hard=True)", ["img:float32[N,3,64,64]", "labels:int64[N]"]),
    ("efficient", "ViT(image_size=64, patch_size=8, num_classes=10, dim=64, "
                  "transformer=nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128, "
                  "batch_first=True), 2))", _IMG),
    ("jet_vit", f"JetViT({_B}, window_size=4, attn_layers=['WA', 'FA'])", _IMG),
    ("jet_vit", f"JetViT({_B}, window_size=4, attn_layers=['LA', 'FA'])", _IMG),
    ("jumbo_vit", "JumboViT(image_size=64, patch_size=8, num_classes=10, dim=32, depth=2, heads=2, "
                  "mlp_dim=64, jumbo_cls_k=3, jumbo_ff_mult=2)", _IMG),
    ("learnable_memory_vit", f"ViT({_B})", _IMG),
    ("learnable_memory_vit", f"Adapter(vit=ViT({_B}), num_classes=2, num_memories_per_layer=5)", _IMG),
    ("levit", "LeViT(image_size=64, num_classes=10, stages=3, dim=(32, 48, 64), depth=2, "
              "heads=(2, 3, 4), mlp_mult=2, dropout=0.1)", _IMG),
    ("levjepa", "VideoTransformer(image_size=32, patch_size=8, frames=4, dim=64, depth=2, heads=4, "
                "mlp_dim=128)", _VID),
    ("levjepa_nd", "NDTransformer(ndim=3, input_shape=(4, 32, 32), patch_size=(1, 8, 8), dim=64, "
                   "depth=2, heads=4, mlp_dim=128)", ["x:float32[N,3,4,32,32]"]),
    ("look_vit", "LookViT(image_size=64, num_classes=10, dim=64, depth=2, heads=4, dim_head=16, "
                 "patch_size=16, highres_patch_size=8, highres_mlp_factor=2, cross_attn_heads=4, "
                 "cross_attn_dim_head=16, dropout=0.1)", _IMG),
    ("looped_vit", "LoopedViT(image_size=64, patch_size=16, num_classes=10, dim=64, heads=4, "
                   "dim_head=16, mlp_dim=128, pre_loop_depth=1, num_looped_blocks=2, "
                   "post_loop_depth=1, loop_depth=3)", _X),
    ("looped_vit", "LoopedViT(image_size=64, patch_size=16, num_classes=10, dim=64, heads=4, "
                   "dim_head=16, mlp_dim=128, pre_loop_depth=1, num_looped_blocks=2, "
                   "post_loop_depth=1, loop_depth=3, adaptive_loop=True)", _X),
    ("max_vit", "MaxViT(num_classes=10, dim_conv_stem=16, dim=32, dim_head=16, depth=(1, 1), "
                "window_size=4, mbconv_expansion_rate=4, mbconv_shrinkage_rate=0.25, dropout=0.1)",
     _X),
    ("max_vit_with_registers", "MaxViT(num_classes=10, dim_conv_stem=16, dim=32, dim_head=16, "
                               "depth=(1, 1), window_size=4, num_register_tokens=4)", _X),
    ("mobile_vit", "MobileViT(image_size=(64, 64), dims=[24, 32, 40], channels=[16, 16, 24, 24, "
                   "24, 24, 32, 32, 40, 40, 80], num_classes=10)", _X),
    ("mp3", "ViT(num_classes=10, image_size=64, patch_size=8, dim=64, depth=2, heads=4, mlp_dim=128)",
     _IMG),
    ("mp3", "MP3(vit=ViT(num_classes=10, image_size=64, patch_size=8, dim=64, depth=2, heads=4, "
            "mlp_dim=128), masking_ratio=0.75)", _IMG),
    ("na_vit", f"NaViT({_B}, token_dropout_prob=0.1)",
     ["batched_images.0.0:float32[3,64,64]", "batched_images.0.1:float32[3,32,32]",
      "batched_images.1.0:float32[3,32,64]"]),
    ("na_vit_nested_tensor", f"NaViT({_B})",
     ["images.0:float32[3,64,64]", "images.1:float32[3,32,32]"]),
    ("na_vit_nested_tensor_3d", "NaViT(image_size=64, max_frames=8, patch_size=8, "
     "frame_patch_size=2, num_classes=10, dim=64, depth=2, heads=4, mlp_dim=128)",
     ["volumes.0:float32[3,2,64,64]", "volumes.1:float32[3,4,32,32]"]),
    ("nest", "NesT(image_size=64, patch_size=4, dim=32, heads=2, num_hierarchies=3, "
             "block_repeats=(1, 1, 2), num_classes=10)", _IMG),
    ("normalized_vit", f"nViT({_B})", ["images:float32[N,3,64,64]"]),
    ("parallel_vit", f"ViT({_B}, num_parallel_branches=2, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("pit", "PiT(image_size=64, patch_size=8, dim=64, num_classes=10, depth=(1, 2, 1), heads=4, "
            "mlp_dim=128, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("regionvit", "RegionViT(dim=(16, 32, 64, 64), depth=(1, 1, 2, 1), window_size=2, "
                  "num_classes=10, tokenize_local_3_conv=False, use_peg=False)", _X),
    ("regionvit", "RegionViT(dim=(16, 32, 64, 64), depth=(1, 1, 1, 1), window_size=2, "
                  "num_classes=10, tokenize_local_3_conv=True, use_peg=True)", _X),
    ("rvt", f"RvT({_B})", _IMG),
    ("scalable_vit", "ScalableViT(num_classes=10, dim=16, heads=(2, 2, 4, 4), depth=(1, 1, 2, 1), "
                     "ssa_dim_key=(8, 8, 8, 8), reduction_factor=(8, 4, 2, 1), window_size=(8, 4, "
                     "None, None), dropout=0.1)", _IMG),
    ("sep_vit", "SepViT(num_classes=10, dim=16, dim_head=16, heads=(1, 2, 2, 4), "
                "depth=(1, 1, 1, 1), window_size=7, dropout=0.1)", ["x:float32[N,3,224,224]"]),
    ("simple_flash_attn_vit", f"SimpleViT({_B})", _IMG),
    ("simple_flash_attn_vit_3d", f"SimpleViT({_V}, depth=2)", _VID),
    ("simple_uvit", f"SimpleUViT({_B})", _IMG),
    ("simple_vit_1d", "SimpleViT(seq_len=64, patch_size=8, num_classes=10, dim=64, depth=2, "
                      "heads=4, mlp_dim=128)", ["series:float32[N,3,64]"]),
    ("simple_vit_3d", f"SimpleViT({_V}, depth=2)", _VID),
    ("simple_vit_attn_residual", f"SimpleViTAttnResidual({_B})", _IMG),
    ("simple_vit_attn_residual", f"SimpleViTAttnResidual({_B}, learned_query=False)", _IMG),
    ("simple_vit_orthog_residual_update",
     f"SimpleViT({_B}, orthog_residual_update_kwargs=dict(learned=True))", _IMG),
    ("simple_vit_with_fft", f"SimpleViT({_B}, freq_patch_size=8)", _IMG),
    ("simple_vit_with_hyper_connections", f"SimpleViT({_B}, num_residual_streams=4)", _IMG),
    ("simple_vit_with_patch_dropout", f"SimpleViT({_B}, patch_dropout=0.25)", _IMG),
    ("simple_vit_with_qk_norm", f"SimpleViT({_B})", _IMG),
    ("simple_vit_with_register_tokens", f"SimpleViT({_B})", _IMG),
    ("simple_vit_with_relative_proj_pos_bias", f"SimpleViT({_B})", _IMG),
    ("simple_vit_with_sparse_gating", f"SimpleViTWithSparseGating({_B}, num_register_tokens=4)", _IMG),
    ("simple_vit_with_specialized_cls", f"SimpleViT({_B})", _IMG),
    ("simple_vit_with_value_residual", f"SimpleViT({_B})", _IMG),
    ("t2t", "T2TViT(dim=64, image_size=64, depth=2, heads=4, mlp_dim=128, num_classes=10, "
            "t2t_layers=((7, 4), (3, 2)))", _IMG),
    ("twins_svt", "TwinsSVT(num_classes=10, s1_emb_dim=16, s1_patch_size=4, s1_local_patch_size=2, "
                  "s1_global_k=2, s1_depth=1, s2_emb_dim=32, s2_patch_size=2, "
                  "s2_local_patch_size=2, s2_global_k=2, s2_depth=1, s3_emb_dim=48, "
                  "s3_patch_size=2, s3_local_patch_size=2, s3_global_k=2, s3_depth=2, "
                  "s4_emb_dim=64, s4_patch_size=2, s4_local_patch_size=2, s4_global_k=2, "
                  "s4_depth=1, peg_kernel_size=3, dropout=0.)", _X),
    ("vaat", f"AST(dim=64, depth=2, mlp_dim=128, num_classes=10, heads=4, accept_spec=True)",
     ["raw_audio_or_spec:float32[N,64,64]"]),
    ("vaat", f"ViT({_B})", _IMG),
    ("vat", f"ViT({_B}, num_register_tokens=2)", _IMG),
    ("vat", f"VAT(ViT({_B}), dim=64, depth=3, heads=4, dim_head=16, mlp_dim=128, dim_action=20, "
            "action_chunk_len=7, time_seq_len=4, num_views=2, num_tasks=4, add_self_attn=True, "
            "dim_extra_token=33, vit_layer_indices=(0, 1, 1))",
     ["video_or_image:float32[N,2,3,4,64,64]", "tasks:int64[N]", "extra:float32[N,33]"]),
    ("vat_siglip", "SigLIP(image_size=56, patch_size=14, dim=64, depth=2, heads=4, mlp_dim=128)",
     ["x:float32[N,3,56,56]"]),
    ("vit_1d", "ViT(seq_len=64, patch_size=8, num_classes=10, dim=64, depth=2, heads=4, "
               "mlp_dim=128, dropout=0.1, emb_dropout=0.1)", ["series:float32[N,3,64]"]),
    ("vit_3d", f"ViT({_V}, depth=2, dropout=0.1, emb_dropout=0.1)", _VID),
    ("vit_5", f"ViT({_B}, num_registers=4)", _IMG),
    ("vit_detpool", f"ViTDetPool({_B})", _IMG),
    ("vit_detpool", f"ViTDetPool({_B})", ["img:float32[N,3,64,64]", "object_mask:bool[N,64,64]"]),
    ("vit_for_small_dataset", f"ViT({_B}, dropout=0.1, emb_dropout=0.1)", _IMG),
    ("vit_for_small_dataset", "SPT(dim=64, patch_size=8, channels=3)", ["x:float32[N,3,64,64]"]),
    ("vit_nd", "ViTND(ndim=4, input_shape=(4, 8, 8, 16), patch_size=(2, 4, 4, 8), num_classes=10, "
               "dim=64, depth=2, heads=4, mlp_dim=128, channels=3)",
     ["x:float32[N,3,4,8,8,16]"]),
    ("vit_nd", "ViTND(ndim=3, input_shape=(4, 8, 16), patch_size=(2, 4, 8), num_classes=10, "
               "dim=64, depth=2, heads=4, mlp_dim=128, channels=3, causal_dims=(0,))",
     ["x:float32[N,3,4,8,16]"]),
    ("vit_nd_pope", "ViTND(ndim=4, input_shape=(4, 8, 8, 16), patch_size=(2, 4, 4, 8), "
                    "num_classes=10, dim=64, depth=2, heads=4, mlp_dim=128, channels=3)",
     ["x:float32[N,3,4,8,8,16]"]),
    ("vit_nd_rotary", "ViTND(ndim=4, input_shape=(4, 8, 8, 16), patch_size=(2, 4, 4, 8), "
                      "num_classes=10, dim=64, depth=2, heads=4, mlp_dim=128, channels=3)",
     ["x:float32[N,3,4,8,8,16]"]),
    ("vit_with_decorr", f"ViT({_B})", _IMG),
    ("vit_with_keel_post_ln", f"ViT({_B})", _IMG),
    ("vit_with_patch_dropout", f"ViT({_B}, patch_dropout=0.25)", _IMG),
    ("vit_with_patch_merger", f"ViT({_B}, patch_merge_layer=1, patch_merge_num_tokens=4)", _IMG),
    ("vit_with_patch_merger", "PatchMerger(dim=64, num_tokens_out=8)", ["x:float32[N,16,64]"]),
    ("vivit", f"ViViT({_V}, spatial_depth=2, temporal_depth=2)", _VID),
    ("vivit", f"ViViT({_V}, spatial_depth=2, temporal_depth=2, variant='factorized_self_attention')",
     _VID),
    ("vivit", f"ViViT({_V}, spatial_depth=2, temporal_depth=2, use_flash_attn=False)", _VID),
    ("vivit_with_moss", f"ViViT({_V}, spatial_depth=1, temporal_depth=1)", _VID),
    ("wwt", "WWT(image_size=64, patch_size=8, num_classes=10, dim=64, depth=2, num_slots=8, "
            "heads=4)", _IMG),
    ("xcit", "XCiT(image_size=64, patch_size=8, num_classes=10, dim=64, depth=2, cls_depth=2, "
             "heads=4, mlp_dim=128, dropout=0.1, emb_dropout=0.1, "
             "local_patch_kernel_size=3)", _IMG),
]

# How inputs are drawn that are indices.
_GIVEN = {("vat", 2): ["tasks=integers(0, 4)"]}


def entries() -> list[Entry]:
    seen = collections.Counter()
    found = []
    for module, call, declared in _MODELS:
        seen[module] += 1
        number = seen[module]
        found.append(Entry(module if number == 1 else f"{module}.{number}", f"vit_pytorch.{module}",
                           call, inputs(*declared), given=_GIVEN.get((module, number), [])))
    return found
