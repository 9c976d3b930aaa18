"""What does Overstap talk to when there is no Kennisnet? A Traffic Center and school administrations on this machine.

Its reader and writer are not those of the product, so that the two do not share one mistake. What nobody published it
takes from the same file per release (`draad/uitgaven`): there, and only there, both can be wrong together.
"""
