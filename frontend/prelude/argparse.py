# Command-line parsers of scripts, which an analysis starts without arguments: `parse_args` gives
# the defaults. https://docs.python.org/3/library/argparse.html

import _python

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'

_ACTIONS = {
    'store': None, 'append': None, 'extend': None, 'count': None, 'append_const': None,
    'store_const': None, 'store_true': False, 'store_false': True, 'help': SUPPRESS,
    'version': SUPPRESS,
}


class ArgumentError(Exception):
    pass


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    def __init__(self, prog='', indent_increment=2, max_help_position=24, width=None):
        self.prog = prog


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class Action:
    """The base of actions that programs define; they run only for arguments that are given."""

    def __init__(self, option_strings=(), dest=None, nargs=None, const=None, default=None,
                 type=None, choices=None, required=False, help=None, metavar=None, **kwargs):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar


class BooleanOptionalAction(Action):
    pass


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self.mode = mode

    def __call__(self, string):
        return _python.refuse('`argparse.FileType` opens a file, which the analysis never does')


class Namespace:
    __hash__ = None

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __contains__(self, key):
        return key in self.__dict__

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __repr__(self):
        values = ', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())
        return f'{type(self).__name__}({values})'


def _destination(names):
    for name in names:
        if name.startswith('--'):
            return name.lstrip('-').replace('-', '_')
    return names[0].lstrip('-').replace('-', '_') if names[0].startswith('-') else names[0]


def _default_of(options):
    action = options.get('action', 'store')
    if isinstance(action, str):
        if action not in _ACTIONS:
            raise ValueError(f'unknown action "{action}"')
        return _ACTIONS[action]
    return None


class _Container:
    """What arguments can be added to: a parser, or a group of one."""

    def __init__(self, parser):
        self._parser = parser or self

    def add_argument(self, *names, **options):
        return self._parser._add(names, options)

    def add_argument_group(self, title=None, description=None, **kwargs):
        return _Container(self._parser)

    def add_mutually_exclusive_group(self, *, required=False):
        if required:
            self._parser._missing.append('one of a group of arguments')
        return _Container(self._parser)

    def set_defaults(self, **kwargs):
        self._parser._set_defaults(kwargs)

    def get_default(self, dest):
        return self._parser._default(dest)


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        super().__init__(None)
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.argument_default = argument_default
        self._arguments = {}  # by destination
        self._defaults = {}   # by set_defaults
        self._missing = []    # what a run without arguments would complain about
        for parent in parents:
            self._arguments.update(parent._arguments)
            self._defaults.update(parent._defaults)
            self._missing.extend(parent._missing)

    def _add(self, names, options):
        if not names:
            names = ('--' + options['dest'],)
        dest = options.get('dest') or _destination(names)
        default = options.get('default', self.argument_default)
        if default is None and 'default' not in options:
            default = _default_of(options)
        positional = not names[0].startswith('-')
        if positional and options.get('nargs') == ZERO_OR_MORE and default is None:
            default = []
        if options.get('required') or (
                positional and options.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER)):
            self._missing.append(dest if positional else names[0])
        action = Action(names, dest, options.get('nargs'), options.get('const'), default,
                        options.get('type'), options.get('choices'), bool(options.get('required')),
                        options.get('help'), options.get('metavar'))
        # An earlier argument of the same destination keeps its default.
        self._arguments.setdefault(dest, action)
        return action

    def add_subparsers(self, **kwargs):
        dest = kwargs.get('dest')
        if dest is not None:
            self._arguments.setdefault(dest, Action((), dest))
        if kwargs.get('required'):
            self._missing.append(dest or 'a command')
        return _Subparsers()

    def _set_defaults(self, values):
        self._defaults.update(values)
        for dest, value in values.items():
            if dest in self._arguments:
                self._arguments[dest].default = value

    def _default(self, dest):
        if dest in self._arguments and self._arguments[dest].default is not None:
            return self._arguments[dest].default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        if args:
            return _python.refuse('`argparse` is analysed only for an empty command line',
                                  'build the configuration without arguments')
        if self._missing:
            return _python.refuse(f'the script cannot run without arguments: {self._missing[0]}',
                                  'construct the model in a function that takes the values')
        result = Namespace() if namespace is None else namespace
        for dest, action in self._arguments.items():
            if hasattr(result, dest) or action.default is SUPPRESS or action.default == SUPPRESS:
                continue
            value = action.default
            if isinstance(value, str) and action.type is not None:
                value = action.type(value)
            setattr(result, dest, value)
        for dest, value in self._defaults.items():
            if not hasattr(result, dest):
                setattr(result, dest, value)
        return result

    def parse_known_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace), []

    parse_intermixed_args = parse_args

    def error(self, message):
        raise SystemExit(2)

    def exit(self, status=0, message=None):
        raise SystemExit(status)

    def print_help(self, file=None):
        pass

    def print_usage(self, file=None):
        pass


class _Subparsers:
    def add_parser(self, name, **kwargs):
        return ArgumentParser(prog=name)
