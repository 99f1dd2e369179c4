namespace Noether.Files.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Files_appear_together_when_the_run_is_complete()
    {
        var path = _scratch.Path("out/run");
        using (var folder = OutputFolder.Open(path))
        {
            folder.WriteText("report.json", "{}\n");
            folder.Write("figures/map.png", stream => stream.WriteByte(7));
            Assert.False(File.Exists(Path.Combine(path, "report.json")));

            folder.Complete();
        }

        Assert.Equal("{}\n", File.ReadAllText(Path.Combine(path, "report.json")));
        Assert.Equal([7], File.ReadAllBytes(Path.Combine(path, "figures", "map.png")));
        Assert.Equal([".noether-files", "figures", "report.json"], Names(path));
    }

    [Fact]
    public void A_run_that_fails_leaves_nothing_behind_and_an_earlier_report_as_it_was()
    {
        var path = _scratch.Path("out");
        Report(path, ("report.json", "first"), ("old.png", "first"));

        using (var folder = OutputFolder.Open(path))
        {
            folder.WriteText("report.json", "second");
        }

        Assert.Equal("first", File.ReadAllText(Path.Combine(path, "report.json")));
        Assert.Equal([".noether-files", "old.png", "report.json"], Names(path));

        OutputFolder.Open(_scratch.Path("fresh")).Dispose();
        Assert.False(Directory.Exists(_scratch.Path("fresh")));
    }

    [Fact]
    public void A_later_report_replaces_the_earlier_one_and_nothing_else()
    {
        var path = _scratch.Path("out");
        Report(path, ("report.json", "first"), ("figures/old.png", "first"));
        File.WriteAllText(Path.Combine(path, "notes.txt"), "mine");

        Report(path, ("report.json", "second"), ("arrays/new.npy", "second"));

        Assert.Equal([".noether-files", "arrays", "notes.txt", "report.json"], Names(path));
        Assert.Equal("second", File.ReadAllText(Path.Combine(path, "report.json")));
    }

    [Fact]
    public void Files_of_anyone_else_are_put_aside_where_their_names_are_needed()
    {
        var path = _scratch.Path("out");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "report.json"), "mine");
        File.WriteAllText(Path.Combine(path, "report.json.kept"), "mine too");

        Report(path, ("report.json", "first"));
        Report(path, ("report.json", "second"));

        Assert.Equal(["mine too", "mine", "second"], ((string[])["report.json.kept", "report.json.kept1", "report.json"]).Select(name => File.ReadAllText(Path.Combine(path, name))));
        Assert.Equal([".noether-files", "report.json", "report.json.kept", "report.json.kept1"], Names(path));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("link")]
    [InlineData("dangling link")]
    public void What_stands_where_a_folder_is_needed_is_put_aside_and_nothing_goes_through_links(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && kind != "file", "Links need special rights there.");
        var (path, elsewhere, figures) = (_scratch.Path("out"), _scratch.Path("elsewhere"), Path.Combine(_scratch.Path("out"), "figures"));
        Directory.CreateDirectory(elsewhere);
        Directory.CreateDirectory(path);
        _ = kind == "file" ? InTheWay() : Directory.CreateSymbolicLink(figures, kind == "link" ? elsewhere : _scratch.Path("nowhere"));

        Report(path, ("report.json", "first"), ("figures/map.png", "first"));
        Report(path, ("report.json", "second"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
        Assert.Equal([".noether-files", "figures.kept", "report.json"], Names(path));
        Assert.Equal("second", File.ReadAllText(Path.Combine(path, "report.json")));

        FileSystemInfo InTheWay()
        {
            File.WriteAllText(figures, "mine");
            return new FileInfo(figures);
        }
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_put_aside_with_what_is_in_it()
    {
        var path = _scratch.Path("out");
        Directory.CreateDirectory(Path.Combine(path, "report.json"));
        File.WriteAllText(Path.Combine(path, "report.json", "notes"), "mine");

        Report(path, ("report.json", "first"));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(path, "report.json.kept", "notes")));
        Assert.Equal("first", File.ReadAllText(Path.Combine(path, "report.json")));
    }

    [Fact]
    public void Files_of_an_earlier_report_are_not_removed_through_a_link_that_took_their_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need special rights there.");
        var (path, archive) = (_scratch.Path("out"), _scratch.Path("archive"));
        Report(path, ("report.json", "first"), ("figures/map.png", "first"));
        Directory.Move(Path.Combine(path, "figures"), archive);
        Directory.CreateSymbolicLink(Path.Combine(path, "figures"), archive);

        Report(path, ("report.json", "second"));

        Assert.Equal("first", File.ReadAllText(Path.Combine(archive, "map.png")));
    }

    [Fact]
    public void What_is_added_beside_a_report_goes_with_it()
    {
        var path = _scratch.Path("out");
        Report(path, ("report.json", "first"), ("a.npy", "first"));
        Beside("interrupted/report.json", "interrupted/figures/a/map.png");
        Assert.Equal([".noether-files", "a.npy", "interrupted", "report.json"], Names(path));
        Beside("interrupted/report.json");

        Assert.Equal(["report.json"], Names(Path.Combine(path, "interrupted")));
        Assert.Equal("first", File.ReadAllText(Path.Combine(path, "report.json")));

        Report(path, ("report.json", "second"));
        Assert.Equal([".noether-files", "report.json"], Names(path));

        void Beside(params string[] names)
        {
            using var folder = OutputFolder.Open(path);
            Array.ForEach(names, name => folder.WriteText(name, "half"));
            folder.CompleteBeside("interrupted");
        }
    }

    [Fact]
    public void A_run_does_not_replace_what_it_reads()
    {
        var path = _scratch.Path("out");
        Report(path, ("report.json", "first"), ("figures/map.png", "first"));
        File.WriteAllText(Path.Combine(path, "samples.csv"), "mine");
        using var folder = OutputFolder.Open(path);

        folder.RequireNoInput(["--out", path, path + "/", Path.Combine(path, "samples.csv"), _scratch.Path("elsewhere")]);

        foreach (var input in (string[])["report.json", "figures", "figures/../report.json"])
        {
            var given = Path.Combine(path, input);
            Assert.Equal(
                $"{path}: {given} belongs to the report in it, which this run would replace; name another folder with --out",
                Assert.Throws<OutputFolderException>(() => folder.RequireNoInput([given])).Message);
        }
    }

    [Fact]
    public void A_second_run_into_the_same_folder_is_refused_while_the_first_one_writes()
    {
        var path = _scratch.Path("out");
        using (OutputFolder.Open(path))
        {
            Assert.Equal($"{path}: another run is writing to this folder; wait for it, or name another folder with --out", Assert.Throws<OutputFolderException>(() => OutputFolder.Open(path)).Message);
        }

        OutputFolder.Open(path).Dispose();
    }

    [Fact]
    public void What_a_killed_run_left_is_cleared_away()
    {
        var path = _scratch.Path("out");
        Directory.CreateDirectory(Path.Combine(path, ".noether-unfinished"));
        File.WriteAllText(Path.Combine(path, ".noether-unfinished", "report.json"), "half");
        File.WriteAllText(Path.Combine(path, ".noether-lock"), "");

        Report(path, ("report.json", "whole"));

        Assert.Equal([".noether-files", "report.json"], Names(path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_run_that_was_killed_while_its_files_were_moved_is_ended_by_the_next_one(int moved)
    {
        var (path, reference) = (_scratch.Path("out"), _scratch.Path("reference"));
        foreach (var folder in (string[])[path, reference])
        {
            Report(folder, ("report.json", "first"), ("figures/old.png", "first"));
        }

        var complete = Path.Combine(path, ".noether-complete");
        Report(complete, ("arrays/a.npy", "second"), ("report.json", "second"));
        foreach (var name in ((string[])["arrays/a.npy", "report.json", ".noether-files"])[..moved])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(path, name))!);
            File.Move(Path.Combine(complete, name), Path.Combine(path, name), overwrite: true);
        }

        if (moved > 0)
        {
            Directory.Delete(Path.Combine(path, "figures"), recursive: true); // what is old goes before anything is moved
        }

        OutputFolder.Open(path).Dispose();
        Report(reference, ("arrays/a.npy", "second"), ("report.json", "second"));

        Assert.Equal(Names(reference), Names(path));
        Assert.All((string[])["arrays/a.npy", "report.json", ".noether-files"], name => Assert.Equal(File.ReadAllText(Path.Combine(reference, name)), File.ReadAllText(Path.Combine(path, name))));
    }

    [Theory]
    [InlineData("../report.json")]
    [InlineData("/tmp/report.json")]
    [InlineData("figures/../../report.json")]
    [InlineData("figures\\map.png")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void Nothing_is_written_outside_the_folder(string name)
    {
        using var folder = OutputFolder.Open(_scratch.Path("out"));

        Assert.Throws<ArgumentException>(() => folder.WriteText(name, "x"));
    }

    [Fact]
    public void A_list_that_was_tampered_with_removes_nothing_outside_the_folder()
    {
        var path = _scratch.Path("out");
        Report(path, ("report.json", "first"));
        var precious = _scratch.Write("precious.txt", "mine");
        File.WriteAllText(Path.Combine(path, ".noether-files"), "../precious.txt\n" + precious + "\n");

        Report(path, ("report.json", "second"));
        Assert.Equal(0, Moved("../stolen.txt"));

        Assert.True(File.Exists(precious));

        int Moved(string name)
        {
            var complete = Path.Combine(path, ".noether-complete");
            Directory.CreateDirectory(complete);
            File.WriteAllText(Path.Combine(path, "stolen.txt"), "planted");
            File.WriteAllText(Path.Combine(complete, ".noether-files"), name + "\n");
            OutputFolder.Open(path).Dispose();
            return Directory.GetFiles(_scratch.Folder, "stolen.txt").Length;
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_at_once()
    {
        var file = _scratch.Write("taken", "x");
        Assert.Equal($"{file}: a file of this name exists; name a folder with --out", Assert.Throws<OutputFolderException>(() => OutputFolder.Open(file)).Message);
        Assert.Contains("cannot write to it", Assert.Throws<OutputFolderException>(() => OutputFolder.Open(Path.Combine(file, "below"))).Message, StringComparison.Ordinal);

        Assert.SkipUnless(Directory.Exists("/proc/self"), "Only Linux has a folder that nobody can write to.");
        Assert.Contains("cannot write to it", Assert.Throws<OutputFolderException>(() => OutputFolder.Open("/proc/self/out")).Message, StringComparison.Ordinal);
        Assert.Contains("cannot write to it", Assert.Throws<OutputFolderException>(() => OutputFolder.Open("/proc/self")).Message, StringComparison.Ordinal);
    }

    private static void Report(string path, params (string Name, string Text)[] files)
    {
        using var folder = OutputFolder.Open(path);
        foreach (var (name, text) in files)
        {
            folder.WriteText(name, text);
        }

        folder.Complete();
    }

    private static IEnumerable<string?> Names(string path) => Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
