using Noether.Data;
using Noether.Files;
using Noether.Groups;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Onnx.Tests;

/// <summary>Networks as functions: breakings that were planted are measured within a tenth of their size.</summary>
public sealed class OnnxFunctionTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("noether-onnx-").FullName, "model.onnx");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(1e-2, false)]
    [InlineData(1e-3, false)]
    [InlineData(1e-4, false)]
    [InlineData(1e-3, true)]
    [InlineData(1e-6, true)]
    public void A_planted_breaking_is_measured_within_a_tenth(double size, bool isDouble)
    {
        // (x^2 + y^2 + z^2) / sqrt(6) has variance 1 at normal places, and x too.
        File.WriteAllBytes(_path, Bowl(size, isDouble));
        using var function = OnnxFunction.Open(_path, layer: null);

        var tested = GroupTest.OfFunction(function, Normal(4000), SymmetryGroup.Named("so(3)", 3), seed: new(2));

        Assert.Equal((3, 1), (function.Inputs, function.Outputs));
        Assert.InRange(tested.BrokenShare!.Value, 0.9 * size, 1.1 * size);
        Assert.InRange(tested.Members[0].Change!.Value, 0.9 * size, 1.1 * size); // d/dt of size x along a rotation is size y
    }

    [Theory]
    [InlineData(false, 1e-6)]
    [InlineData(true, 1e-14)]
    public void An_invariant_network_is_broken_by_rounding_alone(bool isDouble, double rounding)
    {
        File.WriteAllBytes(_path, Bowl(0, isDouble));
        using var function = OnnxFunction.Open(_path, layer: null);

        Assert.InRange(GroupTest.OfFunction(function, Normal(1000), SymmetryGroup.Named("o(3)", 3)).BrokenShare!.Value, 0, rounding);
    }

    [Fact]
    public void A_linear_layer_that_scales_is_equivariant_and_one_that_mixes_is_not()
    {
        var (rotations, points) = (SymmetryGroup.Named("so(2)", 2), new PointCloud(300, 2, [.. Normal(200).Values]));
        File.WriteAllBytes(_path, new TestModel().Input("x", 0, 2).Weights("w", [2, 2], 3, 1, -1, 3).Node("MatMul", "y", "x", "w").ToBytes("y"));
        using (var turned = OnnxFunction.Open(_path, layer: null))
        {
            Assert.Equal(SymmetryVerdict.Symmetric, GroupTest.OfFunction(turned, points, rotations, rotations).Verdict);
        }

        File.WriteAllBytes(_path, new TestModel().Input("x", 0, 2).Weights("w", [2, 2], 3, 1, 1, 1).Node("MatMul", "y", "x", "w").ToBytes("y"));
        using var mixed = OnnxFunction.Open(_path, layer: null);
        Assert.Equal(SymmetryVerdict.None, GroupTest.OfFunction(mixed, points, rotations, rotations).Verdict);
    }

    [Fact]
    public void A_model_that_does_not_say_how_many_numbers_it_takes_is_refused()
    {
        File.WriteAllBytes(_path, new TestModel().Input("x", 0, 0).Node("Relu", "y", "x").ToBytes("y"));

        Assert.Contains("how many numbers make up a sample", Assert.Throws<DataFileException>(() => OnnxFunction.Open(_path, layer: null)).Message, StringComparison.Ordinal);
    }

    private static byte[] Bowl(double size, bool isDouble)
    {
        var one = 1 / Math.Sqrt(6);
        var model = isDouble
            ? new TestModel().Value(11, "x", TestModel.Double, 0, 3).Doubles("sum", [3, 1], one, one, one).Doubles("breaking", [3, 1], size, 0, 0)
            : new TestModel().Input("x", 0, 3).Weights("sum", [3, 1], (float)one, (float)one, (float)one).Weights("breaking", [3, 1], (float)size, 0, 0);
        model.Node("Mul", "squares", "x", "x").Node("MatMul", "bowl", "squares", "sum").Node("MatMul", "slope", "x", "breaking").Node("Add", "y", "bowl", "slope");
        return isDouble ? model.ToBytes(TestModel.Double, "y") : model.ToBytes("y");
    }

    private static PointCloud Normal(int count)
    {
        var random = new Seed(1).Stream();
        return new(count, 3, [.. Enumerable.Range(0, 3 * count).Select(_ => random.NextGaussian())]);
    }
}
