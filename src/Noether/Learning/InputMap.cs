using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>
/// A linear map of the inputs that a network learns, Eq. (L9): x becomes (x - mean) M. Training goes better on inputs that are not correlated; the network that comes out can take
/// the map into its first kernel and then reads the inputs themselves.
/// </summary>
internal sealed class InputMap
{
    /// <summary>Joins mean and map.</summary>
    /// <param name="mean">Subtracted from the inputs. Shape [d].</param>
    /// <param name="map">The map M, applied to rows. Shape [d, k].</param>
    /// <exception cref="ArgumentException">There are not as many means as the map has rows.</exception>
    public InputMap(ImmutableArray<float> mean, SingleMatrix map)
    {
        if (mean.Length != map.Rows)
        {
            throw new ArgumentException($"A map of {map.Rows} inputs has as many means; got {mean.Length}.", nameof(mean));
        }

        Mean = mean;
        Map = map;
    }

    /// <summary>Subtracted from the inputs. Shape [d].</summary>
    public ImmutableArray<float> Mean { get; }

    /// <summary>The map M. Shape [d, k].</summary>
    public SingleMatrix Map { get; }

    private Standardisation Centring => new(Mean, [.. Enumerable.Repeat(1f, Mean.Length)]);

    /// <summary>The mapped inputs. Shape [n, k]. Cost O(n d k).</summary>
    /// <param name="inputs">The inputs. Shape [n, d].</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="ArgumentException">The inputs have another number of coordinates than the map.</exception>
    public SingleMatrix Apply(SingleMatrix inputs, Execution execution)
    {
        var layer = new DenseLayer(Map, [.. new float[Map.Columns]], Activation.Linear);
        var unused = new DenseLayer(new(Map.Columns, 1, new float[Map.Columns]), [0], Activation.Linear); // every network has a head
        return new Network(Centring, [layer], [unused]).Embed(inputs, execution);
    }

    /// <summary>The network that gives for inputs what another one gives for mapped inputs: M becomes part of its first kernel.</summary>
    /// <param name="network">A network with k inputs that does not standardise them.</param>
    /// <exception cref="ArgumentException">The network has another number of inputs, or standardises them.</exception>
    public Network Before(Network network)
    {
        if (!network.Standardisation.Equals(Standardisation.None(Map.Columns)))
        {
            throw new ArgumentException($"A map into {Map.Columns} coordinates needs a network that reads as many as they are.", nameof(network));
        }

        var first = network.Hidden[0];
        return new(Centring, [new(Product(Map, first.Kernel), first.Bias, first.Activation), .. network.Hidden[1..]], network.Heads);
    }

    private static SingleMatrix Product(SingleMatrix left, SingleMatrix right)
    {
        var (entries, sums) = (new float[left.Rows * right.Columns], new double[right.Columns]);
        for (var i = 0; i < left.Rows; i++)
        {
            Array.Clear(sums);
            for (var k = 0; k < left.Columns; k++)
            {
                for (var j = 0; j < sums.Length; j++)
                {
                    sums[j] += (double)left[i, k] * right[k, j];
                }
            }

            for (var j = 0; j < sums.Length; j++)
            {
                entries[(i * sums.Length) + j] = (float)sums[j];
            }
        }

        return new(left.Rows, right.Columns, entries);
    }
}
