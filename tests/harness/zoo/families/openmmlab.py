"""OpenMMLab: backbones, necks and heads, which their registries build from dictionaries."""
from harness.zoo.entry import Entry, image, inputs

_HRNET = ("extra=dict("
          "stage1=dict(num_modules=1, num_branches=1, block='BOTTLENECK', num_blocks=(1,), "
          "num_channels=(16,)), "
          "stage2=dict(num_modules=1, num_branches=2, block='BASIC', num_blocks=(1, 1), "
          "num_channels=(8, 16)), "
          "stage3=dict(num_modules=1, num_branches=3, block='BASIC', num_blocks=(1, 1, 1), "
          "num_channels=(8, 16, 32)), "
          "stage4=dict(num_modules=1, num_branches=4, block='BASIC', num_blocks=(1, 1, 1, 1), "
          "num_channels=(8, 16, 32, 64)))")
_LITE_HRNET = ("extra=dict(stem=dict(stem_channels=32, out_channels=32, expand_ratio=1), num_stages=1, "
               "stages_spec=dict(num_modules=(1,), num_branches=(2,), num_blocks=(2,), "
               "module_type=('LITE',), with_fuse=(True,), reduce_ratios=(8,), "
               "num_channels=((40, 80),)), with_head=True)")
_NORM = "norm_cfg=dict(type='BN')"


def _pyramid(parameter: str, *levels: str) -> list[str]:
    return inputs(*(f"{parameter}.{i}:float32[N,{level}]" for i, level in enumerate(levels)))


