using System.Text;
using CrossRegion.Functions.Intake;

namespace CrossRegion.Intake.Tests;

public sealed class BodyLimitTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(10 * 1024 * 1024)]
    [InlineData(int.MaxValue)]
    public async Task A_larger_body_is_refused_while_it_is_read(int length)
    {
        var body = new GeneratedStream(length);

        var result = await ReadAsync(IntakeUnderTest.Structured, body);

        result.ShouldBeRefused(413, " too-large");
        body.Given.ShouldBe(Limit + 1);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var json = Examples.ReadValid("application.withdrawn.v1").TrimEnd();
        var body = new MemoryStream(Encoding.UTF8.GetBytes(json + new string(' ', Limit - Encoding.UTF8.GetByteCount(json))));

        var result = await ReadAsync(IntakeUnderTest.Structured, body);

        body.Length.ShouldBe(Limit);
        result.Accepted.ShouldBeTrue(result.Problem?.ToString());
    }

    [Fact]
    public async Task A_body_that_comes_byte_by_byte_is_read_whole()
    {
        var body = new GeneratedStream(Encoding.UTF8.GetBytes(Examples.ReadValid("application.withdrawn.v1")), block: 1);

        (await ReadAsync(IntakeUnderTest.Structured, body)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_not_read()
    {
        var body = new GeneratedStream(10);

        (await ReadAsync("text/plain", body)).ShouldBeRefused(415, " content-type");
        body.Given.ShouldBe(0);
    }

    [Fact]
    public void A_large_body_in_memory_is_refused_too() =>
        IntakeUnderTest.Read(IntakeUnderTest.Batch, new byte[Limit + 1]).ShouldBeRefused(413, " too-large");

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            IntakeUnderTest.Reader.ReadAsync(IntakeUnderTest.Structured, [], new GeneratedStream(10), IntakeUnderTest.Now, cancelled.Token));
    }

    private static Task<IntakeResult> ReadAsync(string contentType, Stream body) =>
        IntakeUnderTest.Reader.ReadAsync(contentType, [], body, IntakeUnderTest.Now, CancellationToken.None);
}
