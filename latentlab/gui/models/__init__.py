"""What the window is about, in parts: each has one subject, and panes read it and speak to it."""
