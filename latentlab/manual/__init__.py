"""The manual: pages that are written, pages made from the catalog and docstrings, and all as HTML that needs no network."""

from latentlab.manual.pages import CHAPTERS, pages, title_of
from latentlab.manual.site import write_site

__all__ = ["CHAPTERS", "pages", "title_of", "write_site"]
