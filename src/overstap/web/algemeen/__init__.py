"""Pages for everybody: logging in, choosing an organisation, help, privacy, and the demo's own pages."""
