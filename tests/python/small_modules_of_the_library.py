import logging
import string
import textwrap
import warnings
from numbers import Integral, Number, Real

log = logging.getLogger('nnscan.test')
log.addHandler(logging.NullHandler())
log.propagate = False
log.info('nothing %s', 'shown')
print(log.name, logging.getLogger('nnscan.test') is log, logging.WARNING,
      log.isEnabledFor(logging.DEBUG), logging.getLevelName(40))
print(string.ascii_lowercase[:3], string.digits, string.capwords('two words'))
print(textwrap.dedent('''
    indented
      more
    back''').strip(), textwrap.indent('a\nb', '> '))
print(isinstance(1, Number), isinstance(1.5, Integral), isinstance(1.5, Real),
      isinstance('1', Number), isinstance(True, Integral))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('not shown')
