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

    /// <summary>Inbox events that no orchestration has been told of yet; sorted by the time of receipt.</summary>
    WaitingEvents,
}
