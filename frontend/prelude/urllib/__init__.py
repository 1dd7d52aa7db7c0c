"""Only names are worked on: nothing is fetched."""
