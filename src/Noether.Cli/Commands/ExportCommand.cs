using System.CommandLine;
using Noether.Files;
using Noether.Reporting;
using Noether.Reports;

namespace Noether.Cli.Commands;

/// <summary>noether export REPORT.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var report = new Argument<string>("REPORT") { Description = "A report.json with generators." };
        var language = new Option<string>("--to")
        {
            Description = "The language.",
            HelpName = string.Join('|', ReportExport.Names),
            Required = true,
        };
        language.AcceptOnlyFromAmong([.. ReportExport.Names]);
        var command = new Command(
            "export",
            """
            Writes a report's generators for other tools to standard output, with functions that give group elements and
            move samples along the symmetry (augmentation).

            Example: noether export out/report.json --to numpy > symmetry.py
            """) { report, language };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(report)!;
            parsed.InvocationConfiguration.Output.Write(Text(path, parsed.GetValue(language)!));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(string path, string language)
    {
        try
        {
            return ReportExport.ToText(Read(path), language);
        }
        catch (FormatException problem)
        {
            throw new DataFileException(
                path,
                "a report.json with generators of a symmetry",
                problem.Message.TrimEnd('.'),
                "name the report.json of a run that found a symmetry",
                problem);
        }
    }

    private static Report Read(string path)
    {
        using var file = DataFile.Open(path);
        return ReportJson.Read(file.Content());
    }
}
