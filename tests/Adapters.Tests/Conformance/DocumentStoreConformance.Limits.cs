using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

    [Fact]
    public async Task An_id_has_every_character_of_the_alphabet_and_200_of_them()
    {
        var longest = new string('x', 200 - Alphabet.Length) + Alphabet;
        string[] ids = [.. Alphabet.Where(character => character != '.').Select(character => $"{character}"), "...", longest];

        await CommitAsync([.. ids.Select(id => Create(id, $"{id.Length}"))]);

        (await ListAsync()).ShouldBe(ids.Order(StringComparer.Ordinal));
        foreach (var id in ids)
        {
            (await BodyAsync(id)).ShouldBe($"{id.Length}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a'b")]
    [InlineData("号")]
    [InlineData("ａ")]
    public async Task Other_ids_and_partitions_are_refused(string id)
    {
        await RefusedAsync(Create(id));
        await RefusedAsync(Replace(id, "1"));
        await RefusedAsync(Delete(id, "1"));
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(id, [Create("case")], default));
    }

    [Fact]
    public async Task An_id_of_201_characters_is_refused() => await RefusedAsync(Create(new string('x', 201)));

    [Fact]
    public async Task An_empty_batch_and_one_of_101_operations_are_refused()
    {
        await RefusedAsync();
        await RefusedAsync([.. Enumerable.Range(0, 101).Select(i => Create($"d{i}"))]);

        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_that_names_an_id_twice_is_refused()
    {
        await RefusedAsync(Create("a"), Create("b"), Create("a"));

        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData('省')]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('\u007f')]
    [InlineData('\ue000')]
    public async Task The_largest_document_is_kept_and_a_larger_one_is_refused(char character)
    {
        // What a character counts depends on how JSON has to write it.
        var bytes = DocumentSize.Of(Create("case", $"{character}")) - DocumentSize.Of(Create("case", ""));
        var room = DocumentLimits.MaxBatchBytes - DocumentSize.Of(Create("case", "", Entry("1")));
        var largest = new string(character, (int)(room / bytes)).PadRight((int)(room / bytes + room % bytes));
        DocumentSize.Of(Create("case", largest, Entry("1"))).ShouldBe(DocumentLimits.MaxBatchBytes);

        await RefusedAsync(Create("case", largest + " ", Entry("1")));
        await RefusedAsync(Create("case", largest, Entry("1")), Delete("timeline:0001", "1"));
        await WriteAsync(Create("case", largest, Entry("1")));

        ((await BodyAsync("case")) == largest).ShouldBeTrue("the largest document did not come back as it was written");
        (await FindAsync(All)).ShouldBe(["case"]);
    }

    [Fact]
    public async Task The_largest_batch_is_committed()
    {
        // As many operations as there may be, with keys as long as they may be, filled up to the last byte; created, then replaced.
        string[] ids = [.. Enumerable.Range(0, DocumentLimits.MaxOperations).Select(i => $"{i:d3}".PadRight(DocumentLimits.MaxKeyLength, 'x'))];
        var entry = Entry("".PadRight(DocumentLimits.MaxKeyLength, '~'));
        var room = (int)(DocumentLimits.MaxBatchBytes - ids.Sum(id => DocumentSize.Of(Create(id, "", entry))));
        var partition = (Partition + "-").PadRight(DocumentLimits.MaxKeyLength, 'p');

        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(
            partition, [.. ids.Select((id, i) => Create(id, i == 0 ? new string('x', room + 1) : "", entry))], default));
        var etags = (await Store.CommitAsync(
            partition, [.. ids.Select((id, i) => Create(id, i == 0 ? new string('x', room) : "", entry))], default)).ETags;
        for (var version = 0; version < 3; version++)
        {
            etags = (await Store.CommitAsync(
                partition, [.. ids.Select((id, i) => Replace(id, etags[i]!, i == 0 ? new string('x', room) : "", entry))], default)).ETags;
        }

        etags.Count.ShouldBe(ids.Length);
        (await Store.ListAsync(partition, "", default)).Select(document => document.Key.Id).ShouldBe(ids);
    }

    [Fact]
    public async Task Index_entries_outside_the_limits_are_refused()
    {
        await RefusedAsync(Create("a", "{}", new IndexEntry(DocumentIndex.Cases, "", "1")));
        await RefusedAsync(Create("a", "{}", new IndexEntry(DocumentIndex.Cases, new string('v', 201), "1")));
        await RefusedAsync(Create("a", "{}", Entry(new string('1', 201))));
        await RefusedAsync(Create("a", "{}", Entry("二月")));
        await RefusedAsync(Create("a", "{}", Entry("1\n2")));
        await RefusedAsync(Create("a", "{}", Entry("1"), Entry("2")));

        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_page_of_no_or_too_many_documents_is_refused(int maxItems)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.QueryAsync(All with { MaxItems = maxItems }, default));
        await Should.ThrowAsync<ArgumentException>(() => Store.ReadChangesAsync(null, maxItems, default));
    }

    [Theory]
    [InlineData("\"四川省政务服务 👨‍👩‍👧 𠮷 é e\u0301\"")]
    [InlineData("\"\u2028\u2029\uFEFF\uFFFF\uE000\"")]
    [InlineData("\"\\u0000 \\ud83d\"")]
    public async Task Text_of_any_script_comes_back_unchanged(string body)
    {
        var etag = await WriteAsync(Create("case", body, Entry("1")));

        (await BodyAsync("case")).ShouldBe(body);
        await IndexesCaughtUpAsync();
        (await Store.QueryAsync(All, default)).Documents.ShouldHaveSingleItem().ShouldBe(new(Key("case"), body, etag));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_rather_than_replaced() => await RefusedAsync(Create("case", "\"\ud83d\""));

    private async Task RefusedAsync(params DocumentWrite[] batch) =>
        await Should.ThrowAsync<ArgumentException>(() => Store.CommitAsync(Partition, batch, default));
}
