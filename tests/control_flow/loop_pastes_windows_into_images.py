import torch
from torch import nn


class Pasted(nn.Module):
    """Each image has the sizes that it was made with, wherever the window stands in it."""

    def forward(self, windows, boxes, height: int):
        images = []
        for window, box in zip(windows, boxes):
            top = max(box[0], 0)
            bottom = min(box[0] + 4, height)
            image = torch.zeros((height, 5))
            image[top:bottom, 1:4] = window[top - box[0] : bottom - box[0]]
            images.append(image)
        if len(images) > 0:
            return torch.stack(images)
        return windows.new_empty((0, height, 5))


#> --class Pasted --input 'windows:float32[N,4,3]' --input 'boxes:int64[N,1]'
#~ call N=0, boxes=torch.zeros(0, 1, dtype=torch.int64), height=3
#~ call boxes=[[-2]], height=6
#~ call boxes=[[0], [3], [-1]], height=5
