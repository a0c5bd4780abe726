using System.Security.Cryptography;
using System.Text;
using CrossRegion.Adapters.Sqlite;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Sqlite;

/// <summary>What is erased is in none of the store's files, byte by byte.</summary>
public sealed class ErasureTests : IDisposable
{
    private const int Cases = 400;

    /// <summary>Bytes of a secret that must not be left together.</summary>
    private const int Piece = 12;

    private readonly SqliteStoreFile _file = new();

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// Documents come, grow and shrink around the secrets, so that the file's pages are split, joined and rebuilt. With these seeds secrets that
    /// are kept like any other document leave traces, in spite of <c>secure_delete</c>.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Nothing_of_an_erasable_body_outlives_its_document_however_its_neighbours_moved(int seed)
    {
        var random = new Random(seed);
        await using var store = _file.Open();
        var secrets = new List<(string Partition, string ETag, string Secret)>();
        var cases = new Dictionary<string, string>();
        for (var i = 0; i < Cases; i++)
        {
            var (partition, secret) = ($"51-{i:D4}", Secret());
            var begun = await store.CommitAsync(partition, [Erasable("key", secret), Create("case", random)], default);
            secrets.Add((partition, begun.ETags[0]!, secret));
            cases[partition] = begun.ETags[1]!;
            for (var step = 0; step < 4; step++)
            {
                var changed = $"51-{random.Next(Math.Max(0, i - 30), i + 1):D4}";
                var body = Body(random);
                var taken = await store.CommitAsync(
                    changed, [new DocumentWrite.Replace("case", body, [], cases[changed]), Create($"timeline:{i}-{step}", random)], default);
                cases[changed] = taken.ETags[0]!;
            }
        }

        var erased = secrets.Where((_, i) => i % 3 == 0).ToList();
        foreach (var (partition, etag, _) in erased)
        {
            await store.CommitAsync(partition, [new DocumentWrite.Delete("key", etag)], default);
        }

        var files = Files(_file.Directory);
        Left(files, erased.Select(one => one.Secret)).ShouldBeEmpty();
        Left(files, secrets.Except(erased).Select(one => one.Secret)).Count.ShouldBe(secrets.Count - erased.Count); // the search finds what is there
    }

    [Fact]
    public async Task After_a_replacement_nothing_of_the_former_body_is_left()
    {
        await using var store = _file.Open();
        var (former, latter) = (Secret(), Secret());
        var etag = (await store.CommitAsync("p", [Erasable("key", former)], default)).ETags[0]!;

        await store.CommitAsync("p", [new DocumentWrite.Replace("key", latter, [], etag)], default);

        Left(Files(_file.Directory), [former, latter]).ShouldBe([latter]);
    }

    [Fact]
    public async Task A_process_that_dies_before_the_log_is_cut_off_leaves_nothing_once_the_file_was_opened_again()
    {
        using var afterCrash = new SqliteStoreFile();
        var secret = Secret();
        var erasing = false;
        await using (var store = _file.Open(point =>
        {
            if (erasing && point == StoreFaultPoint.AfterCommit)
            {
                foreach (var path in Directory.GetFiles(_file.Directory).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal)))
                {
                    File.Copy(path, Path.Combine(afterCrash.Directory, Path.GetFileName(path)));
                }
            }
        }))
        {
            var etag = (await store.CommitAsync("p", [Erasable("key", secret)], default)).ETags[0]!;
            erasing = true;
            await store.CommitAsync("p", [new DocumentWrite.Delete("key", etag)], default);
        }

        Left(Files(afterCrash.Directory), [secret]).ShouldBe([secret]); // in the log
        await using var restarted = afterCrash.Open();
        (await restarted.ReadAsync(new("p", "key"), default)).ShouldBeNull();
        Left(Files(afterCrash.Directory), [secret]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_log_that_is_being_read_is_cut_off_later_and_its_erasure_is_in_doubt_until_then()
    {
        await using var store = _file.Open(lockTimeoutSeconds: 1);
        var secret = Secret();
        var etag = (await store.CommitAsync("p", [Erasable("key", secret)], default)).ETags[0]!;
        using (var reader = _file.Connect())
        {
            reader.Execute("BEGIN");
            reader.Scalar("SELECT count(*) FROM documents");

            var doubt = await Should.ThrowAsync<IOException>(() => store.CommitAsync("p", [new DocumentWrite.Delete("key", etag)], default));

            doubt.Message.ShouldContain("still in the log");
            (await store.ReadAsync(new("p", "key"), default)).ShouldBeNull();
        }

        await store.CommitAsync("p", [new DocumentWrite.Create("next", "{}", [])], default);
        Left(Files(_file.Directory), [secret]).ShouldBeEmpty();
    }

    /// <summary>An index entry is a row among others, and a copy of it may be left in a page; the file is written anew at its next opening.</summary>
    [Fact]
    public async Task After_an_erasure_the_file_is_written_anew_when_it_is_opened()
    {
        const string Remnant = "a trace in a page";
        await using (var store = _file.Open())
        {
            var etag = (await store.CommitAsync("p", [Erasable("key", Secret())], default)).ETags[0]!;
            LeaveTrace(Remnant);
            Left(Files(_file.Directory), [Remnant]).ShouldBe([Remnant]);
            await store.CommitAsync("p", [new DocumentWrite.Delete("key", etag), new DocumentWrite.Create("erased", "{}", [])], default);
        }

        await using var reopened = _file.Open();

        Left(Files(_file.Directory), [Remnant]).ShouldBeEmpty();
        (await reopened.ListAsync("p", "", default)).ShouldHaveSingleItem().Key.Id.ShouldBe("erased");
    }

    [Fact]
    public async Task A_file_of_the_first_schema_loses_its_traces_when_it_is_opened()
    {
        const string Remnant = "申请人甲的旧文";
        using (var connection = _file.Connect())
        {
            connection.Execute(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sqlite", "Released", "schema-1.sql")));
        }

        LeaveTrace(Remnant);
        Left(Files(_file.Directory), [Remnant]).ShouldBe([Remnant]);

        await using var store = _file.Open();

        Left(Files(_file.Directory), [Remnant]).ShouldBeEmpty();
        (await store.ReadAsync(new("51", "case"), default)).ShouldNotBeNull();
    }

    /// <summary>What a deletion leaves without <c>secure_delete</c>.</summary>
    private void LeaveTrace(string text)
    {
        using var connection = _file.Connect();
        connection.Execute($"PRAGMA secure_delete = OFF; INSERT INTO documents (partition, id, body) VALUES ('x', 'x', '{text}')");
        connection.Execute("DELETE FROM documents WHERE partition = 'x'");
    }

    private static List<byte[]> Files(string directory) => [.. Directory.GetFiles(directory).Select(ReadShared)];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Those of which any piece is still in a file.</summary>
    private static List<string> Left(List<byte[]> files, IEnumerable<string> secrets) => [.. secrets.Where(secret =>
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return Enumerable.Range(0, Math.Max(1, bytes.Length / Piece)).Any(i =>
            files.Exists(file => file.AsSpan().IndexOf(bytes.AsSpan(i * Piece, Math.Min(Piece, bytes.Length - (i * Piece)))) >= 0));
    })];

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48));

    private static string Body(Random random) => new('c', random.Next(800, 6000));

    private static DocumentWrite.Create Create(string id, Random random) => new(id, id == "case" ? Body(random) : new string('t', random.Next(100, 1500)), []);

    private static DocumentWrite.Create Erasable(string id, string body) => new(id, body, [], Erasable: true);
}
