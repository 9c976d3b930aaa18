"""The whole product, as people meet it: real programs, a real browser, and nothing in between."""
