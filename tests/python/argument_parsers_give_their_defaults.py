import argparse
import sys

sys.argv = ['program']
parser = argparse.ArgumentParser(description='Train')
parser.add_argument('--lr', type=float, default=1e-3, help='learning rate')
parser.add_argument('-b', '--batch-size', type=int, default='32')
parser.add_argument('--amp', action='store_true')
parser.add_argument('--no-bn', dest='bn', action='store_false')
parser.add_argument('--widths', nargs='+', type=int, default=[8, 16])
parser.add_argument('--act', choices=['relu', 'gelu'], default='relu')
group = parser.add_argument_group('data')
group.add_argument('--root')
parser.set_defaults(seed=1)
opt = parser.parse_args()
print(opt.lr, opt.batch_size, opt.amp, opt.bn, opt.widths, opt.act, opt.root, opt.seed,
      sorted(vars(opt)))
opt.extra = 5
print('extra' in opt, argparse.Namespace(a=1), parser.parse_known_args()[1])
