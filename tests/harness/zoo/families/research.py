"""Models that people publish as packages of their own: speech, images, diffusion."""
from harness.zoo.entry import Entry, image, inputs

_WHISPER = ("Whisper(ModelDimensions(n_mels=80, n_audio_ctx=1500, n_audio_state=64, n_audio_head=4, "
            "n_audio_layer=2, n_vocab=200, n_text_ctx=64, n_text_state=64, n_text_head=4, "
            "n_text_layer=2))")
_DIFFUSION = "denoising_diffusion_pytorch"


def entries() -> list[Entry]:
    return [
        Entry("whisper", "whisper.model", _WHISPER,
              inputs("mel:float32[N,80,3000]", "tokens:int64[N,T]"),
              given=["tokens=integers(0, 200)"]),
        Entry("efficientnet", "efficientnet_pytorch.model",
              "EfficientNet.from_name('efficientnet-b0')", image((224, 224), "inputs"),
              calibrate=[2, 3, 224, 224]),
        Entry("unet", f"{_DIFFUSION}.{_DIFFUSION}", "Unet(32)",
              [*image((64, 64)), *inputs("time:int64[N]")], given=["time=integers(0, 1000)"]),
        Entry("unet_1d", f"{_DIFFUSION}.{_DIFFUSION}_1d", "Unet1D(32, channels=3)",
              inputs("x:float32[N,3,64]", "time:int64[N]"), given=["time=integers(0, 1000)"]),
    ]
