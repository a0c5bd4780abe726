namespace CrossRegion.Cli.Tests.Commands;

public sealed class CatalogueCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossregion-catalogue-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_catalogue_that_comes_with_the_product_is_right()
    {
        var run = await CommandRun.OfAsync("catalogue", "validate");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Every_fault_of_every_file_is_told_at_one_time()
    {
        foreach (var file in Directory.EnumerateFiles(CatalogueFolder.Default, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(CatalogueFolder.Default, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        File.WriteAllText(Path.Combine(_folder.FullName, "calendars/CN-2026.json"), "{}");
        File.WriteAllText(Path.Combine(_folder.FullName, "shared-data.json"), "[");

        var run = await CommandRun.OfAsync("catalogue", "validate", _folder.FullName);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("calendars/CN-2026.json");
        run.Error.ShouldContain("shared-data.json");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_in_one_sentence()
    {
        var run = await CommandRun.OfAsync("catalogue", "validate", Path.Combine(_folder.FullName, "nowhere"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("nowhere");
        run.Error.Split('\n').Length.ShouldBe(1);
    }
}
