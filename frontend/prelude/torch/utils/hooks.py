from ..nn.modules.module import RemovableHandle
