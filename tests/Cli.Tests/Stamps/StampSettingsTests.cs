using System.Security.Cryptography;
using CrossRegion.Cli.Stamps;

namespace CrossRegion.Cli.Tests.Stamps;

public sealed class StampSettingsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("crossregion-stamps-");
    private readonly IReadOnlyList<LocalStamp> _stamps;

    public StampSettingsTests() => _stamps = StampDirectory.Prepare(_root.FullName, StampList.Parse("51,44+45", []), [7071, 7072]);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Each_stamp_knows_the_others_by_all_their_provinces_and_none_by_its_own()
    {
        var (sichuan, guangdong) = (StampSettings.Of(_stamps[0], _stamps), StampSettings.Of(_stamps[1], _stamps));

        (sichuan["CrossRegion__Stamp"], sichuan["CrossRegion__Provinces"]).ShouldBe(("51", "51"));
        (guangdong["CrossRegion__Stamp"], guangdong["CrossRegion__Provinces"]).ShouldBe(("44", "44,45"));
        sichuan["CrossRegion__Peers__44__Endpoint"].ShouldBe("http://127.0.0.1:7072/");
        sichuan["CrossRegion__Peers__45__Endpoint"].ShouldBe("http://127.0.0.1:7072/");
        guangdong["CrossRegion__Peers__51__Endpoint"].ShouldBe("http://127.0.0.1:7071/");
        sichuan.Keys.ShouldNotContain(name => name.Contains("Peers__51", StringComparison.Ordinal));
        guangdong.Keys.ShouldNotContain(name => name.Contains("Peers__44", StringComparison.Ordinal) || name.Contains("Peers__45", StringComparison.Ordinal));
    }

    [Fact]
    public void A_peer_has_the_public_half_of_what_the_stamp_signs_with_also_when_started_again()
    {
        var path = StampSettings.Of(_stamps[0], _stamps)["CrossRegion__Peers__44__PublicKeys"]!;
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(StampSettings.Of(_stamps[1], _stamps)["CrossRegion__Exchange__SigningKey"]!));

        File.ReadAllText(path).ShouldContain(key.ExportSubjectPublicKeyInfoPem());
        Path.GetDirectoryName(path).ShouldBe(_stamps[1].Folder.Path);
    }

    [Fact]
    public void Other_commands_find_the_stamps_by_their_file()
    {
        var found = StampDirectory.Read(_root.FullName)!;

        found.Select(stamp => (stamp.Name, stamp.Address, stamp.Folder)).ShouldBe(_stamps.Select(stamp => (stamp.Name, stamp.Address, stamp.Folder)));
        StampDirectory.Read(Path.Combine(_root.FullName, "51")).ShouldBeNull();
    }

    [Fact]
    public void Other_stamps_than_those_that_are_there_are_refused()
    {
        Should.Throw<CommandException>(() => StampDirectory.Prepare(_root.FullName, StampList.Parse("51,44", []), [7071, 7072]))
            .Message.ShouldContain("belongs to 51,44+45");
        StampDirectory.Prepare(_root.FullName, StampList.Parse("44+45,51", []), [7081, 7082])[0].Address.Port.ShouldBe(7081);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"stamps":[{"provinces":["99"],"address":"http://x","data":"x"}]}""")]
    [InlineData("""{"stamps":[{}]}""")]
    public void A_file_that_makes_no_sense_is_named(string text)
    {
        File.WriteAllText(Path.Combine(_root.FullName, "stamps.json"), text);

        Should.Throw<CommandException>(() => StampDirectory.Read(_root.FullName)).Message.ShouldContain("stamps.json");
    }

    [Fact]
    public void A_subscription_is_for_the_stamps_of_its_provinces_and_for_all_when_none_serves_them()
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = "/bin",
            ["CrossRegion__Subscriptions__0__Name"] = "own",
            ["CrossRegion__Subscriptions__0__Provinces"] = "51",
            ["CrossRegion__Subscriptions__1__Name"] = "several",
            ["CrossRegion__Subscriptions__1__Provinces"] = "51,45, 31",
            ["CrossRegion__Subscriptions__2__Name"] = "all",
            ["CrossRegion__Subscriptions__2__Provinces"] = "*",
            ["CrossRegion__Subscriptions__3__Name"] = "all-too",
        };

        var (sichuan, guangdong) = (Of(_stamps[0]), Of(_stamps[1]));

        sichuan.ShouldBe(new Dictionary<string, string?>
        {
            ["CrossRegion__Subscriptions__0__Provinces"] = "51",
            ["CrossRegion__Subscriptions__1__Provinces"] = "51,31",
            ["CrossRegion__Subscriptions__2__Provinces"] = "*",
        }, ignoreOrder: true);
        guangdong.ShouldBe(new Dictionary<string, string?>
        {
            ["CrossRegion__Subscriptions__0__Name"] = null,
            ["CrossRegion__Subscriptions__0__Provinces"] = null,
            ["CrossRegion__Subscriptions__1__Provinces"] = "45,31",
            ["CrossRegion__Subscriptions__2__Provinces"] = "*",
        }, ignoreOrder: true);

        Dictionary<string, string?> Of(LocalStamp stamp) => StampSubscriptions.Of(stamp, _stamps, environment);
    }
}
