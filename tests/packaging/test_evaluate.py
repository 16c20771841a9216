"""What search is held to: needs that are whole and fair, sums that are right, and a floor."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from evaluate import NEEDS, Asked, Score, ours, rank_of, read_needs, scores

from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES

TYPES = {"word", "words", "question", "typo", "synonym", "abbreviation", "compound", "bare"}
# Of a hundred needs so many must be answered among the first three results.
FLOOR = 0.90


@pytest.fixture(scope="module")
def needs() -> list[Asked]:
    return read_needs()


def asked(need: str, language: str = "en", type_: str = "word") -> Asked:
    return Asked(need, type_, language, need, frozenset({"theme/right"}))


def test_every_need_is_asked_once_in_each_language(needs: list[Asked]) -> None:
    languages = defaultdict(list)
    for each in needs:
        languages[each.need].append(each.language)
        assert each.query.strip()
        assert each.query == " ".join(each.query.split())
    # An id that stood twice would be asked six times.
    assert {tuple(codes) for codes in languages.values()} == {LANGUAGES}
    assert len(languages) == sum(
        path.read_text(encoding="utf-8").count("[[need]]") for path in NEEDS.glob("*.toml")
    )


def test_every_need_is_of_a_known_type_and_each_type_is_asked_as_often(needs: list[Asked]) -> None:
    numbers = Counter(each.type for each in needs)
    assert set(numbers) == TYPES
    assert len(set(numbers.values())) == 1


def test_every_answer_is_a_record(needs: list[Asked], library: AtlasLibrary) -> None:
    records = {record.id for record in library.list()}
    for each in needs:
        assert each.answers
        assert each.answers <= records, each.need


def test_about_a_third_of_the_needs_is_aside_whatever_the_language(needs: list[Asked]) -> None:
    aside = {each.need for each in needs if each.is_aside}
    tuned = {each.need for each in needs if not each.is_aside}
    assert not aside & tuned
    assert 0.25 < len(aside) / len(aside | tuned) < 0.42
    assert {each.type for each in needs if each.is_aside} == TYPES


def test_a_score_counts_hits_by_depth_and_the_mean_of_the_reciprocal_ranks() -> None:
    score = Score.of([1, 2, 4, None])
    assert (score.number, score.hit_1, score.hit_3, score.hit_10) == (4, 0.25, 0.5, 0.75)
    assert score.mrr == pytest.approx((1 + 1 / 2 + 1 / 4) / 4)
    assert Score.of([None, None]) == Score(2, 0, 0, 0, 0)
    assert Score.of([1]) == Score(1, 1, 1, 1, 1)


def test_the_rank_is_that_of_the_first_answer_among_the_first_ten() -> None:
    wrong = [f"theme/wrong-{number}" for number in range(9)]
    need = asked("anything")
    assert rank_of(need, lambda _query, _language: ["theme/right", "theme/right"]) == 1
    assert rank_of(need, lambda _query, _language: [*wrong, "theme/right"]) == 10
    assert rank_of(need, lambda _query, _language: [*wrong, "theme/wrong", "theme/right"]) is None
    assert rank_of(need, lambda _query, _language: []) is None


def test_scores_are_told_by_language_by_type_and_for_all() -> None:
    found = {("one", "en"): ["theme/right"], ("one", "nl"): ["theme/wrong", "theme/right"]}
    every = [asked("one"), asked("one", "nl"), asked("two", type_="typo")]
    by_group, ranks = scores(every, lambda query, language: found.get((query, language), []))
    assert [rank for _need, rank in ranks] == [1, 2, None]
    assert by_group["*", "*"] == Score.of([1, 2, None])
    assert by_group["en", "*"] == Score.of([1, None])
    assert by_group["*", "word"] == Score.of([1, 2])
    assert by_group["nl", "word"] == Score.of([2])
    assert by_group["en", "typo"] == Score.of([None])
    assert ("nl", "typo") not in by_group


@pytest.mark.slow
@pytest.mark.parametrize("aside", [False, True], ids=["tuned", "aside"])
def test_search_answers_nine_needs_of_ten_in_the_first_three_results(
    needs: list[Asked], library: AtlasLibrary, aside: bool
) -> None:
    part = [each for each in needs if each.is_aside is aside]
    by_group, _ranks = scores(part, ours(library))
    assert by_group["*", "*"].hit_3 >= FLOOR
