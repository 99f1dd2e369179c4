"""Principal components in scikit-learn, as `Noether.Benchmarks peer components`.

    components.py FILE COUNT DIMENSION KEPT THREADS

The exact solver. Prints one line: points per second of wall-clock time, and of processor time divided by the threads.
"""

import sys
import time

import numpy
import sklearn.decomposition


def main(path, count, dimension, kept, threads):
    points = numpy.fromfile(path, dtype=numpy.float32).reshape(count, dimension)
    wall, processor = time.perf_counter(), time.process_time()
    sklearn.decomposition.PCA(kept, svd_solver="full").fit(points)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{count / wall:.1f} {count * threads / processor:.1f}")
    print(f"scikit-learn: {wall:.1f} s, processor {processor:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
