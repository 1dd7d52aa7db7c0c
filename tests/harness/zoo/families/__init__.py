"""One file a family: `entries()`, called where the family's package can be imported."""
