"""Exact nearest neighbours of all points in faiss, as `Noether.Benchmarks peer neighbours`.

    neighbours.py FILE COUNT DIMENSION NEIGHBOURS THREADS

Prints one line: points per second of wall-clock time, and of processor time divided by the threads.
"""

import sys
import time

import faiss
import numpy


def main(path, count, dimension, neighbours, threads):
    faiss.omp_set_num_threads(threads)
    points = numpy.fromfile(path, dtype=numpy.float32).reshape(count, dimension)
    wall, processor = time.perf_counter(), time.process_time()
    index = faiss.IndexFlatL2(dimension)
    index.add(points)
    index.search(points, neighbours + 1)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{count / wall:.1f} {count * threads / processor:.1f}")
    print(f"faiss: {wall:.1f} s, processor {processor:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
