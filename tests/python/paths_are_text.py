import os
import os.path as osp
from pathlib import PurePosixPath as Path

print(osp.join('a', 'b', 'c.pt'), osp.join('a', '/b'), osp.basename('/x/model.pt'),
      osp.dirname('/x/model.pt'), osp.splitext('model.tar.gz'))
print(osp.normpath('a//b/../c/.'), osp.split('/a/b'), osp.isabs('/a'), os.sep,
      os.getenv('NNSCAN_TEST_IS_NOT_SET', 'default'))
os.environ['NNSCAN_TEST_SET'] = '1'
print(os.environ.get('NNSCAN_TEST_SET'), 'NNSCAN_TEST_IS_NOT_SET' in os.environ)
p = Path('/models') / 'net' / 'weights.v2.pt'
print(p, p.name, p.stem, p.suffix, p.parent, p.parts, p.with_suffix('.onnx'),
      p.relative_to('/models'), str(p), p == Path('/models/net/weights.v2.pt'))
