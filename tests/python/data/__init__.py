"""Files that programs of this folder read."""
