using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Tests.Clocks;

public class ClockKeyTests
{
    public static TheoryData<ClockKey, string, ClockKind> Keys => new()
    {
        { ClockKey.Of(ClockKind.Statutory), "statutory", ClockKind.Statutory },
        { ClockKey.Of(ClockKind.LowerReview), "lower-review", ClockKind.LowerReview },
        { ClockKey.Notice(1), "notice", ClockKind.Notice },
        { ClockKey.Notice(3), "notice:round-3", ClockKind.Notice },
        { ClockKey.Stage(HandlingStage.PreReview), "stage:preReview", ClockKind.Stage },
        { ClockKey.Review(DepartmentKey.Parse("move-out-police")), "stage:review:move-out-police", ClockKind.Stage },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_tells_what_the_clock_measures_and_can_be_read_again(ClockKey key, string text, ClockKind kind)
    {
        key.Value.ShouldBe(text);
        key.Kind.ShouldBe(kind);
        ClockKey.Parse(text).ShouldBe(key);
        ClockKey.Parse(text).Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("lunch", "code")]
    [InlineData("stage:", "shape")]
    [InlineData("stage:a b", "shape")]
    public void Anything_else_is_no_key(string? text, string code)
    {
        ClockKey.TryParse(text, out var key, out var fault).ShouldBeFalse();
        key.ShouldBeNull();
        fault!.Code.ShouldBe(code);
        fault.MessageZh.ShouldStartWith(code == "missing" ? "缺少时限键" : "时限键:");
        fault.MessageEn.ShouldStartWith(code == "missing" ? "a clock's key is missing" : "a clock's key: ");
        fault.MessageEn.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_rung_has_a_name_of_its_own_in_the_case() =>
        new Rung(ClockKey.Review(DepartmentKey.Parse("tax-in")), RungLevel.Overdue).Key.ShouldBe("rung:stage:review:tax-in:overdue");
}
