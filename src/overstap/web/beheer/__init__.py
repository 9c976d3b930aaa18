"""What the operator of a server asks it: does it live, can it serve, what waits? Never about people."""
