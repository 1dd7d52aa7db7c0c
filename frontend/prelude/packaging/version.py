"""Versions as https://peps.python.org/pep-0440/ orders them."""
import functools
import re

__module__ = 'packaging.version'

_PATTERN = re.compile(
    r'\s*v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)'
    r'(?:[-_.]?(?P<pre>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?P<pre_n>\d*))?'
    r'(?:-(?P<post_dash>\d+)|[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_n>\d*))?'
    r'(?:[-_.]?(?P<dev>dev)[-_.]?(?P<dev_n>\d*))?'
    r'(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*', re.IGNORECASE)
_PRE_NAMES = {'alpha': 'a', 'beta': 'b', 'c': 'rc', 'pre': 'rc', 'preview': 'rc'}
_FIRST, _LAST = (-1,), (1,)


class InvalidVersion(ValueError):
    pass


@functools.total_ordering
class Version:
    def __init__(self, version):
        found = _PATTERN.fullmatch(version)
        if found is None:
            raise InvalidVersion(f"Invalid version: '{version}'")
        self.epoch = int(found['epoch'] or 0)
        self.release = tuple([int(part) for part in found['release'].split('.')])
        pre = found['pre'] and found['pre'].lower()
        self.pre = (_PRE_NAMES.get(pre, pre), int(found['pre_n'] or 0)) if pre else None
        self.post = int(found['post_dash']) if found['post_dash'] else int(found['post_n'] or 0) if found['post'] else None
        self.dev = int(found['dev_n'] or 0) if found['dev'] else None
        self.local = re.sub('[-_]', '.', found['local'].lower()) if found['local'] else None

    @property
    def _key(self):
        release = list(self.release)
        while len(release) > 1 and release[-1] == 0:
            release.pop()
        only_dev = self.pre is None and self.post is None and self.dev is not None
        pre = (0, *self.pre) if self.pre else _FIRST if only_dev else _LAST
        post = _FIRST if self.post is None else (0, self.post)
        dev = _LAST if self.dev is None else (0, self.dev)
        local = [] if self.local is None else [
            (1, int(part), '') if part.isdigit() else (0, 0, part) for part in self.local.split('.')]
        return self.epoch, release, pre, post, dev, self.local is not None, local

    def __eq__(self, other):
        return self._key == other._key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if isinstance(other, Version) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    @property
    def major(self):
        return self.release[0]

    @property
    def minor(self):
        return self.release[1] if len(self.release) > 1 else 0

    @property
    def micro(self):
        return self.release[2] if len(self.release) > 2 else 0

    @property
    def is_prerelease(self):
        return self.pre is not None or self.dev is not None

    @property
    def is_postrelease(self):
        return self.post is not None

    @property
    def is_devrelease(self):
        return self.dev is not None

    @property
    def public(self):
        return str(self).split('+')[0]

    @property
    def base_version(self):
        epoch = f'{self.epoch}!' if self.epoch else ''
        return epoch + '.'.join(map(str, self.release))

    def __str__(self):
        text = self.base_version
        text += f'{self.pre[0]}{self.pre[1]}' if self.pre else ''
        text += f'.post{self.post}' if self.post is not None else ''
        text += f'.dev{self.dev}' if self.dev is not None else ''
        return text + (f'+{self.local}' if self.local else '')

    def __repr__(self):
        return f"<Version('{self}')>"


def parse(version):
    return Version(version)
