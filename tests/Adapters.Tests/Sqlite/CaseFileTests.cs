using CrossRegion.Adapters.Sqlite;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.Sqlite;

/// <summary>The file itself: reopened, of other releases, locked, damaged, full.</summary>
public sealed class CaseFileTests : IDisposable
{
    private readonly SqliteStoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_reopened_file_has_everything_and_goes_on_counting()
    {
        string etag;
        await using (var store = _file.Open())
        {
            var first = await store.CommitAsync("p", [Create("case"), Create("gone")], default);
            etag = first.ETags[1]!;
            await store.CommitAsync("p", [new DocumentWrite.Delete("gone", etag)], default);
        }

        await using var reopened = _file.Open();
        (await reopened.ListAsync("p", "", default)).ShouldHaveSingleItem().Key.Id.ShouldBe("case");
        (await reopened.CommitAsync("p", [Create("gone")], default)).ETags[0].ShouldNotBe(etag);
    }

    [Fact]
    public async Task Two_stores_on_one_file_see_each_other_and_never_both_win()
    {
        await using var one = _file.Open();
        await using var two = _file.Open();
        var etag = (await one.CommitAsync("p", [Create("case")], default)).ETags[0]!;

        var results = await Task.WhenAll(
            one.CommitAsync("p", [new DocumentWrite.Replace("case", "1", [], etag)], default),
            two.CommitAsync("p", [new DocumentWrite.Replace("case", "2", [], etag)], default));

        results.Count(result => result.Committed).ShouldBe(1);
        (await one.ReadAsync(new("p", "case"), default)).ShouldBe(await two.ReadAsync(new("p", "case"), default));
    }

    public static TheoryData<int> ReleasedSchemas => [.. Enumerable.Range(1, Schema.Current)];

    [Theory]
    [MemberData(nameof(ReleasedSchemas))]
    public async Task A_file_of_every_released_schema_opens(int schema)
    {
        using (var connection = _file.Connect())
        {
            connection.Execute(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sqlite", "Released", $"schema-{schema}.sql")));
        }

        await using var store = _file.Open();

        var found = await store.QueryAsync(new IndexQuery(DocumentIndex.CasesByProvince, "51"), default);
        var document = found.Documents.ShouldHaveSingleItem();
        (document.Key, document.Body).ShouldBe((new DocumentKey("51", "case"), "{\"stage\":\"受理\"}"));
        var replaced = await store.CommitAsync("51", [new DocumentWrite.Replace("case", "2", [], document.ETag), Create("next")], default);
        replaced.Committed.ShouldBeTrue();
        (await store.ReadChangesAsync(null, 10, default)).Documents.Select(change => change.Key.Id).ShouldBe(["effect:1", "case", "next"]);
    }

    [Fact]
    public void A_file_of_a_newer_release_is_refused_and_left_alone()
    {
        _file.Open().Dispose();
        using (var connection = _file.Connect())
        {
            connection.Execute("UPDATE meta SET value = '99' WHERE name = 'schema'");
        }

        Should.Throw<InvalidDataException>(() => _file.Open()).Message.ShouldContain("schema 99, written by a newer release");

        using var after = _file.Connect();
        after.Scalar("SELECT value FROM meta WHERE name = 'schema'").ShouldBe("99");
    }

    [Fact]
    public async Task A_file_that_stays_locked_is_an_IOException_and_works_again_when_unlocked()
    {
        await using var store = _file.Open(lockTimeoutSeconds: 1);
        using var other = _file.Connect();
        other.Execute("BEGIN IMMEDIATE");

        var failure = await Should.ThrowAsync<IOException>(() => store.CommitAsync("p", [Create("case")], default));

        failure.Message.ShouldContain("stayed locked by another process");
        (await store.ReadAsync(new("p", "case"), default)).ShouldBeNull();
        other.Execute("ROLLBACK");
        (await store.CommitAsync("p", [Create("case")], default)).Committed.ShouldBeTrue();
    }

    [Fact]
    public void A_full_disk_is_said_so()
    {
        using var small = new SqliteConnection("Data Source=:memory:");
        small.Open();
        small.Execute("PRAGMA max_page_count = 4; CREATE TABLE t (b BLOB)");

        var full = Should.Throw<SqliteException>(() => small.Execute("INSERT INTO t VALUES (zeroblob(100000))"));

        StoreFailure.Explain(full, "cases.db").Message.ShouldBe("The disk that holds cases.db is full.");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_so()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000));

        Should.Throw<IOException>(() => _file.Open()).Message.ShouldContain("is damaged or no SQLite database");
    }

    [Fact]
    public async Task Every_commit_is_synchronous_with_the_disk_in_WAL_mode()
    {
        await using var store = _file.Open();
        using var connection = new CaseDatabase(_file.Directory, 5).OpenForWriting();

        connection.Scalar("PRAGMA journal_mode").ShouldBe("wal");
        connection.Scalar("PRAGMA synchronous").ShouldBe(2L);
    }

    [Theory]
    [InlineData("SELECT 1 FROM index_entries WHERE partition = 'p' AND id = 'i'")]
    [InlineData("SELECT 1 FROM documents WHERE partition = 'p' AND id >= 'a' AND id < 'b' ORDER BY id")]
    [InlineData(
        """
        SELECT d.body FROM index_entries AS e JOIN documents AS d ON d.partition = e.partition AND d.id = e.id
        WHERE e.name = 'n' AND e.value = 'v' AND e.sort < 'z' AND (e.sort, e.partition, e.id) > ('a', 'p', 'i')
        ORDER BY e.sort, e.partition, e.id
        """)]
    public async Task Nothing_is_scanned_or_sorted(string sql)
    {
        await using var store = _file.Open();
        using var connection = _file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var plan = command.ExecuteReader();

        var steps = new List<string>();
        while (plan.Read())
        {
            steps.Add(plan.GetString(3));
        }

        steps.ShouldNotBeEmpty();
        steps.ShouldAllBe(step => step.StartsWith("SEARCH"), string.Join("; ", steps));
    }

    [Fact]
    public async Task The_container_opens_the_store_and_closes_it()
    {
        var services = new ServiceCollection().AddLogging().AddSqliteDocumentStore(options => options.DataDirectory = _file.Directory);
        await using (var provider = services.BuildServiceProvider())
        {
            var store = provider.GetRequiredService<IDocumentStore>();
            (await store.CommitAsync("p", [Create("case")], default)).Committed.ShouldBeTrue();
        }

        File.Exists(_file.Path).ShouldBeTrue();
        File.Exists(_file.Path + "-wal").ShouldBeFalse();
    }

    [Fact]
    public void Options_outside_their_range_are_all_told_at_once()
    {
        var services = new ServiceCollection().AddLogging().AddSqliteDocumentStore(options =>
        {
            options.DataDirectory = "";
            options.LockTimeoutSeconds = 0;
        });
        using var provider = services.BuildServiceProvider();

        var failure = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IDocumentStore>());

        failure.Message.ShouldContain("DataDirectory");
        failure.Message.ShouldContain("LockTimeoutSeconds");
    }

    private static DocumentWrite.Create Create(string id) => new(id, "{}", []);
}
