"""The layers of einops are those of the framework at hand: `einops.layers.torch`."""
