using System.Text;

namespace CrossRegion.Intake.Tests;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("{", "")]
    [InlineData("{\"id\": ", "id")]
    [InlineData("{\"id\": 'x'}", "id")]
    [InlineData("{\"id\": \"x\",}", "id")]
    [InlineData("{\"id\": \"x\"} x", "")]
    [InlineData("{\"id\": \"x\"}{}", "")]
    [InlineData("{/* no */\"id\": \"x\"}", "")]
    [InlineData("{\"data\": {\"materials\": [{\"code\": 01}]}}", "data.materials[0].code")]
    [InlineData("{\"data\": [NaN]}", "data")]
    [InlineData("{\"id\": \"a\tb\"}", "id")]
    public void What_is_not_json_is_refused_at_the_place_where_it_stops_being_json(string body, string path)
    {
        var result = IntakeUnderTest.Read(IntakeUnderTest.Structured, body);

        result.Problem.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("malformed-json");
        result.Problem.Faults[0].Path.ShouldBe(path);
        result.Problem.Status.ShouldBe(400);
    }

    [Fact]
    public void A_truncated_event_is_refused_wherever_it_is_cut()
    {
        var body = Encoding.UTF8.GetBytes(Examples.ReadValid("application.submitted.v1").TrimEnd());

        for (var length = 0; length < body.Length; length++)
        {
            IntakeUnderTest.Read(IntakeUnderTest.Structured, body[..length]).Problem.ShouldNotBeNull($"cut to {length} bytes").Status.ShouldBe(400);
        }
    }

    [Fact]
    public void Every_member_that_occurs_twice_is_told_even_when_written_differently()
    {
        var body = Examples.ReadValid("application.withdrawn.v1")
            .Replace("\"id\":", "\"\\u0069d\": \"other\", \"id\":")
            .Replace("\"reason\":", "\"reason\": \"first\", \"reason\":");

        IntakeUnderTest.Read(IntakeUnderTest.Structured, body).ShouldBeRefused(400, "id duplicate-member", "data.reason duplicate-member");
    }

    [Fact]
    public void The_same_name_in_different_objects_is_no_duplicate() =>
        IntakeUnderTest.Read(Examples.Submitted.With("data.statements.id", "1").With("data.statements.type", "2")).Accepted.ShouldBeTrue();

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE4, 0xB8 })]
    public void Invalid_utf8_is_refused(byte[] invalid)
    {
        var body = Encoding.UTF8.GetBytes(Examples.ReadValid("application.withdrawn.v1"));
        var at = body.AsSpan().IndexOf("reason"u8) + 12;

        IntakeUnderTest.Read(IntakeUnderTest.Structured, [.. body[..at], .. invalid, .. body[at..]]).ShouldBeRefused(400, " invalid-utf8");
    }

    [Fact]
    public void A_byte_order_mark_is_refused() =>
        IntakeUnderTest.Read(IntakeUnderTest.Structured, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Examples.ReadValid("application.submitted.v1"))])
            .ShouldBeRefused(400, " byte-order-mark");

    [Fact]
    public void Half_a_surrogate_pair_is_refused_in_values_and_in_names()
    {
        Withdrawn(reason: "\"\\ud83d\"").ShouldBeRefused(400, "data.reason invalid-text");
        IntakeUnderTest.Read(IntakeUnderTest.Structured, """{"a\udc00": 1}""").Problem.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("invalid-text");
        Withdrawn(reason: "\"\\ud83d\\ude00\"").Accepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("1.00000000000000000000000000000000000000000000000000000000000000000000000")]
    public void A_number_beyond_a_double_is_refused(string number) =>
        Withdrawn(reason: number).ShouldBeRefused(400, "data.reason number-out-of-range");

    [Fact]
    public void A_large_number_that_is_one_is_only_out_of_range() =>
        IntakeUnderTest.Read(IntakeUnderTest.Structured, Examples.ReadValid("evaluation.submitted.v1").Replace("\"satisfaction\": 1", "\"satisfaction\": 999999999999999"))
            .ShouldBeRefused(400, "data.satisfaction out-of-range");

    [Fact]
    public void Nesting_is_followed_to_sixteen_levels_and_no_further()
    {
        // The event, its data, and arrays below.
        Withdrawn(reason: Nested(14)).ShouldBeRefused(400, "data.reason type");
        var deeper = Withdrawn(reason: Nested(15));
        deeper.Problem.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("too-deep");
        Withdrawn(reason: Nested(100_000)).Problem.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("too-deep");
    }

    [Fact]
    public void Very_many_members_or_values_are_refused_before_they_cost_time()
    {
        var members = string.Join(',', Enumerable.Range(0, 201).Select(i => $"\"m{i}\":1"));
        Withdrawn(reason: $"{{{members}}}").ShouldBeRefused(400, "data.reason.m200 too-many-members");
        Withdrawn(reason: $"[{string.Join(',', Enumerable.Repeat("1", 201))}]").ShouldBeRefused(400, "data.reason[200] too-many-members");

        var hundred = $"[{string.Join(',', Enumerable.Repeat("1", 190))}]";
        var many = $"[{string.Join(',', Enumerable.Repeat($"[{string.Join(',', Enumerable.Repeat(hundred, 100))}]", 3))}]";
        Withdrawn(reason: many).Problem.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("too-many-members");
    }

    [Fact]
    public void A_nul_character_is_refused_in_every_text()
    {
        var submitted = Examples.Submitted
            .With("id", "a\0").With("subject", "b\0")
            .With("data.applicant.name", "四川\0公司").With("data.materials.0.title", "\0").With("data.applicant.email", "a\0@b");

        IntakeUnderTest.Read(submitted).ShouldBeRefused(
            400, "id pattern", "subject pattern", "data.applicant.name pattern", "data.materials[0].title pattern", "data.applicant.email pattern");
    }

    [Fact]
    public void A_line_feed_after_the_end_of_a_pattern_does_not_pass()
    {
        var submitted = Examples.Submitted
            .With("source", "urn:gov:cn:51:zwfw\n").With("time", "2026-03-02T09:15:00+08:00\n").With("data.item", "11450721MB15580811400010400200001\n");

        IntakeUnderTest.Read(submitted).ShouldBeRefused(400, "source pattern", "time pattern", "data.item pattern");
    }

    private static Functions.Intake.IntakeResult Withdrawn(string reason) =>
        IntakeUnderTest.Read(IntakeUnderTest.Structured, Examples.ReadValid("application.withdrawn.v1").Replace("\"项目取消。\"", reason));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
