"""The pane of the view of `latentlab_example`."""

from latentlab_example_view import Mirror
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.values import View
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.image_grid import ImageGrid


class MirrorPane(ViewPane):
    """The first held-out image, and its mirror image as the model has it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = ImageGrid()
        self.grid.setAccessibleName("Mirror")
        layout = self._column()
        layout.addWidget(title_label("Mirror"))
        layout.addWidget(self.grid, 1)
        self._view(View, self.request, self._on_drawn, follows_z=False)
        self._follow()

    def request(self, latent: Latent) -> Mirror:
        del latent
        return Mirror()

    def _on_drawn(self, drawn: View) -> None:
        self.grid.set_grid(drawn.grid.images, (), drawn.grid.column_labels)
