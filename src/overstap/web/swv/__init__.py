"""The pages of the samenwerkingsverband: which children were applied, and what is decided about them."""
