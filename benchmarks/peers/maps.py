"""A t-SNE map in scikit-learn (Barnes-Hut), as `Noether.Benchmarks peer map`.

    maps.py FILE COUNT DIMENSION THREADS

Prints one line: points per second of wall-clock time, and of processor time divided by the threads; the divergence goes to standard error.
"""

import sys
import time

import numpy
import sklearn.manifold


def main(path, count, dimension, threads):
    points = numpy.fromfile(path, dtype=numpy.float32).reshape(count, dimension)
    wall, processor = time.perf_counter(), time.process_time()
    # As many steps as ours: 250 early ones and 500 more.
    tsne = sklearn.manifold.TSNE(init="pca", learning_rate="auto", n_iter=750, random_state=1, n_jobs=threads)
    tsne.fit(points)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{count / wall:.1f} {count * threads / processor:.1f}")
    print(f"scikit-learn: {wall:.1f} s, processor {processor:.1f} s, divergence {tsne.kl_divergence_:.4f}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
