namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>One mode of handling (国办发〔2020〕35号), and the sample that stands for it.</summary>
/// <param name="Name">As in the catalogue.</param>
/// <param name="Sample">Its file's name.</param>
internal sealed record Mode(string Name, string Sample)
{
    public static IReadOnlyList<Mode> All { get; } =
    [
        new("fullyOnline", "02-medical-insurance-transfer"),
        new("remoteReceipt", "06-transport-licence-renewal"),
        new("jointHandling", "01-enterprise-relocation"),
    ];
}
