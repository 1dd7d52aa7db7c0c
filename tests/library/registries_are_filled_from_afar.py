"""What modules put into containers of others as they are imported is there, however they came to them."""
from torch import nn

from holders import tables
from holders.lazily.scales import Scales


class Sums(nn.Module):
    def forward(self, x):
        out = []
        for table in (tables.by_part, tables.by_package, tables.by_search):
            out.append(x * sum(table.items.values()) + len(table.items))
        return out


class Others(nn.Module):
    def forward(self, x):
        return x * sum(tables.by_other.values()), x + len(tables.Base.known), x - len(tables.count.counts)


class Missing(nn.Module):
    def forward(self, x):
        return x * (tables.by_part.items.get("again") or 100), x + ("part" in tables.by_part.items)


class Scaled(nn.Module):
    def forward(self, x):
        return x * sum(Scales.known.values()) + len(Scales.known)


#> --class Sums --input 'x:float32[N,4]' --emit onnx
#> --class Others --input 'x:float32[N,4]' --emit onnx
#> --class Missing --input 'x:float32[N,4]' --emit onnx
#> --class Scaled --input 'x:float32[N,4]' --emit onnx
