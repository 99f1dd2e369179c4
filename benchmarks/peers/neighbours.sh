# Exact nearest neighbours against faiss' IndexFlatL2. Sourced by `run`.
compare_neighbours() {
    local count dimension neighbours threads case
    for case in ${NEIGHBOURS_CASES:-"50000,100,250,1" "50000,100,250,2"}; do
        IFS=, read -r count dimension neighbours threads <<<"$case"
        $OURS peer points gaussian "$count" "$dimension" "$SCRATCH/points"
        compare "$count x $dimension, k = $neighbours, $threads threads" "points/s" \
            "env OPENBLAS_NUM_THREADS=$threads OMP_NUM_THREADS=$threads $PYTHON $PEERS/neighbours.py $SCRATCH/points $count $dimension $neighbours $threads" \
            "$OURS peer neighbours $count $dimension $neighbours $threads"
    done
}
