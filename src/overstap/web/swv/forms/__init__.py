"""What is typed on the pages of the samenwerkingsverband, checked for its shape."""
