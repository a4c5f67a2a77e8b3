"""The style sheet of the window; what stands in braces is a colour, an icon or a measure of the theme."""

STYLE_SHEET = """
QToolTip { color: {text}; background: {tooltip}; border: 1px solid {border}; padding: 4px 6px; }

QLabel { qproperty-textFormat: PlainText; }
QLabel[rich="true"] { qproperty-textFormat: RichText; }
QLabel[role="caption"] { color: {muted}; }
QLabel[role="error"] { color: {error}; }
QLabel[changed="true"] { color: {link}; font-weight: 600; }

QPushButton { color: {text}; background: {button}; border: 1px solid {border}; border-radius: {radius};
              padding: 4px 12px; min-height: 18px; }
QPushButton[narrow="true"] { padding: 4px 8px; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed, QPushButton:checked { background: {border}; }
QPushButton:focus { border-color: {focus}; }
QPushButton:disabled { color: {disabled}; background: {window}; }
QPushButton[primary="true"] { color: #FFFFFF; background: {accent}; border-color: {accent}; font-weight: 600; }
QPushButton[primary="true"]:hover { background: {accent_hover}; border-color: {accent_hover}; }
QPushButton[primary="true"]:focus { border-color: {text}; }
QPushButton[primary="true"]:disabled { color: {disabled}; background: {window}; border-color: {border}; }

QToolButton { color: {text}; background: transparent; border: 1px solid transparent; border-radius: {radius};
              padding: 3px; }
QToolButton:hover { background: {hover}; }
QToolButton:pressed, QToolButton:checked { background: {border}; }
QToolButton:focus { border-color: {focus}; }
QToolButton:disabled { color: {disabled}; }
QToolButton[primary="true"] { color: #FFFFFF; background: {accent}; border-color: {accent}; }
QToolButton[primary="true"]:focus { border-color: {text}; }
QToolButton[primary="true"]:hover { background: {accent_hover}; }
QToolButton[primary="true"]:disabled { color: {disabled}; background: {window}; border-color: {border}; }

QLineEdit, QAbstractSpinBox, QComboBox { color: {text}; background: {base}; border: 1px solid {border};
              border-radius: {radius}; padding: 2px 6px; min-height: 20px; selection-background-color: {accent};
              selection-color: #FFFFFF; }
QAbstractSpinBox { padding: 1px 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: {focus}; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: {disabled}; background: {window}; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"] { border-color: {error}; }
QAbstractSpinBox[highlighted="true"], QLineEdit[highlighted="true"], QComboBox[highlighted="true"] {
              border-color: {accent}; background: {hover}; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 16px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: {hover}; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 5px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 5px; }
QAbstractSpinBox::up-arrow { image: url("{up}"); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url("{down}"); width: 8px; height: 8px; }
QAbstractSpinBox[plain="true"]::up-button, QAbstractSpinBox[plain="true"]::down-button { width: 0; }
QAbstractSpinBox[plain="true"]::up-arrow, QAbstractSpinBox[plain="true"]::down-arrow { image: none; width: 0; }
QTableView::item { padding: 0 8px; }
#runTable { color: {text}; background: {base}; outline: none; }
#runTable::item:selected { color: {text}; background: {tint}; }
QHeaderView::section { padding: 6px 10px 3px 10px; border: none;
              border-bottom: 1px solid {border}; background: {base}; color: {muted}; }
#recentRuns { background: transparent; padding: 0; }
#recentRuns::item:selected { background: {tint}; border: none; }
ParameterSlider QSlider::groove:horizontal, RunCurves QSlider::groove:horizontal,
PathPlayer QSlider::groove:horizontal { height: 3px;
  background: {border}; border-radius: 1px; }
ParameterSlider QSlider::handle:horizontal, RunCurves QSlider::handle:horizontal,
PathPlayer QSlider::handle:horizontal { width: 12px; height: 12px;
  margin: -6px 0 -5px 0; background: {base}; border: 1px solid {muted}; border-radius: 7px; }
ParameterSlider QSlider::handle:horizontal:focus, RunCurves QSlider::handle:horizontal:focus,
PathPlayer QSlider::handle:horizontal:focus {
  border: 2px solid {accent}; width: 10px; height: 10px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {base}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url("{check}"); }
QCheckBox::indicator:disabled { border-color: {disabled}; }
QTreeWidget { color: {text}; background: {base}; border: none; outline: none; }
QTreeWidget::item { padding: 3px 8px 3px 0; }
QListWidget { color: {text}; background: {window}; border: none; border-radius: {radius}; padding: 4px; outline: none; }
QListWidget::item { padding: 6px 8px; border-radius: 4px; }
QListWidget::item:selected { color: {text}; background: {hover}; border-left: 3px solid {accent}; }
QListWidget::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {base}; }
QListWidget::indicator:checked { background: {accent}; border-color: {accent}; image: url("{check}"); }
QMainWindow > QTabBar::tab { color: {muted}; background: transparent; border: none; border-top: 2px solid transparent;
              padding: 4px 12px; }
QMainWindow > QTabBar::tab:hover { color: {text}; }
QMainWindow > QTabBar::tab:selected { color: {text}; border-top-color: {accent}; }
#views { background: transparent; }
#views::tab { color: {muted}; background: transparent; border: none; border-bottom: 2px solid transparent;
              padding: 4px 2px; margin-right: 16px; }
#views::tab:hover { color: {text}; }
#views::tab:selected { color: {text}; border-bottom-color: {accent}; }
#views::tab:focus { color: {link}; }
QComboBox::drop-down { border: none; width: 16px; }
QComboBox::down-arrow { image: url("{down}"); width: 10px; height: 10px; }
QComboBox QAbstractItemView { color: {text}; background: {base}; border: 1px solid {border}; outline: none;
              selection-background-color: {accent}; selection-color: #FFFFFF; }

QMenu { color: {text}; background: {base}; border: 1px solid {border}; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; }
QMenu::item:selected { color: #FFFFFF; background: {accent}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; margin: 4px 8px; background: {border}; }

QWidget[card="true"] { background: {base}; border: 1px solid {border}; border-radius: {radius}; }

QToolBar { background: {window}; border: none; spacing: 4px; padding: 4px 8px; }
QToolBar:top { border-bottom: 1px solid {border}; }
QToolBar:left { border-right: 1px solid {border}; }
#rail { spacing: 0; padding: 2px 8px; }
#rail::separator { height: 1px; margin: 4px 12px; background: {border}; }
#rail QToolButton { min-width: 68px; padding: 0; }
#rail QToolButton:checked { color: {on_tint}; background: {tint}; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[caption="true"] { color: {muted}; padding: 0 14px 0 6px; }
QToolButton::menu-indicator { image: url("{down}"); width: 10px; height: 10px; subcontrol-origin: padding;
              subcontrol-position: center right; right: 4px; }
QToolButton[bare="true"] { padding: 3px; }
QToolButton[bare="true"]::menu-indicator { image: none; width: 0; }
QToolButton[mark="true"] { padding: 1px; border-radius: 4px; }
QToolButton[link="true"] { color: {link}; padding-left: 0; padding-right: 0; }
QToolButton[segment="true"] { padding: 2px 6px; }
QToolButton[popupMode="1"] { background: {button}; border: 1px solid {border}; padding: 4px 20px 4px 8px; min-height: 18px; }
QToolButton[popupMode="1"]:hover { background: {hover}; }
QToolButton[popupMode="1"]:focus { border-color: {focus}; }
QToolButton::menu-button { border: none; width: 16px; }
QStatusBar { color: {muted}; background: {window}; border-top: 1px solid {border}; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: url("{cross}"); }
QDockWidget::title { background: {window}; padding: 4px 8px; }
QDockWidget::close-button { background: transparent; border: none; icon-size: 14px; }
QDockWidget::close-button:hover { background: {hover}; border-radius: 4px; }
QMainWindow::separator { width: 4px; height: 4px; background: {window}; }
QMainWindow::separator:hover { background: {border}; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QScrollBar { background: transparent; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: {border}; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: {border}; border: none; border-radius: 2px; }
QProgressBar::chunk { background: {accent}; border-radius: 2px; }

#messageBar, #messageList, #palette { background: {base}; border: 1px solid {muted}; border-radius: {radius}; }
#callout { background: {base}; border: 1px solid {accent}; border-radius: {radius}; }
#palette QTreeWidget { border: none; background: {base}; outline: none; }
#palette QTreeWidget::item { padding: 4px 6px; }
#palette QTreeWidget::item:selected { color: {text}; background: {border}; }
"""
