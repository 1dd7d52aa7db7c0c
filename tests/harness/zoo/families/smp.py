"""segmentation-models-pytorch: every decoder over some encoders, some encoders below one decoder."""
import pathlib

import torchvision

from harness.zoo.entry import Entry, image

# Encoders are torchvision's, which is no package of the zoo.
_INCLUDE = ["-I", str(pathlib.Path(torchvision.__file__).parents[1])]
_DECODERS = {
    "Unet": "unet", "UnetPlusPlus": "unetplusplus", "FPN": "fpn", "PSPNet": "pspnet", "PAN": "pan",
    "Linknet": "linknet", "MAnet": "manet", "DeepLabV3": "deeplabv3", "DeepLabV3Plus": "deeplabv3",
    "Segformer": "segformer", "UPerNet": "upernet", "DPT": "dpt",
}
# The default encoder, and others; densenet cannot be dilated.
_ENCODERS = ("resnet34", "mobilenet_v2", "efficientnet-b0", "densenet121")
_DILATED = {"DeepLabV3", "DeepLabV3Plus", "PAN"}
_MORE_ENCODERS = (
    "resnet18", "resnet50", "resnext50_32x4d", "timm-resnest14d", "tu-resnet18", "dpn68", "vgg11",
    "vgg11_bn", "senet154", "se_resnet50", "se_resnext50_32x4d", "densenet169", "inceptionresnetv2",
    "inceptionv4", "xception", "efficientnet-b1", "mit_b0", "mit_b1", "mobileone_s0", "mobileone_s4",
    "timm-efficientnet-b0", "timm-tf_efficientnet_lite0", "timm-skresnet18",
    "timm-skresnext50_32x4d", "timm-regnetx_002", "timm-regnety_002", "timm-mobilenetv3_small_075",
    "timm-mobilenetv3_large_100", "timm-gernet_s", "timm-res2net50_26w_4s", "tu-convnext_atto",
)
# Options of the decoders, by name of the entry.
_OPTIONS = {
    "Unet.scse": "Unet(encoder_weights=None, decoder_attention_type='scse', classes=3)",
    "Unet.aux": "Unet(encoder_weights=None, aux_params=dict(classes=4, dropout=0.5, pooling='avg', "
                "activation='sigmoid'), activation='softmax2d', classes=3)",
    "Unet.bilinear": "Unet(encoder_weights=None, decoder_interpolation='bilinear', "
                     "decoder_use_norm='identity')",
    "Unet.shallow": "Unet(encoder_weights=None, encoder_depth=4, decoder_channels=(64, 32, 16, 8))",
    "UPerNet.mit_b0": "UPerNet(encoder_name='mit_b0', encoder_weights=None)",
    "Segformer.mit_b0": "Segformer(encoder_name='mit_b0', encoder_weights=None)",
    "DPT.default": "DPT(encoder_weights=None)",
    "DPT.vit_tiny": "DPT(encoder_name='tu-vit_tiny_patch16_224', encoder_weights=None)",
    "FPN.cat": "FPN(encoder_weights=None, decoder_merge_policy='cat', upsampling=2, "
               "activation='sigmoid')",
}


def entries() -> list[Entry]:
    found = [_entry(f"{decoder}.{encoder}", decoder, _call(decoder, encoder))
             for decoder in _DECODERS if decoder != "DPT" for encoder in _ENCODERS
             if not (decoder in _DILATED and encoder == "densenet121")]
    found += [_entry(f"Unet.{encoder}", "Unet", _call("Unet", encoder))
              for encoder in _MORE_ENCODERS]
    found += [_entry(name, name.split(".")[0], call) for name, call in _OPTIONS.items()]
    return found


def _call(decoder: str, encoder: str) -> str:
    return f"{decoder}(encoder_name='{encoder}', encoder_weights=None)"


def _entry(name: str, decoder: str, call: str) -> Entry:
    # Calibrated on larger images: the statistics of four pixels at the bottom would be noise. Even
    # so PyTorch's float32 is up to 1e-4 away from its float64.
    size, example = {"PAN": (128, 128), "DPT": (224, 224)}.get(decoder, (64, 64)), [4, 3, 128, 128]
    return Entry(name, f"segmentation_models_pytorch.decoders.{_DECODERS[decoder]}.model", call,
                 [*_INCLUDE, *image(size)], tolerance=5e-4,
                 calibrate=[2, 3, *size] if decoder == "DPT" else example)
