"""Who gets what at which address? The table of expected answers, and the world in which it is tried."""
