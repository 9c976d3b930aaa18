"""What happens when something really breaks? `./dev chaos`: real servers, killed, filled, frozen and moved in time.

Not in the suite: it takes an hour. Each fault runs on a PostgreSQL, ports and folders of its own, with the web server
and the worker as an operator starts them. A client outside writes down what was acknowledged; afterwards every
acknowledged write is looked for.
"""
