using System.Text.RegularExpressions;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Repository.Tests.Infra;

/// <summary>The stamp in <c>infra/</c> and the code call everything by the same names.</summary>
public sealed partial class StampTests
{
    [Fact]
    public void Every_resource_has_a_pinned_released_api_version()
    {
        var types = ResourceType.Matches(Templates.Text);

        types.Count.ShouldBeGreaterThan(15);
        types.Select(type => type.Groups["version"].Value).ShouldAllBe(version => ReleasedVersion.IsMatch(version));
    }

    [Fact]
    public void The_queues_are_those_of_the_triggers_and_outputs_with_a_poison_queue_each()
    {
        var code = string.Join('\n', Repository.Files("functions", "*.cs").Select(Repository.Read));
        var constants = Constant.Matches(string.Join('\n', Repository.Sources().Select(Repository.Read)))
            .ToLookup(constant => constant.Groups["name"].Value, constant => constant.Groups["value"].Value);
        var bound = QueueBinding.Matches(code)
            .Select(binding => binding.Groups["literal"] is { Success: true } literal ? literal.Value : constants[binding.Groups["name"].Value].Single())
            .Distinct(StringComparer.Ordinal)
            .ToList();

        bound.ShouldNotBeEmpty();
        QueueResource.Matches(Templates.Text).Select(queue => queue.Groups["name"].Value)
            .ShouldBe(bound.SelectMany(queue => (string[])[queue, queue + "-poison"]), ignoreOrder: true);
    }

    [Fact]
    public void Exactly_the_incoming_events_are_led_from_the_topic_to_the_app()
        => EventType.Matches(Repository.Read("infra/subscription.bicep")).Select(type => type.Value)
            .ShouldBe(EventTypes.Incoming, ignoreOrder: true);

    [Fact]
    public void The_function_that_the_topic_calls_is_there()
    {
        var name = Regex.Match(Repository.Read("infra/subscription.bicep"), "/functions/(?<name>[A-Za-z]+)'").Groups["name"].Value;

        var triggered = Repository.Files("functions", "*.cs").Select(Repository.Read).Where(text => text.Contains("[EventGridTrigger", StringComparison.Ordinal));

        triggered.ShouldHaveSingleItem().ShouldMatch($@"\[Function\((nameof\({name}\)|""{name}"")\)\]");
    }

    [Fact]
    public void The_containers_are_those_of_the_store_with_its_partition_keys_indexes_and_expiry()
    {
        var containers = ContainerResource.Matches(Repository.Read("infra/modules/cases.bicep")).Select(container => container.Value).ToList();

        containers.Select(container => Strings(container, "id")).ShouldBe(ContainerDefinitions.All.Select(definition => definition.Id));
        foreach (var (container, definition) in containers.Zip(ContainerDefinitions.All))
        {
            Strings(container, "paths").ShouldBe(definition.PartitionKeyPath);
            Strings(container, "includedPaths").ShouldBe(string.Join(' ', definition.IndexingPolicy.IncludedPaths.Select(path => path.Path)));
            Strings(container, "excludedPaths").ShouldBe(string.Join(' ', definition.IndexingPolicy.ExcludedPaths.Select(path => path.Path)));
            Regex.Match(container, @"defaultTtl: (-?\d+)").Groups[1].Value.ShouldBe($"{definition.DefaultTimeToLive}");

            // Keys are longer than the 101 bytes that the first version looks at.
            container.ShouldContain("version: 2");
        }

        static string Strings(string container, string property)
        {
            var value = Regex.Match(container, $@"\n *{property}: (?<value>\[[^\]]*\]|.*)").Groups["value"].Value;
            return string.Join(' ', Regex.Matches(value, "'(?<text>[^']*)'").Select(text => text.Groups["text"].Value));
        }
    }

    [Fact]
    public void The_parameters_file_gives_what_the_template_asks_for_and_nothing_else()
    {
        var given = GivenParameter.Matches(Repository.Read("infra/main.bicepparam")).Select(given => given.Groups["name"].Value).ToList();
        var declared = DeclaredParameter.Matches(Repository.Read("infra/main.bicep"))
            .ToDictionary(declared => declared.Groups["name"].Value, declared => declared.Groups["default"].Success);

        given.ShouldBeSubsetOf(declared.Keys);
        declared.Where(parameter => !parameter.Value).Select(parameter => parameter.Key).ShouldBeSubsetOf(given);
    }

    [GeneratedRegex(@"'Microsoft\.[A-Za-z./]+@(?<version>[^']+)'")]
    private static partial Regex ResourceType { get; }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex ReleasedVersion { get; }

    [GeneratedRegex(@"Queue(Trigger|Output)\((""(?<literal>[^""]+)""|([A-Za-z]+\.)*(?<name>[A-Za-z]+))")]
    private static partial Regex QueueBinding { get; }

    [GeneratedRegex(@"const string (?<name>[A-Za-z]+) = ""(?<value>[a-z0-9-]+)"";")]
    private static partial Regex Constant { get; }

    [GeneratedRegex(@"queueServices/queues@[^']+' = \{\s+parent: queues\s+name: '(?<name>[^']+)'")]
    private static partial Regex QueueResource { get; }

    [GeneratedRegex(@"^resource \w+ '[^']*/sqlDatabases/containers@.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ContainerResource { get; }

    [GeneratedRegex(@"gov\.crossregion\.[a-z.-]+\.v\d+")]
    private static partial Regex EventType { get; }

    [GeneratedRegex(@"^param (?<name>\w+) =", RegexOptions.Multiline)]
    private static partial Regex GivenParameter { get; }

    [GeneratedRegex(@"^param (?<name>\w+) \w+(?<default> =)?", RegexOptions.Multiline)]
    private static partial Regex DeclaredParameter { get; }
}
