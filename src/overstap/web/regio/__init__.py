"""The pages of the region: which children were applied, and what is decided about them."""