_X = image((64, 64))
# Module, call, and the inputs where they are others than an image.
_MODELS = [
    ("mmpretrain.models.backbones.resnet", "ResNet(50)", _X),
    ("mmpretrain.models.backbones.resnext", "ResNeXt(50)", _X),
    ("mmpretrain.models.backbones.mobilenet_v2", "MobileNetV2()", _X),
    ("mmpretrain.models.backbones.mobilenet_v3", "MobileNetV3()", _X),
    ("mmpretrain.models.backbones.vision_transformer", "VisionTransformer(img_size=64, patch_size=16)", _X),
    ("mmpretrain.models.backbones.swin_transformer", "SwinTransformer(img_size=64, pad_small_map=True)", _X),
    ("mmpretrain.models.backbones.convnext", "ConvNeXt()", _X),
    ("mmpretrain.models.backbones.efficientnet", "EfficientNet()", _X),
    ("mmpretrain.models.backbones.regnet", "RegNet('regnetx_400mf')", _X),
    ("mmpretrain.models.backbones.shufflenet_v2", "ShuffleNetV2()", _X),
    ("mmpretrain.models.backbones.vgg", "VGG(11)", _X),
    ("mmpretrain.models.backbones.repvgg", "RepVGG('A0')", _X),
    ("mmpretrain.models.backbones.poolformer", "PoolFormer()", _X),
    ("mmpretrain.models.backbones.hrnet", "HRNet('w18')", _X),
    ("mmpretrain.models.backbones.densenet", "DenseNet('121')", _X),
    ("mmpretrain.models.backbones.mlp_mixer", "MlpMixer(arch='s', img_size=64, patch_size=16)", _X),
    ("mmpretrain.models.backbones.davit", "DaViT(pad_small_map=True)", _X),
    ("mmpretrain.models.backbones.edgenext", "EdgeNeXt()", _X),
    ("mmseg.models.backbones.mit", "MixVisionTransformer()", _X),
    ("mmseg.models.backbones.unet", f"UNet(base_channels=8, {_NORM}, upsample_cfg=dict(type='mmseg.InterpConv'))", _X),
    ("mmseg.models.backbones.resnet", f"ResNetV1c(depth=50, {_NORM})", _X),
    ("mmseg.models.backbones.bisenetv2", f"BiSeNetV2({_NORM})", _X),
    ("mmseg.models.backbones.fast_scnn", f"FastSCNN({_NORM})", _X),
    ("mmseg.models.backbones.stdc", f"STDCNet('STDCNet1', 3, (32, 64, 256, 512, 1024), 'cat', {_NORM}, act_cfg=dict(type='ReLU'))", _X),
    ("mmseg.models.decode_heads.fcn_head", f"FCNHead(in_channels=16, channels=8, num_classes=4, in_index=0, {_NORM})",
     _pyramid("inputs", "16,16,16")),
    ("mmseg.models.decode_heads.psp_head", f"PSPHead(in_channels=16, channels=8, num_classes=4, in_index=0, {_NORM})",
     _pyramid("inputs", "16,16,16")),
    ("mmseg.models.decode_heads.sep_aspp_head",
     "DepthwiseSeparableASPPHead(c1_in_channels=8, c1_channels=4, dilations=(1, 2), in_channels=16, channels=8, "
     f"num_classes=4, in_index=1, {_NORM})", _pyramid("inputs", "8,16,16", "16,8,8")),
    ("mmseg.models.decode_heads.segformer_head",
     f"SegformerHead(in_channels=[8, 16], in_index=[0, 1], channels=8, num_classes=4, {_NORM})",
     _pyramid("inputs", "8,16,16", "16,8,8")),
    ("mmagic.models.editors.esrgan.rrdb_net", "RRDBNet(3, 3, 8, 2, 4)", _X),
    ("mmagic.models.editors.edsr.edsr_net", "EDSRNet(3, 3)", image((24, 24))),
    ("mmagic.models.editors.swinir.swinir_net", "SwinIRNet(window_size=8, depths=[2], num_heads=[2], embed_dim=12)", _X),
    ("mmagic.models.editors.basicvsr.basicvsr_net", "BasicVSRNet(mid_channels=8, num_blocks=2)",
     inputs("lrs:float32[N,3,3,64,64]")),
    ("mmpose.models.backbones.hrnet", f"HRNet({_HRNET})", _X),
    ("mmpose.models.backbones.resnet", "ResNet(18)", _X),
    ("mmpose.models.backbones.litehrnet", f"LiteHRNet({_LITE_HRNET})", _X),
    ("mmpose.models.heads.heatmap_heads.heatmap_head", "HeatmapHead(in_channels=16, out_channels=4, deconv_out_channels=(8,), deconv_kernel_sizes=(4,))",
     _pyramid("feats", "16,8,8")),
    ("mmdet.models.backbones.csp_darknet", "CSPDarknet()", _X),
    ("mmdet.models.backbones.resnet", "ResNet(18)", _X),
    ("mmdet.models.backbones.pvt", "PyramidVisionTransformer()", _X),
    ("mmdet.models.necks.fpn", "FPN([16, 32], 8, 2)", _pyramid("inputs", "16,16,16", "32,8,8")),
    ("mmdet.models.necks.yolox_pafpn", "YOLOXPAFPN([8, 16, 32], 8)", _pyramid("inputs", "8,16,16", "16,8,8", "32,4,4")),
    ("mmdet.models.dense_heads.retina_head", "RetinaHead(4, 8, feat_channels=8)", _pyramid("x", *(f"8,{s},{s}" for s in (16, 8, 4, 2, 1)))),
    ("mmdet.models.dense_heads.fcos_head", "FCOSHead(4, 8, feat_channels=8, norm_cfg=dict(type='GN', num_groups=4))",
     _pyramid("x", *(f"8,{s},{s}" for s in (16, 8, 4, 2, 1)))),
    ("mmdet.models.dense_heads.yolox_head", "YOLOXHead(4, 8, feat_channels=8)", _pyramid("x", "8,16,16", "8,8,8", "8,4,4")),
    ("mmyolo.models.backbones.csp_darknet", "YOLOv8CSPDarknet()", _X),
    ("mmyolo.models.backbones.csp_darknet", "YOLOv5CSPDarknet()", _X),
    ("mmyolo.models.backbones.efficient_rep", "YOLOv6EfficientRep()", _X),
    ("mmyolo.models.necks.yolov8_pafpn", "YOLOv8PAFPN([16, 32, 64], [16, 32, 64])", _pyramid("inputs", "16,16,16", "32,8,8", "64,4,4")),
]


def entries() -> list[Entry]:
    return [Entry(f"{module.partition('.')[0]}.{call.partition('(')[0]}", module, call, options)
            for module, call, options in _MODELS]
