namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>
/// 办件: one application as everybody outside the case sees it. The HTTP API returns it as JSON (<see cref="ReadModelJson"/>) and the
/// portal shows it; personal data are masked here already. Dates are days in Asia/Shanghai; a null member is left out of the JSON.
/// </summary>
public sealed record ApplicationView
{
    /// <summary>The application number.</summary>
    public required string Number { get; init; }

    /// <summary>事项: what is applied for, in the version that the application was accepted with.</summary>
    public required ItemReference Item { get; init; }

    /// <summary>跨省通办模式: 全程网办, 异地代收代办 or 多地联办.</summary>
    public required CodedText Mode { get; init; }

    /// <summary>The two digits of the province that filed it.</summary>
    public required string Province { get; init; }

    /// <summary>环节: how far it is; the codes are those of <see cref="StageCodes"/>.</summary>
    public required CodedText Stage { get; init; }

    /// <summary>申请人, masked; null once erased.</summary>
    public ApplicantView? Applicant { get; init; }

    /// <summary>收件: when the application came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>受理: the day from which the limits run (day 0).</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>承诺办结时限: the last day of the limit that the authority promised.</summary>
    public DateOnly? PromisedDueOn { get; init; }

    /// <summary>法定办结时限: the last day of the limit by law.</summary>
    public DateOnly? StatutoryDueOn { get; init; }

    /// <summary>True when a due date reaches into a year whose holidays are not announced yet.</summary>
    public bool? Provisional { get; init; }

    /// <summary>The promised date too reaches into a year whose holidays are not published; null before acceptance.</summary>
    public bool? PromisedProvisional { get; init; }

    /// <summary>Working days of the limit that are used up; stands still once the case is decided.</summary>
    public int? WorkingDaysUsed { get; init; }

    /// <summary>监察颜色: the most severe of its clocks'.</summary>
    public CodedText? Colour { get; init; }

    /// <summary>时限: every clock of the case, those that run first.</summary>
    public IReadOnlyList<ClockView> Clocks { get; init; } = [];

    /// <summary>What the case waits for, from whom, until when; empty when it waits for nothing.</summary>
    public IReadOnlyList<AwaitedStep> Awaiting { get; init; } = [];

    /// <summary>补正告知: what is missing, told all at once; stays to be read after the supplement came.</summary>
    public SupplementView? Supplement { get; init; }

    /// <summary>联审: the departments in the catalogue's order; empty when none takes part.</summary>
    public IReadOnlyList<ReviewView> Reviews { get; init; } = [];

    /// <summary>不予受理 or 不受理: why the application was not accepted.</summary>
    public NotAcceptedView? NotAccepted { get; init; }

    /// <summary>决定: granted or refused, with reasons and remedies.</summary>
    public DecisionView? Decision { get; init; }

    /// <summary>证照: the certificate that was issued.</summary>
    public CertificateView? Certificate { get; init; }

    /// <summary>送达: when the result reached the applicant.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>好差评: how the applicant rated it.</summary>
    public EvaluationView? Evaluation { get; init; }

    /// <summary>Set while the handling is broken and waits for an operator.</summary>
    public FailureView? Failure { get; init; }

    /// <summary>1, and one more for each replay by an operator.</summary>
    public required int Generation { get; init; }

    /// <summary>
    /// 截至: when the competent stamp told this of an application that it handles and this one shows; days are counted on from there. Null on
    /// the stamp that handles it.
    /// </summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>撤回: when the applicant withdrew it.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>删除: when the person was erased from it (个人信息保护法 art. 47); what people wrote is gone with it.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
}
