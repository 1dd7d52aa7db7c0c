"""A package whose one file is long."""
