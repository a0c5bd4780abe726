using CrossRegion.Adapters.Tests.Http;
using CrossRegion.Adapters.Webhooks;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.Webhooks;

/// <summary>Who wants what, and what the settings may say.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    public void Events_go_to_those_who_want_their_type_and_province_in_the_order_of_names()
    {
        using var services = Compose(
            new("c-all"),
            new("b-sichuan", Provinces: "51, 50"),
            new("a-decisions", Types: $"{EventTypes.ApplicationDecided},{EventTypes.CertificateIssued}"),
            new("d-both", Types: EventTypes.ApplicationDecided, Provinces: "44"));
        var subscribers = services.GetRequiredService<ISubscribers>();

        subscribers.Interested(EventTypes.ApplicationReceived, "51").ShouldBe(["b-sichuan", "c-all"]);
        subscribers.Interested(EventTypes.ApplicationReceived, "44").ShouldBe(["c-all"]);
        subscribers.Interested(EventTypes.ApplicationDecided, "44").ShouldBe(["a-decisions", "c-all", "d-both"]);
        subscribers.Interested(EventTypes.CertificateIssued, "50").ShouldBe(["a-decisions", "b-sichuan", "c-all"]);
    }

    [Fact]
    public void Without_subscriptions_nobody_wants_anything()
    {
        using var services = Compose();

        services.GetRequiredService<ISubscribers>().Interested(EventTypes.ApplicationReceived, "51").ShouldBeEmpty();
    }

    [Fact]
    public void Every_fault_of_every_subscription_is_told_at_once_when_the_program_starts()
    {
        using var services = Compose(
            new("Gateway", "ftp://example.org", "gov.crossregion.application.submitted.v1", "83"),
            new("event-grid", "/relative", "", "51,510000"),
            new("good"),
            new("good", "http://127.0.0.1/", "*,gov.crossregion.application.decided.v1", " , "),
            new(new string('x', 41)));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Failures.ShouldBe(
        [
            "CrossRegion:Subscriptions:0:Name has 1 to 40 characters of a-z 0-9 -",
            "CrossRegion:Subscriptions:0:Endpoint is an absolute http or https URL.",
            "CrossRegion:Subscriptions:0:Types: 'gov.crossregion.application.submitted.v1' is not an outgoing event type.",
            "CrossRegion:Subscriptions:0:Provinces: '83' is not a province code of GB/T 2260.",
            "CrossRegion:Subscriptions:1:Name 'event-grid' is taken.",
            "CrossRegion:Subscriptions:1:Endpoint is an absolute http or https URL.",
            "CrossRegion:Subscriptions:1:Types is empty; * means all.",
            "CrossRegion:Subscriptions:1:Provinces: '510000' is not a province code of GB/T 2260.",
            "CrossRegion:Subscriptions:3:Name 'good' is taken.",
            "CrossRegion:Subscriptions:3:Types: * stands alone.",
            "CrossRegion:Subscriptions:3:Provinces is empty; * means all.",
            "CrossRegion:Subscriptions:4:Name has 1 to 40 characters of a-z 0-9 -",
        ]);
    }

    [Fact]
    public void More_subscriptions_than_a_step_can_plan_deliveries_for_are_refused()
    {
        using var most = Compose([.. Enumerable.Range(0, 64).Select(i => new Subscription($"s{i}"))]);
        using var more = Compose([.. Enumerable.Range(0, 65).Select(i => new Subscription($"s{i}"))]);

        most.GetRequiredService<IStartupValidator>().Validate();
        Should.Throw<OptionsValidationException>(() => more.GetRequiredService<IStartupValidator>().Validate())
            .Failures.ShouldBe(["CrossRegion:Subscriptions has 65 subscriptions, at most 64 are possible."]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("301")]
    public void A_time_out_outside_its_range_is_refused(string seconds)
    {
        using var services = Composition.Of(
            (services, section) => services.AddWebhooks(section), ("CrossRegion:WebhookTimeoutSeconds", seconds));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Message.ShouldBe("CrossRegion:WebhookTimeoutSeconds is 1 to 300.");
    }

    [Fact]
    public void All_outgoing_types_are_known_and_none_is_incoming()
    {
        var declared = typeof(EventTypes).GetFields()
            .Where(field => field.IsLiteral && field.Name != nameof(EventTypes.Prefix))
            .Select(field => (string)field.GetRawConstantValue()!);

        EventTypes.Outgoing.Concat(EventTypes.Incoming).ShouldBe(declared, ignoreOrder: true);
    }

    private static ServiceProvider Compose(params Subscription[] subscriptions) => Composition.Of(
        (services, section) => services.AddWebhooks(section),
        [.. subscriptions.Index().SelectMany(subscription => subscription.Item.Settings(subscription.Index))]);

    private sealed record Subscription(string Name, string Endpoint = "https://example.org/", string Types = "*", string Provinces = "*")
    {
        public IEnumerable<(string, string)> Settings(int place) =>
        [
            ($"CrossRegion:Subscriptions:{place}:Name", Name),
            ($"CrossRegion:Subscriptions:{place}:Endpoint", Endpoint),
            ($"CrossRegion:Subscriptions:{place}:Types", Types),
            ($"CrossRegion:Subscriptions:{place}:Provinces", Provinces),
        ];
    }
}
