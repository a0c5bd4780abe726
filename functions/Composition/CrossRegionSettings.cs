using System.ComponentModel.DataAnnotations;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Notices;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Functions.Composition;

/// <summary>The settings under <c>CrossRegion__</c> that the app itself reads, checked all at once when it starts.</summary>
/// <param name="DataDirectory"><c>DataDirectory</c>: where embedded data lives. Default <c>./.crossregion</c>.</param>
/// <param name="Stamp"><c>Stamp</c>: the province this installation speaks for, two digits. Default 51.</param>
/// <param name="Retry"><c>Retry__FirstSeconds</c>: 0.01 to 3600, default 5. <c>Retry__MaxAttempts</c>: 1 to 100, default 12.</param>
/// <param name="Supervision">
/// <c>CrossRegion__Supervision__DaysLeft</c>: 0 to 30, default 1. <c>CrossRegion__Supervision__PercentLeft</c>: 0 to 100, default 20. A running limit turns yellow when no
/// more is left; the larger of the two counts.
/// </param>
/// <param name="Exchange">How this stamp takes part in the exchange.</param>
/// <param name="NumberKey"><c>NumberKey</c>: base64 of at least 32 bytes; null when not set, then a key file is kept in the data directory.</param>
/// <param name="Cosmos"><c>Store</c>: <c>Sqlite</c>, the default, or <c>Cosmos</c>; then the account, else null.</param>
internal sealed record CrossRegionSettings(
    string DataDirectory,
    StampOptions Stamp,
    RetryPlan Retry,
    SupervisionThresholds Supervision,
    ExchangeOptions Exchange,
    NumberKey? NumberKey,
    CosmosOptions? Cosmos)
{
    private const string Section = "CrossRegion";

    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    public static CrossRegionSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        List<string> faults = [];
        if (!ProvinceCode.TryParse(section["Stamp"] ?? "51", out var stamp, out var fault))
        {
            faults.Add($"CrossRegion__Stamp: {fault.MessageEn}");
        }

        CosmosOptions? cosmos = null;
        switch (section["Store"])
        {
            case null or "Sqlite":
                break;
            case "Cosmos":
                cosmos = Account(section.GetSection("Cosmos"), faults);
                break;
            case var store:
                faults.Add($"CrossRegion__Store is '{store}', not Sqlite or Cosmos");
                break;
        }

        if (cosmos is not null && IsOnAzure(configuration) && string.IsNullOrEmpty(section["Keys:VaultKey"]))
        {
            faults.Add("CrossRegion__Store is 'Cosmos', which on Azure needs CrossRegion__Keys__VaultKey: a key on an instance's disk is gone with it, and all cases with it");
        }

        var numbers = new NumberSettings(section, faults);
        var retry = new RetryPlan(numbers.Read("Retry:FirstSeconds", 5, 0.01, 3600), (int)numbers.Read("Retry:MaxAttempts", 12, 1, 100));
        var supervision = new SupervisionThresholds(
            numbers.ReadWhole("Supervision:DaysLeft", SupervisionThresholds.Default.DaysLeft, 0, 30),
            numbers.ReadWhole("Supervision:PercentLeft", SupervisionThresholds.Default.PercentLeft, 0, 100));
        var exchange = ExchangeSettings.Read(section, stamp, numbers, faults);
        var key = Key(section["NumberKey"], faults);
        return faults.Count == 0
            ? new CrossRegionSettings(
                Path.GetFullPath(section["DataDirectory"] ?? ".crossregion"), new StampOptions(stamp!), retry, supervision, exchange, key, cosmos)
            : throw new SettingsException(faults);
    }

    /// <summary>Azure gives every instance of an app its name; an instance's disk goes with it.</summary>
    private static bool IsOnAzure(IConfiguration configuration) => configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 };

    private static CosmosOptions Account(IConfigurationSection section, List<string> faults)
    {
        var options = new CosmosOptions();
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            faults.Add($"CrossRegion__Cosmos: {unreadable.Message}");
            return options;
        }

        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        faults.AddRange(found.Select(fault => fault.ErrorMessage!));
        return options;
    }

    private static NumberKey? Key(string? text, List<string> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length) && length >= Orchestrations.Inbox.NumberKey.MinimumLength)
        {
            return new NumberKey(bytes.AsMemory(0, length));
        }

        faults.Add($"CrossRegion__NumberKey is not base64 of at least {Orchestrations.Inbox.NumberKey.MinimumLength} bytes");
        return null;
    }
}
