using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Certificates;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>制证: the electronic certificate gets its number, once and for ever (行政许可法 art. 39, 44; GB/T 36904).</summary>
public sealed class IssueCertificate(CaseStore cases, EffectLedger effects, CertificateRegister register, ServiceCatalogue catalogue, IClock clock)
{
    [Function(nameof(IssueCertificate))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var subject = await cases.GetAsync(reference.Number, cancellation);
        var item = catalogue.Get(subject.Item, subject.ItemVersion);
        var today = ChinaTime.DateOf(clock.GetCurrentInstant());
        var wanted = new RegisteredCertificate(
            ECertificateIdentifier.Create(item.Result.Type, item.Lead.CreditCode, subject.Number.Value), subject.Number, today);
        var registered = await effects.RunAsync<RegisteredCertificate>(
            reference.Number,
            "certificate",
            token => register.FindAsync(wanted.Identifier, token),
            token => register.RegisterAsync(wanted, token),
            cancellation) ?? wanted;
        var taken = await cases.TakeAsync(
            reference.Number,
            _ => new CertificateMade(
                clock.GetCurrentInstant(), CaseActors.System, new Certificate(registered.Identifier, item.Result.Name, registered.IssuedOn)),
            cancellation);
        return taken.Told();
    }
}
