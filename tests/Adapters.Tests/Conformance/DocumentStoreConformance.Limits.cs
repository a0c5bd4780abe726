using System.Text;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

    [Fact]
    public async Task An_id_has_every_character_of_the_alphabet_and_200_of_them()
    {
        var longest = new string('x', 200 - Alphabet.Length) + Alphabet;
        string[] ids = [.. Alphabet.Select(character => $"{character}"), longest];

        await CommitAsync([.. ids.Select(id => Create(id, id.Length == 1 ? "1" : "200"))]);

        (await ListAsync()).ShouldBe(ids.Order(StringComparer.Ordinal));
        (await BodyAsync(longest)).ShouldBe("200");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
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

    [Fact]
    public async Task A_document_of_2_MB_is_kept_and_a_larger_one_is_refused()
    {
        // Three bytes of UTF-8 a character: the limit is in bytes.
        var text = new string('省', (DocumentLimits.MaxBatchBytes - 2) / 3);
        var largest = $"\"{text.PadRight(text.Length + DocumentLimits.MaxBatchBytes - 2 - Encoding.UTF8.GetByteCount(text))}\"";
        Encoding.UTF8.GetByteCount(largest).ShouldBe(DocumentLimits.MaxBatchBytes);

        await RefusedAsync(Create("case", largest + " "));
        await RefusedAsync(Create("case", largest), Create("timeline:0001", "1"));
        await WriteAsync(Create("case", largest));

        ((await BodyAsync("case")) == largest).ShouldBeTrue("the largest document did not come back as it was written");
        (await ListAsync()).ShouldBe(["case"]);
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
