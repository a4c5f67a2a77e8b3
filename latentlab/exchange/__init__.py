"""What goes to other programs and comes from them: models, their images, pages and figures, numbers."""
