using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Lines;

/// <summary>A hand-over on the line, and what is to happen to it.</summary>
/// <param name="Name">The hand-over and the number of the attempt.</param>
/// <param name="Sent">As the stamp has sent it.</param>
internal sealed record JudgedHandOver(string Name, JsonObject Sent)
{
    /// <summary>Its signature is changed.</summary>
    public bool WrongSignature { get; init; }

    /// <summary>The signature of its receipt is changed.</summary>
    public bool WrongReceipt { get; init; }

    /// <summary>How long it is held back; null: it is not.</summary>
    public TimeSpan? HeldFor { get; init; }

    /// <summary>After what time it is handed over again; null: it is not.</summary>
    public TimeSpan? RepeatedAfter { get; init; }

    /// <summary>Which byte of a signature is changed, 0 to 1.</summary>
    public double Byte { get; init; }

    /// <summary>What the sender is answered, once it is known.</summary>
    public JsonObject? Answer { get; set; }

    /// <summary>As it arrives.</summary>
    public JsonObject Carried
    {
        get
        {
            if (!WrongSignature)
            {
                return Sent;
            }
            var damaged = (JsonObject)Sent.DeepClone();
            damaged["message"] = LineMessage.WithWrongSignature((string)Sent["message"]!, Byte);
            return damaged;
        }
    }
}
