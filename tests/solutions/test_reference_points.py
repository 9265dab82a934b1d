"""Our solution points and Pareto frontiers against published ones, and the page that shows them."""

import pytest
import reference_points
import validation
from reference_runs import NAMES, loaded


@pytest.fixture(scope="module", params=NAMES)
def scenario(request, reference):
    return loaded(reference, request.param)


def test_every_point_is_one_of_those_recorded(scenario):
    for preferences in scenario["sets"]:
        ours = reference_points.ours(preferences)
        for point in (*reference_points.POINTS, "kalai_smorodinsky"):
            assert ours[point] in reference_points.recorded(preferences, point), point


def test_the_efficient_packages_are_those_recorded(scenario):
    for preferences in scenario["sets"]:
        efficient = reference_points.frontier(preferences)
        points = reference_points.different_points(preferences, efficient)
        assert len(points) == preferences["pareto_size"]
        assert reference_points.digest(points) == preferences["pareto_points_sha256_9dp"]
        if preferences["pareto_outcome_indices"] is not None:  # large frontiers are recorded by their digest
            assert sorted(preferences["pareto_outcome_indices"]) == efficient.tolist()


def test_the_page_shows_them(scenario):
    assert validation.shown_rows("points")[scenario["name"]] == validation.point_rows(scenario), (
        validation.STALE
    )
