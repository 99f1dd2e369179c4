using System.Text.Json.Nodes;

namespace Noether.Cli.Tests;

/// <summary>noether detect --model: a network that the user brings.</summary>
public sealed class OwnNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_network_from_a_file_takes_the_place_of_training_and_a_layer_that_it_lacks_is_refused()
    {
        var table = _folder.Write("tilted.csv", SampleTables.TiltedCircles(300, new(11)));
        var trained = NoetherProcess.Run("detect", table, "--label", "kind", "--out", _folder["trained"], "--no-figures", "--quiet");
        Assert.True(trained.ExitCode == 0, trained.Error);
        string[] given = ["detect", table, "--label", "kind", "--model", _folder["trained/classifier.onnx"], "--out", _folder["given"], "--no-figures", "--json", "--quiet"];

        var found = NoetherProcess.Run([.. given, "--layer", "embedding"]);
        var lacking = NoetherProcess.Run([.. given, "--layer", "relu_9"]);
        var unnamed = NoetherProcess.Run(given);

        Assert.True(found.ExitCode == 0, found.Error);
        var report = JsonNode.Parse(found.Output)!;
        Assert.Equal("so(2)", (string?)report["algebra"]!["name"]);
        Assert.Equal(("embedding", 80), ((string?)report["embedding"]!["layer"], (int)report["embedding"]!["width"]!));
        Assert.InRange((double)report["embedding"]!["accuracy"]![0]!, 0.95, 1);
        Assert.InRange((double)report["embedding"]!["shuffledAccuracy"]![0]!, 0, 0.8);
        Assert.Null(report["classifier"]);
        Assert.False(File.Exists(_folder["given/classifier.onnx"]));
        Assert.Equal((2, 2), (lacking.ExitCode, unnamed.ExitCode));
        Assert.All([lacking, unnamed], refused => Assert.Contains("its layers are", refused.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--layers", "20,20")]
    [InlineData("--repeats", "2")]
    public void Options_of_training_have_no_place_beside_a_given_network(string option, string value)
    {
        var result = NoetherProcess.Run("detect", "t.csv", "--label", "l", "--model", "m.onnx", "--layer", "x", option, value);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }
}
