"""Overstap: van basisschool naar voortgezet onderwijs."""
