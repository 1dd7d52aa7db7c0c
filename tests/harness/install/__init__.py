"""What tests/install checks, a file for each way to get nnscan."""
