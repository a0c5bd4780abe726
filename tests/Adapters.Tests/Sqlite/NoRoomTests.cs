using CrossRegion.Adapters.Sqlite;
using CrossRegion.DurableTask.Tests.Disks;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Adapters.Tests.Sqlite;

public sealed class NoRoomTests
{
    [FactWithDisk]
    public async Task Without_room_to_write_the_file_anew_the_store_opens_and_it_is_done_when_there_is_room()
    {
        using var disk = new SmallDisk(8 << 20);
        await using (var store = Open(disk))
        {
            var etag = (await store.CommitAsync("p", [new DocumentWrite.Create("key", "\"secret\"", [], Erasable: true)], default)).ETags[0]!;
            await store.CommitAsync("p", [.. Enumerable.Range(0, 20).Select(i => new DocumentWrite.Create($"{i}", new string('x', 90_000), []))], default);
            await store.CommitAsync("p", [new DocumentWrite.Delete("key", etag)], default);
        }

        disk.Fill(leave: 256 << 10);
        await using (var store = Open(disk))
        {
            (await store.ListAsync("p", "", default)).Count.ShouldBe(20);
            (await store.CommitAsync("p", [new DocumentWrite.Create("next", "{}", [])], default)).Committed.ShouldBeTrue(); // the room it took is given back
        }

        new CaseDatabase(disk.Path, 5).IsRebuildDue().ShouldBeTrue();
        disk.MakeRoom();
        await using (Open(disk))
        {
            new CaseDatabase(disk.Path, 5).IsRebuildDue().ShouldBeFalse();
        }
    }

    private static SqliteDocumentStore Open(SmallDisk disk) =>
        SqliteDocumentStore.Open(new SqliteDocumentStoreOptions { DataDirectory = disk.Path }, NullLogger<SqliteDocumentStore>.Instance);
}
