namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>The codes of the stages (环节) on the wire.</summary>
public static class StageCodes
{
    /// <summary>申请.</summary>
    public const string Applied = "applied";

    /// <summary>收件.</summary>
    public const string Received = "received";

    /// <summary>预审.</summary>
    public const string PreReview = "preReview";

    /// <summary>补正告知.</summary>
    public const string SupplementRequested = "supplementRequested";

    /// <summary>受理.</summary>
    public const string Accepted = "accepted";

    /// <summary>审查.</summary>
    public const string UnderReview = "underReview";

    /// <summary>特别程序.</summary>
    public const string SpecialProcedure = "specialProcedure";

    /// <summary>决定.</summary>
    public const string Decided = "decided";

    /// <summary>办结.</summary>
    public const string Concluded = "concluded";

    /// <summary>制证.</summary>
    public const string CertificateMade = "certificateMade";

    /// <summary>送达.</summary>
    public const string Delivered = "delivered";

    /// <summary>评价.</summary>
    public const string Evaluated = "evaluated";

    /// <summary>不予受理.</summary>
    public const string NotAccepted = "notAccepted";

    /// <summary>不受理.</summary>
    public const string NotRequired = "notRequired";

    /// <summary>撤回.</summary>
    public const string Withdrawn = "withdrawn";
}
