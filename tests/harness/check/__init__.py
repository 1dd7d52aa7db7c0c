"""What tests/check lays out and expects, by what it is about."""
