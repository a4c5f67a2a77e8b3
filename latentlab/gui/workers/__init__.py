"""Threads behind the window, one a file, and the plain values that they hand over."""
