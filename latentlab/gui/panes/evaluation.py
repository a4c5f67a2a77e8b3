"""What a run is worth, measured on held-out images."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget

from latentlab.catalog import DATASETS, MEASURES
from latentlab.catalog.measure import ACTIVE_KL, ACTIVE_VARIANCE, SIGMA_UNKNOWN
from latentlab.explore.requests.images import BRIGHTNESS
from latentlab.gui import theme
from latentlab.gui.language import capitalised, tr
from latentlab.gui.library_texts import meaning_of, translated
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.panes.base import Pane, caption_label, count_box, flow_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.evaluation_tree import EvaluationTree
from latentlab.gui.widgets.flow_layout import group_of
from latentlab.gui.widgets.number_card import NumberCard
from latentlab.gui.widgets.run_choice import RunChoice
from latentlab.gui.widgets.slim_bar import SlimBar
from latentlab.gui.widgets.unit_plots import UnitPlots, Units
from latentlab.gui.workers.evaluation_thread import Measured
from latentlab.gui.workers.files_thread import StoredEvaluation
from latentlab.gui.workers.run_files import Listed
from latentlab.runs import Evaluation

_SAMPLES = 100
_PULL_MS = 100
_TREE_SHARE = 60
"""Per cent of the room, beside or above the plots."""
_BESIDE_FROM = 840
"""Pixels of width from which numbers and plots stand beside each other."""
_UNMEASURED = tr("Not measured yet. Evaluate measures what is listed below, as far as model and images allow.")


class EvaluationPane(Pane):
    """A button and its progress, the numbers that matter, all numbers by subject, and what is known of each dimension."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stored: StoredEvaluation | None = None
        self._other: StoredEvaluation | None = None
        tip = tr("S, importance samples per image for −log p(x). More are closer to the truth, and take longer.")
        self.samples = count_box(_SAMPLES, 1, 100_000, tip, tr("Importance samples"), 84)
        self.start = QPushButton(tr("Evaluate"))
        theme.set_primary(self.start)
        self.copy = QPushButton(theme.icon("copy"), tr("Copy"))
        self.copy.setToolTip(tr("Copy the numbers as text."))
        self.second = RunChoice(tr("no second run"))
        self.second.setToolTip(tr("Show what was measured of another run beside this one."))
        self.bar = SlimBar(tr("Progress of the evaluation"))
        self.caption = caption_label(wraps=True)
        self.cards = {
            name: NumberCard(capitalised(translated(measure.headline)), meaning_of(measure))
            for name, measure in MEASURES.items()
            if measure.headline
        }
        cards = QHBoxLayout()
        cards.setSpacing(theme.SPACING.SMALL)
        for card in self.cards.values():
            cards.addWidget(card, 1)
        self.tree = EvaluationTree()
        self.units = UnitPlots()
        self.units.export_requested.connect(partial(session.messages.export_picture, "units.png"))
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self.tree)
        self._both.addWidget(self.units)
        for place, share in enumerate((_TREE_SHARE, 100 - _TREE_SHARE)):
            self._both.setStretchFactor(place, share)

        layout = self._column()
        samples = group_of(QLabel(tr("Importance samples")), self.samples, spacing=theme.SPACING.SMALL)
        beside = group_of(QLabel(tr("beside")), self.second, spacing=theme.SPACING.SMALL)
        title = title_label(tr("Evaluation"))
        title.setMinimumHeight(self.start.sizeHint().height())  # so that it stands in line with what follows
        layout.addLayout(flow_of(title, beside, samples, self.start, self.copy))
        layout.addWidget(self.bar)
        layout.addWidget(self.caption)
        layout.addLayout(cards)
        layout.addWidget(self._both, 1)

        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self._on_copy)
        self.second.wanted.connect(lambda: session.runs.list(self._on_listed))
        self.second.chosen.connect(self._on_second)
        session.run.state_changed.connect(self._on_state)
        session.views.described_changed.connect(self._on_described)
        self._show_numbers()
        self._follow()
        self._on_state(session.run.state)

    @Slot()
    def _on_start(self) -> None:
        if self._session.evaluation.is_running:
            self._session.evaluation.cancel()
            self.start.setEnabled(False)
            return
        self._session.evaluation.start(int(self.samples.value() or _SAMPLES), self._on_measured)
        self.start.setText(tr("Cancel"))
        self.start.setToolTip(tr("End the measurement; nothing is written."))
        theme.set_primary(self.start, False)
        self._pull.start()

    @Slot()
    def _on_described(self) -> None:
        if self._stored is None or self._stored.evaluation is None:
            self._show_numbers()

    @Slot()
    def _on_pull(self) -> None:
        share, text = self._session.evaluation.progress
        self.bar.set_share(share)
        self.caption.setText(f"{translated(text)} …")

    def _on_measured(self, measured: Measured) -> None:
        self._pull.stop()
        self.bar.set_share(0)
        self.start.setText(tr("Evaluate"))
        theme.set_primary(self.start)
        self._on_state(self._session.run.state)
        if measured.problem:
            self._tell("error", measured.problem)
        if measured.evaluation is None:
            self._show_numbers()
            if not measured.problem:
                self.caption.setText(tr("Cancelled. {caption}", caption=self.caption.text()))
            return
        now = QDateTime.currentSecsSinceEpoch()
        self._take(StoredEvaluation(measured.path, measured.evaluation, float(now)))

    @Slot(object)
    def _on_second(self, path: Path | None) -> None:
        self._other = None
        self._show_numbers()
        if path is not None:
            self._session.evaluation.read(path, self._take_second)

    def _on_listed(self, listed: Listed) -> None:
        current = self._session.run.subject
        self.second.set_runs([run for run in listed.runs if current is None or run.path != current.path])

    def _take(self, stored: StoredEvaluation) -> None:
        subject = self._session.run.subject
        if subject is not None and stored.path == subject.path:
            self._stored = stored
            self._show_numbers()

    def _take_second(self, stored: StoredEvaluation) -> None:
        if stored.path == self.second.path():
            self._other = stored
            self._show_numbers()

    def _show_numbers(self) -> None:
        evaluation = self._stored.evaluation if self._stored else None
        other = self._other.evaluation if self._other else None
        for name, card in self.cards.items():
            card.show_number(*_headline(evaluation, name))
            card.setVisible(evaluation is not None and name in evaluation.values)
        names = (evaluation.provenance["run"] if evaluation else "", other.provenance["run"] if other else "")
        if evaluation is None:
            described = self._session.views.described
            without = {"probe_accuracy"} if described is not None and not described.tells_apart else set()
            self.tree.show_measures(self._would_be_of(), without)
        else:
            self.tree.show_evaluations(evaluation, other, names)
        self.units.setVisible(evaluation is not None)
        self._show_units(evaluation)
        self.copy.setEnabled(evaluation is not None)
        self.caption.setText(" ".join(filter(None, (self._about(self._stored), self._about_second()))))

    def _about(self, stored: StoredEvaluation | None) -> str:
        """Which run was measured, at which step, when, and on what."""
        if stored is None or stored.evaluation is None:
            return (stored.problem if stored else "") or self._unmeasured()
        origin = stored.evaluation.provenance
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(stored.measured_at)), QLocale.FormatType.ShortFormat)
        newer = self._session.run.checkpoint
        of_older = (
            tr("; the newest checkpoint is of step {newer:,}", newer=newer)
            if newer and newer != origin["checkpoint_step"]
            else ""
        )
        return tr(
            "{run}, step {step:,}{of_older} · measured {when} · {images} · seed {seed}",
            run=origin["run"],
            step=origin["checkpoint_step"],
            of_older=of_older,
            when=when,
            images=origin["images"],
            seed=origin["seed"],
        )

    def _unmeasured(self) -> str:
        """What would be measured, and on what."""
        subject, step = self._session.run.subject, self._session.run.checkpoint
        if subject is None or not subject.held_out_count or step is None:
            return _UNMEASURED
        return tr(
            "{unmeasured} Step {step:,}, {count:,} held-out images.",
            unmeasured=_UNMEASURED,
            step=step,
            count=subject.held_out_count,
        )

    def _would_be_of(self) -> dict[str, object]:
        """What is known beforehand of where numbers would come from."""
        subject, described = self._session.run.subject, self._session.views.described
        of_files = described is not None and set(described.attributes) > {BRIGHTNESS}
        of_factors = subject is not None and DATASETS.of(subject.config.data).factors
        return {"ais_temperatures": 0, "attributes": of_files, "factors": of_factors}

    def _about_second(self) -> str:
        other = self._other
        if other is None:
            return ""
        if other.evaluation is None:
            label = self._session.library.label(other.path)
            return tr(
                "· Beside it: {problem}",
                problem=other.problem or tr("{label} is not measured yet; open it and press Evaluate.", label=label),
            )
        origin = other.evaluation.provenance
        return tr(
            "· Beside it: {run}, step {step:,}, {images}, S = {s:,}",
            run=origin["run"],
            step=origin["checkpoint_step"],
            images=origin["images"],
            s=origin["S"],
        )

    def _show_units(self, evaluation: Evaluation | None) -> None:
        variances = evaluation.values.get("variance_of_means") if evaluation else None
        kl = evaluation.values.get("kl_per_dim") if evaluation else None
        if evaluation is None or not isinstance(variances, tuple):
            self.units.set_units(())
            return
        plots = [Units(tr("Variance of means"), variances, ACTIVE_VARIANCE)]
        if isinstance(kl, tuple):
            plots.append(Units(tr("KL to the prior, nats"), kl, ACTIVE_KL))
        subject = self._session.run.subject
        notes = (
            figures.SIGMA_UNKNOWN if evaluation.unavailable.get("kl_per_dim") == SIGMA_UNKNOWN else "",
            tr("Note: {note}.", note=evaluation.gap_note) if evaluation.gap_note else "",
            translated(subject.config.kl_note) if subject else "",
        )
        self.units.set_units(plots, " ".join(filter(None, notes)))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self.tree.lines()))

    @Slot(object)
    def _on_state(self, state: State) -> None:
        subject = self._session.run.subject
        elsewhere = subject.elsewhere if subject is not None else ""
        ready = subject is not None and not elsewhere and state not in TRAINING
        self.start.setEnabled(ready or self._session.evaluation.is_running)
        if not self._session.evaluation.is_running:
            why = tr("Evaluate: {why}", why=elsewhere) if elsewhere else ""
            if state in TRAINING:
                why = tr("A run in training is measured at its checkpoints; stop it to evaluate it in full.")
            self.start.setToolTip(
                why or tr("Measure the newest checkpoint on held-out images (evaluation.json in the run's folder).")
            )

    def _on_subject(self, subject: Subject) -> None:
        self._session.evaluation.cancel()
        self._stored = None
        self._show_numbers()
        self._session.evaluation.read(subject.path, self._take)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._both.orientation() != orientation:
            self._both.setOrientation(orientation)
            whole = self.width() if beside else self.height()
            self._both.setSizes([whole * _TREE_SHARE // 100, whole * (100 - _TREE_SHARE) // 100])


def _headline(evaluation: Evaluation | None, name: str) -> tuple[str, str]:
    """A number for its card, and what belongs to it."""
    if evaluation is None or name not in evaluation.values:
        return "", ""
    error, unit = evaluation.error_of(name), translated(MEASURES[name].unit)
    note = translated(evaluation.unavailable.get(name, "")) or (f"± {error:.2g} {unit}" if error else unit)
    return evaluation.text(name), note
