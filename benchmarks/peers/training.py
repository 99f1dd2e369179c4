"""Training steps per second in PyTorch, for the networks that `Noether.Benchmarks training` times.

    training.py CASE BATCH THREADS STEPS

A step is what a user writes: batch from a matrix in memory, forward, cross-entropies summed over the heads, backward, Adam.
Prints one line: steps per second of wall-clock time, and of processor time divided by the threads.
"""

import sys
import time

import torch

CASES = {
    "tiny": (2, [(80, True), (80, True)], [11]),
    "table1": (348, [(315, True), (315, True), (100, True), (100, False)], [102, 20]),
}


class Network(torch.nn.Module):
    def __init__(self, inputs, hidden, classes):
        super().__init__()
        layers = []
        for width, rectified in hidden:
            layers.append(torch.nn.Linear(inputs, width))
            if rectified:
                layers.append(torch.nn.ReLU())
            inputs = width
        self.hidden = torch.nn.Sequential(*layers)
        self.heads = torch.nn.ModuleList(torch.nn.Linear(inputs, count) for count in classes)

    def forward(self, points):
        embedding = self.hidden(points)
        return [head(embedding) for head in self.heads]


def main(case, batch, threads, steps):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    inputs, hidden, classes = CASES[case]
    samples = 16 * batch
    points = torch.rand(samples, inputs) * 2 - 1
    labels = [torch.randint(count, (samples,)) for count in classes]
    network = Network(inputs, hidden, classes)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)
    loss_of = torch.nn.CrossEntropyLoss()

    def run(count):
        for step in range(count):
            first = step * batch % samples
            optimiser.zero_grad()
            logits = network(points[first:first + batch])
            loss = sum(loss_of(head, label[first:first + batch]) for head, label in zip(logits, labels))
            loss.backward()
            optimiser.step()

    run(max(1, steps // 10))
    wall, processor = time.perf_counter(), time.process_time()
    run(steps)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{steps / wall:.1f} {steps * threads / processor:.1f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
