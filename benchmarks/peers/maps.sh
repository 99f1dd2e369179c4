# t-SNE maps against scikit-learn, and how their cost grows. Sourced by `run`. The growth of the largest takes minutes: MAP_COUNTS="10000 30000" leaves it out.
compare_maps() {
    local count
    $OURS peer points circles 11000 80 "$SCRATCH/points"
    compare "11000 x 80, 2 threads" "points/s" \
        "env OPENBLAS_NUM_THREADS=2 OMP_NUM_THREADS=2 $PYTHON $PEERS/maps.py $SCRATCH/points 11000 80 2" \
        "$OURS peer map 11000 80 2"
    for count in ${MAP_COUNTS-10000 30000 100000}; do
        alone "$count x 80, 2 threads" "points/s" "$OURS peer map $count 80 2"
    done
}
