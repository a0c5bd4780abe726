using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.EventGrid;
using CrossRegion.Adapters.Peers;
using CrossRegion.Adapters.SharedData;
using CrossRegion.Adapters.Sqlite;
using CrossRegion.Adapters.Webhooks;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Certificates;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Notices;
using CrossRegion.Orchestrations.Operations;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Portal.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Functions.Composition;

/// <summary>Puts the app together: rules and flows, with the adapters that the settings choose.</summary>
public static class CrossRegionServices
{
    /// <exception cref="SettingsException">Names every setting that is wrong.</exception>
    /// <exception cref="CatalogueException">Names everything that is wrong in the catalogue.</exception>
    public static async Task AddCrossRegionAsync(this IServiceCollection services, IConfiguration configuration)
    {
        var schemas = EventSchemas.LoadAsync(CancellationToken.None);
        var settings = CrossRegionSettings.Read(configuration);
        var files = CatalogueFolder.Read();
        var catalogue = ServiceCatalogue.Load(files);

        // Every delivery and look-up would log four lines; their failures are told by whoever made them.
        services.AddLogging(logging => logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IClock, TimeProviderClock>();
        services.AddSingleton(catalogue);
        services.AddSingleton(settings.Supervision);
        services.AddSingleton(new CurrentCalendar(files, settings.Supervision));
        services.AddSingleton(settings.Stamp);
        services.AddSingleton(settings.Retry);
        services.AddSingleton(_ => settings.NumberKey ?? NumberKeyFile.ReadOrCreate(settings.DataDirectory));

        services.AddSingleton<CaseKeys>();
        services.AddSingleton<ApplicantIndex>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<EffectLedger>();
        services.AddSingleton<CertificateRegister>();
        services.AddSingleton<CaseTime>();
        services.AddSingleton<CaseLimits>();
        services.AddSingleton<CalendarImport>();
        services.AddSingleton<LimitWatch>();
        services.AddSingleton<Recomputation>();
        services.AddHostedService<CalendarLoader>();
        services.AddSingleton<CaseInbox>();
        services.AddSingleton<InboxDispatcher>();
        services.AddSingleton<CaseReplay>();
        services.AddSingleton<ClearDocuments>();
        services.AddSingleton<CaseErasure>();
        services.AddSingleton<CaseSweep>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<CaseViews>();
        services.AddSingleton<CountedOn>();
        services.AddStamps();

        services.AddExchange(settings.Exchange);

        services.AddSingleton(await schemas);
        services.AddSingleton<IntakeReader>();
        services.AddSingleton<EventIntake>();

        if (settings.Cosmos is { } cosmos)
        {
            services.AddCosmosDocumentStore(cosmos);
        }
        else
        {
            services.AddSqliteDocumentStore(store => store.DataDirectory = settings.DataDirectory);
        }

        var section = configuration.GetSection("CrossRegion");
        services.AddMasterKeys(section, settings.DataDirectory);
        services.AddHostedService<KeysAtStart>();
        services.AddWebhooks(section);
        services.AddEventGrid(section);
        services.AddSharedData(section);
        services.AddPeers(section, () => SigningKeyFile.ReadOrCreate(settings.DataDirectory));
        services.WatchOutboxes();

        services.AddRazorComponents();
        services.AddSingleton(new ProvinceNames([.. ProvinceCode.All.Select(code => Name(catalogue, code))]));
    }

    private static CodedText Name(ServiceCatalogue catalogue, ProvinceCode code)
    {
        var name = catalogue.Divisions.Find(code).Name;
        return new CodedText(code.Value, name.Zh, name.En);
    }
}
