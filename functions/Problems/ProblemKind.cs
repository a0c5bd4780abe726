using CrossRegion.Domain;

namespace CrossRegion.Functions.Problems;

/// <summary>A kind of refusal that callers may rely on; its type is <c>urn:crossregion:problem:CODE</c>.</summary>
/// <param name="Code">Stable kebab-case word.</param>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Title">The same for every occurrence.</param>
public sealed record ProblemKind(string Code, int Status, LocalizedText Title)
{
    /// <summary>Not JSON, not by CloudEvents, or not by the type's schema.</summary>
    public static ProblemKind Malformed { get; } = new("malformed-event", 400, new LocalizedText("事件格式有误", "The event is malformed"));

    /// <summary>Well-formed, but it says something that cannot be.</summary>
    public static ProblemKind Unacceptable { get; } = new("unacceptable-event", 422, new LocalizedText("事件内容有误", "The event cannot be accepted"));

    /// <summary>A holiday notice that makes no calendar.</summary>
    public static ProblemKind UnacceptableCalendar { get; } =
        new("unacceptable-calendar", 422, new LocalizedText("放假安排有误", "The holiday notice cannot be accepted"));

    public static ProblemKind TooLarge { get; } = new("too-large", 413, new LocalizedText("请求过大", "The request is too large"));

    public static ProblemKind UnsupportedMediaType { get; } =
        new("unsupported-media-type", 415, new LocalizedText("不支持的内容类型", "The content type is not supported"));

    /// <summary>What is asked about does not exist.</summary>
    public static ProblemKind UnknownApplication { get; } =
        new("unknown-application", 404, new LocalizedText("没有该办件", "There is no such application"));

    public static ProblemKind UnknownItem { get; } = new("unknown-item", 404, new LocalizedText("没有该事项", "There is no such item"));

    /// <summary>The case has no place for it now.</summary>
    public static ProblemKind Conflict { get; } = new("conflict", 409, new LocalizedText("与办件状态不符", "It does not fit the state of the case"));

    /// <summary>A message of the exchange that does not count; its fault says why.</summary>
    public static ProblemKind RefusedMessage { get; } = new("refused-message", 403, new LocalizedText("消息未被接受", "The message is refused"));

    /// <summary>A peer that was asked does not answer as it should.</summary>
    public static ProblemKind PeerFailed { get; } = new("peer-failed", 502, new LocalizedText("对方平台未应答", "The peer does not answer"));

    /// <summary>A request that is no event.</summary>
    public static ProblemKind BadQuery { get; } = new("bad-request", 400, new LocalizedText("请求有误", "The request is wrong"));
}
