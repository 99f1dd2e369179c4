# t-SNE maps against scikit-learn, with the divergence that they leave, and how their cost grows. Sourced by `run`.
# The growth of the largest takes minutes: MAP_COUNTS="10000 30000" leaves it out.
compare_maps() {
    local count log="$SCRATCH/maps.log"
    $OURS peer points circles 11000 80 "$SCRATCH/points"
    compare "11000 x 80, 2 threads" "points/s" \
        "env OPENBLAS_NUM_THREADS=2 OMP_NUM_THREADS=2 $PYTHON $PEERS/maps.py $SCRATCH/points 11000 80 2" \
        "$OURS peer map 11000 80 2" 2> "$log"
    cat "$log" >&2
    $OURS peer exact-map 11000 80 2 > "$SCRATCH/exact.log" 2>&1
    printf '| %s | %s | %s | %s | | |\n' "11000 x 80, divergence; repulsion summed over all pairs: $(divergence < "$SCRATCH/exact.log")" \
        "nats, less is better" "$(grep scikit-learn "$log" | divergence)" "$(grep -v scikit-learn "$log" | divergence)"
    for count in ${MAP_COUNTS-10000 30000 100000}; do
        alone "$count x 80, 2 threads" "points per second of processor time" 2 "$OURS peer map $count 80 2"
    done
}

# The last divergence that a measurement told.
divergence() { awk '{ for (i = 1; i < NF; i++) if ($i == "divergence") last = $(i + 1) } END { print last }'; }
