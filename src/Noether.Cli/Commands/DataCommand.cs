using System.CommandLine;
using Noether.Files;

namespace Noether.Cli.Commands;

/// <summary>noether data fetch NAME.</summary>
internal static class DataCommand
{
    public static Command Create() => new(
        "data",
        """
        Published data sets that some experiments need.

        Example: noether data fetch cicy
        """)
    {
        Fetch(),
    };

    private static Command Fetch()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(" | ", DataSets.Known.Select(set => set.Name)) };
        name.AcceptOnlyFromAmong([.. DataSets.Known.Select(set => set.Name)]);
        var command = new Command(
            "fetch",
            $"""
            Fetches a data set from its publisher, checks it against its SHA-256, and keeps it in {DataSets.Variable} or the user's cache folder. What is there already stays.

            Example: noether data fetch mnist
            """) { name };
        command.SetAction((parsed, cancellation) => FetchAsync(DataSets.Known.Single(set => set.Name == parsed.GetValue(name)), cancellation));
        return command;
    }

    private static async Task<int> FetchAsync(DataSet set, CancellationToken cancellation)
    {
        var named = Environment.GetEnvironmentVariable(DataSets.Variable);
        var folder = string.IsNullOrEmpty(named) ? DataSets.CacheFolder() : named;
        using var client = new HttpClient();
        try
        {
            foreach (var file in set.Files)
            {
                if (!DataSetDownload.IsThere(file, folder))
                {
                    await Console.Error.WriteLineAsync($"fetching {file.Address}");
                    await DataSetDownload.FetchAsync(client, file, folder, cancellation);
                }
            }

            Console.Out.WriteLine(Path.GetFullPath(Path.Combine(folder, set.FileName)));
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (DataFileException exception)
        {
            await Console.Error.WriteLineAsync($"noether: {exception.Message}");
            return ExitCode.Missing;
        }
        catch (OutputFolderException exception)
        {
            await Console.Error.WriteLineAsync($"noether: {exception.Message}");
            return ExitCode.Data;
        }
    }
}
