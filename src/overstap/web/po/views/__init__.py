"""One module per page or act of the basisschool."""
