"""The help: what every kind of person does here, task by task, readable for everybody."""
