# Steps of training against PyTorch with OpenBLAS. Sourced by `run`.
compare_training() {
    local case batch threads steps
    for case in "tiny 64 1 3000" "table1 256 1 60" "table1 256 2 60" "table1 512 1 40" "table1 512 2 40"; do
        read -r _ batch threads steps <<<"$case"
        compare "${case% *} (network, batch, threads)" "steps/s" \
            "env OPENBLAS_NUM_THREADS=$threads OMP_NUM_THREADS=$threads $PYTHON $PEERS/training.py $case" \
            "$OURS peer training $case"
    done
}
