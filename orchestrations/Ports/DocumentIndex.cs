namespace CrossRegion.Orchestrations.Ports;

/// <summary>The indexes that the store's adapters must serve. Declared here and nowhere else.</summary>
public enum DocumentIndex
{
    /// <summary>Cases by the province that filed them; sorted by the time of receipt.</summary>
    CasesByProvince,

    /// <summary>Every case; sorted by the time of receipt.</summary>
    Cases,

    /// <summary>Cases by the keyed hash of their applicant's identifier; sorted by the time of receipt.</summary>
    CasesByApplicant,

    /// <summary>Cases whose orchestration failed; sorted by the time of failure.</summary>
    FailedCases,

    /// <summary>Cases that are not over; sorted by the time of receipt.</summary>
    OpenCases,

    /// <summary>Cases in which something will be due because time passes; sorted by when, so that a sweep reads what is due and no more.</summary>
    DueCases,

    /// <summary>Inbox events that no orchestration has been told of yet; sorted by the time of receipt.</summary>
    WaitingEvents,

    /// <summary>Hand-overs without a receipt, by the peer that they go to; sorted by when they are due.</summary>
    HandOversToSend,

    /// <summary>Hand-overs sent and taken, by route and day; sorted by application number and sequence.</summary>
    HandOverLedger,

    /// <summary>Messages that were refused, by who refused whom; sorted by the time of the refusal.</summary>
    RefusedHandOvers,
}
