"""What stands in the window, a pane a file. Panes know the session, never each other."""
