using Noether.Samples.MakeTables;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: dotnet run --project samples/MakeTables -- FOLDER");
    return 1;
}

Directory.CreateDirectory(folder);
File.WriteAllText(Path.Combine(folder, "hat.csv"), HatTable.Text());
File.WriteAllText(Path.Combine(folder, "circles.csv"), CirclesTable.Text());
return 0;
