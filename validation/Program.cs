using Noether.Validation;

// dotnet run -c Release --project validation [-- FOLDER [NAME..]]: takes over the results of a "noether paper all" into FOLDER, all or those named, and writes the documents anew.
if (args is [var folder, .. var names])
{
    try
    {
        CommittedResults.Adopt(folder, names);
    }
    catch (Exception problem) when (problem is InvalidDataException or IOException or FormatException)
    {
        Console.Error.WriteLine(problem.Message);
        return 2;
    }
}

var results = CommittedResults.Read();
foreach (var (path, text) in ValidationDocuments.Of(results, CommittedResults.Text))
{
    File.WriteAllText(CommittedResults.PathOf(path), text);
    Console.WriteLine(path);
}

return 0;
