using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>Why a message is not taken. Every code is in docs/exchange.md; a sender keeps the hand-over and its refusal until it is repaired.</summary>
/// <param name="Code">Stable kebab-case word.</param>
/// <param name="Faults">More, when there is more to say: what the receiver found wrong in the body.</param>
public sealed record Refusal(string Code, string MessageZh, string MessageEn, IReadOnlyList<Fault>? Faults = null)
{
    public static Refusal Malformed(string what) => new("malformed", "消息格式有误", $"the message is malformed: {what}");

    public static Refusal TooLarge(int bytes) =>
        new("too-large", $"移交内容超过{HandOver.MaxBodyBytes}字节", $"the body has {bytes} bytes, more than {HandOver.MaxBodyBytes}");

    public static Refusal UnknownPeer(ProvinceCode authority) =>
        new("unknown-peer", $"未与{authority}建立交换关系", $"{authority} is no peer of this stamp");

    public static Refusal UnknownKey(ProvinceCode authority, string keyId) =>
        new("unknown-key", $"不认识{authority}的密钥{keyId}", $"{authority} has no key {keyId} here");

    public static Refusal WrongAlgorithm(string algorithm) =>
        new("wrong-algorithm", $"该密钥不用于{algorithm}", $"the key is not for {algorithm}");

    public static Refusal WrongSignature { get; } = new("wrong-signature", "签名不符", "the signature does not match");

    public static Refusal Expired { get; } = new("expired", "消息已过期", "the message has expired");

    public static Refusal NotYetValid { get; } = new("not-yet-valid", "消息签名时间在将来", "the message was signed in the future");

    public static Refusal WrongReceiver(ProvinceCode to) => new("wrong-receiver", $"本平台不代表{to}", $"this stamp does not serve {to}");

    public static Refusal WrongDigest { get; } = new("wrong-digest", "内容与摘要不符", "the body does not match its digest");

    public static Refusal UnknownDigest(string name) => new("unknown-digest", $"不支持摘要算法{name}", $"the digest {name} is not known here");

    public static Refusal UnknownKind(HandOverKind kind) =>
        new("unknown-kind", $"本平台不接收{kind.Name().Zh}", $"this stamp takes no hand-over of kind {kind.Code()}");

    /// <summary>The same sequence was taken with another content.</summary>
    public static Refusal Contradiction { get; } =
        new("contradiction", "同一序号此前已接收不同内容", "another content was taken under this sequence before");

    /// <summary>The receiver's rules do not admit it.</summary>
    public static Refusal NotAdmitted(IReadOnlyList<Fault> faults) =>
        new("not-admitted", faults.Count > 0 ? faults[0].MessageZh : "未被接收", faults.Count > 0 ? faults[0].MessageEn : "it was not admitted", faults);

    /// <summary>A defect or a lack at the receiver, told there in its log.</summary>
    public static Refusal ReceiverFailed { get; } = new("receiver-failed", "接收方处理失败", "the receiver failed on it; its log says how");

    /// <summary>Found by the sender: the request was rejected as a whole, with nothing but this in it.</summary>
    public static Refusal Rejected(int status) => new("rejected", $"接收方以HTTP {status}拒绝", $"the receiver rejected the request with HTTP {status}");

    /// <summary>Found by the sender: the receipt is not for what was sent, or another one was given before.</summary>
    public static Refusal ContradictingReceipt(string what) => new("contradicting-receipt", $"回执不符:{what}", $"the receipt contradicts: {what}");

    /// <summary>Found by the sender: the receiver asks for what it has given a receipt for.</summary>
    public static Refusal LostByReceiver(int sequence) => new(
        "lost-by-receiver", $"接收方缺失已出具回执的第{sequence}号移交", $"the receiver has lost number {sequence}, for which it gave a receipt: reconcile");

    /// <summary>Whether the two sides say different things, which nobody but people can settle.</summary>
    public bool IsContradiction => Code is "contradiction" or "contradicting-receipt" or "lost-by-receiver";

    public override string ToString() => $"{Code}: {MessageEn}";
}
