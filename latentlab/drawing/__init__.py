"""Figures as lines, letters and images in points, written as SVG or PDF. Needs neither torch nor Qt."""
