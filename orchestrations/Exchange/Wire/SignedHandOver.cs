using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Orchestrations.Exchange.Wire;

/// <summary>A hand-over on its way.</summary>
/// <param name="Message">The envelope as JWS in compact form.</param>
/// <param name="Body">
/// The body; a string on the wire too, so that its bytes are the same on both sides whatever writes the JSON around it. Empty when it was
/// erased, which the message then says itself (<see cref="MessageType.ErasedHandOver"/>).
/// </param>
public sealed record SignedHandOver(string Message, string Body)
{
    public bool IsErased => Body.Length == 0;
}
