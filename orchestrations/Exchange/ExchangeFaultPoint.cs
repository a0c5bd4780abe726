namespace CrossRegion.Orchestrations.Exchange;

/// <summary>The instants at which a crash is worst for a hand-over; tests crash at each of them.</summary>
public enum ExchangeFaultPoint
{
    /// <summary>Sender: signed; the peer has heard nothing.</summary>
    BeforeSent = 1,

    /// <summary>Sender: the peer has answered; its receipt is nowhere stored here.</summary>
    AfterSent = 2,

    /// <summary>Sender: the receipt is stored; whoever sends does not know.</summary>
    AfterReceiptKept = 3,

    /// <summary>Receiver: verified, its receipt signed; nothing is stored.</summary>
    BeforeTaken = 4,

    /// <summary>Receiver: stored with its receipt; the sender has no answer.</summary>
    AfterTaken = 5,
}
