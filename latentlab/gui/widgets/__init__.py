"""One widget a file; none of them knows a pane, reads a file or imports torch."""
