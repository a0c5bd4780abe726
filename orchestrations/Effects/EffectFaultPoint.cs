namespace CrossRegion.Orchestrations.Effects;

/// <summary>The instants at which a crash is worst for an effect; tests crash at each of them.</summary>
public enum EffectFaultPoint
{
    /// <summary>The ledger says nothing, or planned.</summary>
    BeforeBegun = 1,

    /// <summary>The ledger says begun; the receiver has heard nothing.</summary>
    AfterBegun = 2,

    /// <summary>The receiver has acted; the ledger does not know.</summary>
    AfterPerformed = 3,

    /// <summary>The ledger says completed; the caller does not know.</summary>
    AfterCompleted = 4,
}
