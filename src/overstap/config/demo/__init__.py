"""A region with invented schools, people and pupils, walked through the real acts: for trying out and for tests."""
