namespace CrossRegion.Cli.Demo;

/// <summary>What became of the demo's applications; the last line of <c>demo --exit</c>.</summary>
/// <param name="Applications">Cases made: as many as there are application numbers.</param>
/// <param name="Granted">Granted, with a certificate.</param>
/// <param name="Refused">Refused with reasons.</param>
/// <param name="NotAccepted">Not accepted.</param>
/// <param name="Duplicates">Submissions that were recognised as known.</param>
/// <param name="Certificates">Different certificate identifiers that the provinces were told of.</param>
/// <param name="Notices">Notices that citizens got.</param>
/// <param name="Lost">Cases that did not come to an end.</param>
internal sealed record DemoSummary(
    int Applications, int Granted, int Refused, int NotAccepted, int Duplicates, int Certificates, int Notices, int Lost);
