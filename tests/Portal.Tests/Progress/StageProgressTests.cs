using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Progress;
using CrossRegion.Portal.Tests.Applications;

namespace CrossRegion.Portal.Tests.Progress;

public sealed class StageProgressTests
{
    [Fact]
    public void A_case_under_review_has_three_stages_behind_it()
        => Shape(SampleApplications.UnderReview).ShouldBe("收件+ 预审+ 受理+ 审查* 决定- 制证- 送达- 评价-");

    [Fact]
    public void A_rated_case_is_done_with_everything()
        => Shape(SampleApplications.Granted).ShouldBe("收件+ 预审+ 受理+ 审查+ 决定+ 制证+ 送达+ 评价+");

    [Fact]
    public void A_delivered_case_only_may_be_rated()
        => Shape(SampleApplications.Granted with { Stage = new CodedText(StageCodes.Delivered, "送达", "delivered") })
            .ShouldBe("收件+ 预审+ 受理+ 审查+ 决定+ 制证+ 送达+ 评价-");

    [Fact]
    public void A_refused_case_makes_no_certificate()
        => Shape(SampleApplications.Refused).ShouldBe("收件+ 预审+ 受理+ 审查+ 不予许可决定x 送达+ 评价-");

    [Fact]
    public void A_supplement_is_awaited_within_the_pre_review()
        => Shape(SampleApplications.SupplementRequested).ShouldBe("收件+ 补正告知! 受理- 审查- 决定- 制证- 送达- 评价-");

    [Fact]
    public void A_special_procedure_is_within_the_review()
        => Shape(SampleApplications.UnderReview with { Stage = new CodedText(StageCodes.SpecialProcedure, "特别程序", "special procedure") })
            .ShouldBe("收件+ 预审+ 受理+ 特别程序* 决定- 制证- 送达- 评价-");

    [Fact]
    public void A_case_that_is_not_accepted_ends_after_the_pre_review()
        => Shape(SampleApplications.NotAccepted).ShouldBe("收件+ 预审+ 不予受理x");

    [Fact]
    public void A_case_can_be_withdrawn_before_and_after_acceptance()
    {
        var withdrawn = SampleApplications.UnderReview with { Stage = new CodedText(StageCodes.Withdrawn, "撤回", "withdrawn") };

        Shape(withdrawn).ShouldBe("收件+ 预审+ 受理+ 撤回x");
        Shape(withdrawn with { AcceptedOn = null }).ShouldBe("收件+ 撤回x");
    }

    [Fact]
    public void A_broken_case_asks_for_attention_where_it_stands()
        => Shape(SampleApplications.Failed).ShouldBe("收件+ 预审+ 受理+ 审查! 决定- 制证- 送达- 评价-");

    [Theory]
    [InlineData(StageCodes.Applied, "收件")]
    [InlineData(StageCodes.Received, "收件")]
    [InlineData(StageCodes.PreReview, "预审")]
    [InlineData(StageCodes.Accepted, "受理")]
    [InlineData(StageCodes.Decided, "决定")]
    [InlineData(StageCodes.Concluded, "决定")]
    [InlineData(StageCodes.CertificateMade, "制证")]
    public void Every_stage_of_the_law_has_its_place_on_the_way(string code, string place)
        => StageProgress.Of(SampleApplications.UnderReview with { Stage = new CodedText(code, "", "") })
            .Single(step => step.State == StepState.Current).Name.Zh.ShouldBe(place);

    private static string Shape(ApplicationView application) => string.Join(' ', StageProgress.Of(application).Select(step => step.Name.Zh + step.State switch
    {
        StepState.Done => "+",
        StepState.Current => "*",
        StepState.Attention => "!",
        StepState.Ended => "x",
        _ => "-",
    }));
}
