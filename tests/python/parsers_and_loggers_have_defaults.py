import argparse
import logging

parser = argparse.ArgumentParser(description="d"); parser.add_argument("--lr", type=float, default=0.1); parser.add_argument("--n", "-n", type=int, default=3); parser.add_argument("--flag", action="store_true"); parser.add_argument("--names", nargs="+", default=["a"]); args = parser.parse_args([]); print(args.lr, args.n, args.flag, args.names, vars(args)); print(argparse.Namespace(a=1))
log = logging.getLogger(__name__); log.info("quiet %s", 1); log.debug("x"); log.setLevel(logging.ERROR); print(log.name == __name__, logging.INFO, log.isEnabledFor(logging.DEBUG))
