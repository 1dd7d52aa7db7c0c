# Shorthand; everything is built by CMake (README.md, CONTRIBUTING.md).
.PHONY: all test vsix zoo
all:
	tools/setup build
	cmake --preset release
	cmake --build --preset release

test:
	tests/all

# `make zoo` exports and compares a sample of other people's models, `make zoo ZOO=--all` all of them.
zoo: all
	tools/setup zoo
	tests/zoo $(ZOO)

# The VS Code extension, build/nnscan-VERSION.vsix.
vsix:
	tools/vsix
