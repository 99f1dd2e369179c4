"""Hyperplane regression in plain Python, as one would write it from section 3 of arXiv:2003.13679: all pairs of points are looked at.

    hyperplane.py POINTS DIMENSION PLANES

Points on the unit sphere with radial noise 0.05; half-thickness 0.4, pairs up to 0.3 apart. No library is needed.
Prints one line: planes per second of wall-clock time, and of processor time.
"""

import math
import random
import sys
import time

DELTA, EPSILON, NOISE, COMPLEMENT = 0.4, 0.3, 0.05, 10.0


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def sphere(count, dimension):
    points = []
    for _ in range(count):
        direction = [random.gauss(0, 1) for _ in range(dimension)]
        radius = (1 + NOISE * random.gauss(0, 1)) / math.sqrt(dot(direction, direction))
        points.append([radius * x for x in direction])
    return points


def plane_axes(points, dimension):
    axes = []
    while len(axes) < dimension:
        axis = list(random.choice(points)) if len(axes) < 2 else [random.gauss(0, 1) for _ in range(dimension)]
        for other in axes:
            along = dot(axis, other)
            axis = [x - along * y for x, y in zip(axis, other)]
        norm = math.sqrt(dot(axis, axis))
        if norm > 0.1:
            axes.append([x / norm for x in axis])
    return axes


def solve(normal, right):
    """Gauss elimination; right has one column per row of the generator."""
    n = len(normal)
    rows = [list(normal[i]) + list(right[i]) for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [[rows[i][n + j] / rows[i][i] for j in range(n)] for i in range(n)]


def candidate(points, dimension):
    axes = plane_axes(points, dimension)
    normal = [[0.0] * dimension for _ in range(dimension)]
    right = [[0.0] * dimension for _ in range(dimension)]
    pairs = 0
    for x in points:
        if any(abs(dot(x, axis)) >= DELTA for axis in axes[2:]):
            continue
        for y in points:
            if any(abs(dot(y, axis)) >= DELTA for axis in axes[2:]):
                continue
            difference = [b - a for a, b in zip(x, y)]
            distance = math.sqrt(dot(difference, difference))
            if distance == 0 or distance >= EPSILON:
                continue
            turn = dot(x, axes[0]) * dot(y, axes[1]) - dot(x, axes[1]) * dot(y, axes[0])
            factor = math.copysign(math.sqrt(dot(x, x)), turn) / distance
            pairs += 1
            for i in range(dimension):
                for j in range(dimension):
                    normal[i][j] += x[i] * x[j]
                    right[i][j] += x[i] * factor * difference[j]
    for axis in axes[2:]:
        for i in range(dimension):
            for j in range(dimension):
                normal[i][j] += COMPLEMENT ** 2 * pairs * axis[i] * axis[j]
    return solve(normal, right)


def main(count, dimension, planes):
    random.seed(1)
    points = sphere(count, dimension)
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(planes):
        candidate(points, dimension)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{planes / wall:.4f} {planes / processor:.4f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
