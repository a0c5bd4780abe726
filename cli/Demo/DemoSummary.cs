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
/// <param name="Stamps">How many stamps they were handled on.</param>
/// <param name="HandOvers">What these handed over to each other.</param>
/// <param name="WithoutReceipt">Of these without a receipt.</param>
internal sealed record DemoSummary(
    int Applications,
    int Granted,
    int Refused,
    int NotAccepted,
    int Duplicates,
    int Certificates,
    int Notices,
    int Lost,
    int Stamps,
    int HandOvers,
    int WithoutReceipt)
{
    public string ToText() =>
        $"办件 {Applications},准予 {Granted},不予 {Refused},不予受理 {NotAccepted},重复 {Duplicates},证照 {Certificates},通知 {Notices},丢失 {Lost};平台 {Stamps},移交 {HandOvers},无回执 {WithoutReceipt}。 "
        + $"{Applications} applications: {Granted} granted, {Refused} refused, {NotAccepted} not accepted; {Duplicates} duplicates, "
        + $"{Certificates} certificates, {Notices} notices, {Lost} lost; {Stamps} stamps, "
        + $"{HandOvers} hand-overs, {WithoutReceipt} without a receipt.";
}
