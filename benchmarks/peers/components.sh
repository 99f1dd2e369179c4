# Principal components against scikit-learn's exact solver. Sourced by `run`.
compare_components() {
    $OURS peer points gaussian 70000 784 "$SCRATCH/points"
    compare "70000 x 784, 50 kept, 2 threads" "points/s" \
        "env OPENBLAS_NUM_THREADS=2 OMP_NUM_THREADS=2 $PYTHON $PEERS/components.py $SCRATCH/points 70000 784 50 2" \
        "$OURS peer components 70000 784 50 2"
}
