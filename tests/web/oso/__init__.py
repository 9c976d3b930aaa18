"""The door for other systems of OSO, asked by a simulated vo school over real mTLS."""
