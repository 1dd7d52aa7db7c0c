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
_LITE_HRNET = ("extra=dict(stem=dict(stem_channels=32, out_channels=32, expand_ratio=1), "
               "num_stages=1, stages_spec=dict(num_modules=(1,), num_branches=(2,), num_blocks=(2,), "
               "module_type=('LITE',), with_fuse=(True,), reduce_ratios=(8,), "
               "num_channels=((40, 80),)), with_head=True)")
_NORM = "norm_cfg=dict(type='BN')"

_RESNET_FPN = ("backbone=dict(type='mmdet.ResNet', depth=18), neck=dict(type='mmdet.FPN', "
               "in_channels=[64, 128, 256, 512], out_channels=16, num_outs=5)")


def _pyramid(parameter: str, *levels: str) -> list[str]:
    return inputs(*(f"{parameter}.{i}:float32[N,{level}]" for i, level in enumerate(levels)))


_SET = {"mmpose.models.pose_estimators.topdown": ["--set", "data_samples=None"]}
# What is put together of parts that their names stand for, in "tensor" mode.
_WHOLE = [
    ("mmpretrain.models.classifiers.image",
     "ImageClassifier(backbone=dict(type='mmpretrain.ResNet', depth=18), "
     "neck=dict(type='mmpretrain.GlobalAveragePooling'), "
     "head=dict(type='mmpretrain.LinearClsHead', num_classes=5, in_channels=512))"),
    ("mmseg.models.segmentors.encoder_decoder",
     f"EncoderDecoder(backbone=dict(type='mmseg.ResNetV1c', depth=18, {_NORM}), "
     "decode_head=dict(type='mmseg.FCNHead', in_channels=512, in_index=3, channels=16, "
     f"num_classes=4, {_NORM}))"),
    ("mmdet.models.detectors.retinanet",
     f"RetinaNet({_RESNET_FPN}, bbox_head=dict(type='mmdet.RetinaHead', num_classes=4, "
     "in_channels=16, feat_channels=16))"),
    ("mmdet.models.detectors.fcos",
     f"FCOS({_RESNET_FPN}, bbox_head=dict(type='mmdet.FCOSHead', num_classes=4, in_channels=16, "
     "feat_channels=16, norm_cfg=dict(type='GN', num_groups=4)))"),
    ("mmdet.models.detectors.yolox",
     "YOLOX(backbone=dict(type='mmdet.CSPDarknet', widen_factor=0.25, deepen_factor=0.33), "
     "neck=dict(type='mmdet.YOLOXPAFPN', in_channels=[64, 128, 256], out_channels=16, "
     "num_csp_blocks=1), bbox_head=dict(type='mmdet.YOLOXHead', num_classes=4, in_channels=16, "
     "feat_channels=16))"),
    ("mmpose.models.pose_estimators.topdown",
     "TopdownPoseEstimator(backbone=dict(type='mmpose.ResNet', depth=18), "
     "head=dict(type='mmpose.HeatmapHead', in_channels=512, out_channels=4))"),
    ("mmyolo.models.detectors.yolo_detector",
     "YOLODetector(backbone=dict(type='mmyolo.YOLOv8CSPDarknet', widen_factor=0.25, "
     "deepen_factor=0.33), neck=dict(type='mmyolo.YOLOv8PAFPN', widen_factor=0.25, "
     "deepen_factor=0.33, in_channels=[256, 512, 1024], out_channels=[256, 512, 1024]), "
     "bbox_head=dict(type='mmyolo.YOLOv8Head', head_module=dict(type='mmyolo.YOLOv8HeadModule', "
     "num_classes=4, in_channels=[256, 512, 1024], widen_factor=0.25)))"),
]
# By file, of an image.
_BACKBONES = {
    "mmpretrain.models.backbones": {
        "resnet": "ResNet(50)", "resnext": "ResNeXt(50)", "mobilenet_v2": "MobileNetV2()",
        "mobilenet_v3": "MobileNetV3()", "convnext": "ConvNeXt()", "efficientnet": "EfficientNet()",
        "vision_transformer": "VisionTransformer(img_size=64, patch_size=16)",
        "swin_transformer": "SwinTransformer(img_size=64, pad_small_map=True)",
        "regnet": "RegNet('regnetx_400mf')", "shufflenet_v2": "ShuffleNetV2()", "vgg": "VGG(11)",
        "repvgg": "RepVGG('A0')", "poolformer": "PoolFormer()", "hrnet": "HRNet('w18')",
        "densenet": "DenseNet('121')", "edgenext": "EdgeNeXt()",
        "mlp_mixer": "MlpMixer(arch='s', img_size=64, patch_size=16)",
        "davit": "DaViT(pad_small_map=True)",
    },
    "mmseg.models.backbones": {
        "mit": "MixVisionTransformer()", "bisenetv2": f"BiSeNetV2({_NORM})",
        "unet": f"UNet(base_channels=8, {_NORM}, upsample_cfg=dict(type='mmseg.InterpConv'))",
        "resnet": f"ResNetV1c(depth=50, {_NORM})", "fast_scnn": f"FastSCNN({_NORM})",
        "stdc": f"STDCNet('STDCNet1', 3, (32, 64, 256, 512, 1024), 'cat', {_NORM}, "
                "act_cfg=dict(type='ReLU'))",
    },
    "mmagic.models.editors": {
        "esrgan.rrdb_net": "RRDBNet(3, 3, 8, 2, 4)", "edsr.edsr_net": "EDSRNet(3, 3)",
        "swinir.swinir_net": "SwinIRNet(window_size=8, depths=[2], num_heads=[2], embed_dim=12)",
    },
    "mmpose.models.backbones": {
        "hrnet": f"HRNet({_HRNET})", "resnet": "ResNet(18)", "litehrnet": f"LiteHRNet({_LITE_HRNET})",
    },
    "mmdet.models.backbones": {
        "csp_darknet": "CSPDarknet()", "resnet": "ResNet(18)", "pvt": "PyramidVisionTransformer()",
    },
    "mmyolo.models.backbones": {
        "csp_darknet": "YOLOv8CSPDarknet()", "efficient_rep": "YOLOv6EfficientRep()",
    },
}
_PLANE = _pyramid("inputs", "16,16,16")
_TWO = _pyramid("inputs", "8,16,16", "16,8,8")
_LEVELS = _pyramid("x", *(f"8,{size},{size}" for size in (16, 8, 4, 2, 1)))
_HEAD = f"in_channels=16, channels=8, num_classes=4, {_NORM}"
# Of features: file, call, inputs.
_HEADS = [
    ("mmseg.models.decode_heads.fcn_head", f"FCNHead(in_index=0, {_HEAD})", _PLANE),
    ("mmseg.models.decode_heads.psp_head", f"PSPHead(in_index=0, {_HEAD})", _PLANE),
    ("mmseg.models.decode_heads.sep_aspp_head",
     "DepthwiseSeparableASPPHead(c1_in_channels=8, c1_channels=4, dilations=(1, 2), "
     f"in_index=1, {_HEAD})", _TWO),
    ("mmseg.models.decode_heads.segformer_head",
     "SegformerHead(in_channels=[8, 16], in_index=[0, 1], channels=8, num_classes=4, "
     f"{_NORM})", _TWO),
    ("mmagic.models.editors.basicvsr.basicvsr_net", "BasicVSRNet(mid_channels=8, num_blocks=2)",
     inputs("lrs:float32[N,3,3,64,64]")),
    ("mmpose.models.heads.heatmap_heads.heatmap_head",
     "HeatmapHead(in_channels=16, out_channels=4, deconv_out_channels=(8,), "
     "deconv_kernel_sizes=(4,))", _pyramid("feats", "16,8,8")),
    ("mmdet.models.necks.fpn", "FPN([8, 16], 8, 2)", _TWO),
    ("mmdet.models.necks.yolox_pafpn", "YOLOXPAFPN([8, 16, 32], 8)",
     _pyramid("inputs", "8,16,16", "16,8,8", "32,4,4")),
    ("mmdet.models.dense_heads.retina_head", "RetinaHead(4, 8, feat_channels=8)", _LEVELS),
    ("mmdet.models.dense_heads.fcos_head",
     "FCOSHead(4, 8, feat_channels=8, norm_cfg=dict(type='GN', num_groups=4))", _LEVELS),
    ("mmdet.models.dense_heads.yolox_head", "YOLOXHead(4, 8, feat_channels=8)",
     _pyramid("x", "8,16,16", "8,8,8", "8,4,4")),
    ("mmyolo.models.necks.yolov8_pafpn", "YOLOv8PAFPN([16, 32, 64], [16, 32, 64])",
     _pyramid("inputs", "16,16,16", "32,8,8", "64,4,4")),
]


def entries() -> list[Entry]:
    backbones = [(f"{package}.{file}", call, image((64, 64)))
                 for package, files in _BACKBONES.items() for file, call in files.items()]
    whole = [(module, call, [*image((64, 64), "inputs"), *_SET.get(module, [])])
             for module, call in _WHOLE]
    return [Entry(f"{module.partition('.')[0]}.{call.partition('(')[0]}", module, call, options)
            for module, call, options in [*backbones, *_HEADS, *whole]]
