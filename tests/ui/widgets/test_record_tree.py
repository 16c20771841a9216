"""A tree of records keeps Qt's rules, wraps its lines, and asks only for what a person chose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import dress
from desktop.ui.widgets.record_tree import RecordTree
from desktop.ui.widgets.record_tree_model import Branch, RecordTreeModel
from tests.ui.widgets.tree_rows import rows

LONG = "A title that is a good deal longer than the tree is wide and must therefore be wrapped"
BRANCHES = [
    Branch(
        "a", "One", "first", (Branch("b", "Two"), Branch("c", "Three", "", (Branch("d", LONG),)))
    ),
    Branch("", "Others"),
    Branch("e", "Five"),
]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = RecordTreeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_branches(BRANCHES)
    model.set_branches([Branch("a", "Uno"), Branch("z", "Zeta")])
    model.set_branches([Branch("a", "Ein"), Branch("z", "Zett")])
    model.set_branches([])
    model.set_branches(BRANCHES)
    assert tester.model() is model


def test_an_index_says_what_it_is_and_where_it_stands(qtbot: QtBot) -> None:
    model = RecordTreeModel()
    model.set_branches(BRANCHES)
    assert [index.data() for index in rows(model)] == [
        "One",
        "Two",
        "Three",
        LONG,
        "Others",
        "Five",
    ]
    deep = model.index_of("d")
    assert [deep.parent().data(), deep.parent().parent().data()] == ["Three", "One"]
    assert model.index_of("a").data(Qt.ItemDataRole.AccessibleTextRole) == "One, first"
    assert not model.index_of("nobody").isValid()


@pytest.fixture
def tree(qtbot: QtBot) -> RecordTree:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application)
    made = RecordTree()
    qtbot.addWidget(made)
    made.set_branches(BRANCHES)
    made.expandAll()
    made.resize(200, 400)
    made.show()
    return made


def test_only_a_person_asks_for_a_record(tree: RecordTree, qtbot: QtBot) -> None:
    asked: list[str] = []
    tree.record_asked.connect(asked.append)
    tree.select("b")
    tree.select("a")
    assert asked == []
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert asked == ["b"]


def test_arrows_pass_a_heading_over(tree: RecordTree, qtbot: QtBot) -> None:
    asked: list[str] = []
    tree.record_asked.connect(asked.append)
    tree.select("d")
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert asked == ["e"]
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    assert asked == ["e", "d"]


def test_return_leads_on_to_the_page(tree: RecordTree, qtbot: QtBot) -> None:
    tree.select("b")
    with qtbot.waitSignal(tree.page_asked, timeout=500):
        qtbot.keyClick(tree, Qt.Key.Key_Return)


def test_choosing_a_record_opens_what_it_stands_under(tree: RecordTree) -> None:
    tree.collapseAll()
    tree.select("d")
    assert tree.isExpanded(tree.branches.index_of("c"))
    assert tree.currentIndex().data() == LONG


def test_other_words_keep_what_is_open_and_chosen(tree: RecordTree) -> None:
    tree.collapse(tree.branches.index_of("c"))
    tree.select("b")
    french = Branch("c", "Trois", "", (Branch("d", "Quatre"),))
    tree.set_branches(
        [
            Branch("a", "Un", "premier", (Branch("b", "Deux"), french)),
            Branch("", "Autres"),
            Branch("e", "Cinq"),
        ]
    )
    assert tree.currentIndex().data() == "Deux"
    assert tree.isExpanded(tree.branches.index_of("a"))
    assert not tree.isExpanded(tree.branches.index_of("c"))


def test_a_long_title_is_wrapped_and_a_wider_tree_needs_fewer_lines(
    tree: RecordTree, qtbot: QtBot
) -> None:
    def height(record_id: str) -> int:
        return tree.visualRect(tree.branches.index_of(record_id)).height()

    assert height("d") > 3 * height("b")
    narrow = height("d")
    tree.resize(500, 400)
    qtbot.waitUntil(lambda: height("d") < narrow)


def test_other_words_take_the_lines_that_they_need(tree: RecordTree, qtbot: QtBot) -> None:
    index = tree.branches.index_of("e")
    before = tree.visualRect(index).height()
    tree.set_branches([*BRANCHES[:2], Branch("e", LONG)])
    qtbot.waitUntil(lambda: tree.visualRect(index).height() > 2 * before)


def test_what_is_chosen_stays_in_sight_when_the_tree_is_made_narrower(
    tree: RecordTree, qtbot: QtBot
) -> None:
    many = [Branch(str(number), LONG) for number in range(40)]
    tree.set_branches(many)
    tree.resize(600, 300)
    tree.select("30")
    tree.resize(200, 300)
    qtbot.waitUntil(
        lambda: tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center())
    )


def test_a_word_that_is_longer_than_the_tree_is_wide_is_broken(tree: RecordTree) -> None:
    tree.set_branches([Branch("a", "W" * 60), Branch("b", "W")])
    long, short = (tree.visualRect(tree.branches.index_of(each)).height() for each in "ab")
    assert long > 3 * short
