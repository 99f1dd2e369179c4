# Planes of hyperplane regression against plain loops over all pairs. Sourced by `run`.
compare_hyperplane() {
    compare "hyperplane regression, 1000 points in R^3" "planes/s" \
        "$PYTHON $PEERS/hyperplane.py 1000 3 4" \
        "$OURS peer hyperplane 1000 3 2000"
}
