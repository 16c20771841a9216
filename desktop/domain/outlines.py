"""Outlines of countries and regions: read from GeoJSON, laid flat, and fitted into a frame."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

# Longitude and latitude in degrees, or x and y; y grows downwards, as on a screen.
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of what the code stands for: rings of points, holes among them as rings too.

    A point lies inside when a ray from it crosses the rings an odd number of times.
    """

    code: str
    rings: tuple[Ring, ...]

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        x, y = point
        inside = False
        for (x1, y1), (x2, y2) in self._edges():
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def _edges(self) -> Iterator[tuple[Point, Point]]:
        for ring in self.rings:
            yield from zip(ring, ring[1:] + ring[:1], strict=True)


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest upright rectangle around something."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """The box of points; ValueError for none."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Projection:
    """Lays degrees flat so that lengths along a parallel and along a meridian agree.

    That holds at latitude `parallel`, and well enough for a country around it.
    """

    parallel: float

    @classmethod
    def for_outlines(cls, outlines: Iterable[Outline]) -> Projection:
        """The projection that is right in the middle of outlines in degrees."""
        box = _box(outlines)
        return cls((box.top + box.bottom) / 2)

    def point(self, longitude: float, latitude: float) -> Point:
        """A place in degrees on the plane; north is up."""
        return longitude * math.cos(math.radians(self.parallel)), -latitude

    def outline(self, outline: Outline) -> Outline:
        """An outline in degrees on the plane."""
        rings = (tuple(self.point(*point) for point in ring) for ring in outline.rings)
        return Outline(outline.code, tuple(rings))


@dataclass(frozen=True, slots=True)
class Fit:
    """Brings points of a plane into a frame, in one scale and in its middle."""

    scale: float
    dx: float
    dy: float

    @classmethod
    def into(cls, outlines: Iterable[Outline], width: float, height: float, margin: float) -> Fit:
        """As large as outlines can be in a frame of that size, with a margin all round."""
        box = _box(outlines)
        scale = min((width - 2 * margin) / box.width, (height - 2 * margin) / box.height)
        return cls(
            scale,
            (width - scale * (box.left + box.right)) / 2,
            (height - scale * (box.top + box.bottom)) / 2,
        )

    def point(self, point: Point) -> Point:
        """A point of the plane in the frame."""
        return point[0] * self.scale + self.dx, point[1] * self.scale + self.dy

    def outline(self, outline: Outline) -> Outline:
        """An outline of the plane in the frame."""
        rings = (tuple(self.point(point) for point in ring) for ring in outline.rings)
        return Outline(outline.code, tuple(rings))


def read_outlines(text: str) -> tuple[Outline, ...]:
    """The outlines of a GeoJSON text, in degrees; their codes stand in the property `code`."""
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return tuple(
        Outline(feature["properties"]["code"], tuple(_rings(feature["geometry"])))
        for feature in features
    )


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            # A ring of GeoJSON ends where it began.
            yield tuple((float(point[0]), float(point[1])) for point in ring[:-1])


def _box(outlines: Iterable[Outline]) -> Box:
    return Box.around(point for outline in outlines for ring in outline.rings for point in ring)
