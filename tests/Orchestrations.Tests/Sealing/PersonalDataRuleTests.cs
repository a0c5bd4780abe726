using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using CrossRegion.Domain;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Certificates;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Stamps;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>
/// Whatever is kept about a case is either personal, and then sealed, or stands on the list of what is not. A new property that is neither
/// fails here, so that nobody forgets to ask.
/// </summary>
public class PersonalDataRuleTests
{
    /// <summary>Everything that is written in a store.</summary>
    private static readonly Type[] Documents =
    [
        typeof(Case), typeof(TimelineEntry), typeof(InboxEntry), typeof(OutgoingEvent), typeof(EffectEntry), typeof(SharedDataAnswer),
        typeof(RegisteredCertificate), typeof(WrappedKey), typeof(RemoteCase),
    ];

    /// <summary>Views that say nothing of a person as a whole, and why.</summary>
    private static readonly Dictionary<string, string> WithoutPersons = new()
    {
        ["RemoteCase.Erasure"] = "what the competent stamp shows when the person is erased; one that shows an applicant is refused",
    };

    /// <summary>Texts that say nothing of a person, and why.</summary>
    private static readonly Dictionary<string, string> NotPersonal = new()
    {
        ["Case.Language"] = "zh-CN or en",
        ["Applied.Language"] = "zh-CN or en",
        ["CaseStep.By"] = "a role or a department's key",
        ["Case.Steps"] = "keys of steps",
        ["Case.Reviews"] = "by departments' keys; the reviews are judged themselves",
        ["Case.Clocks"] = "by names of limits; the ledgers are judged themselves",
        ["Case.Told"] = "days by names of limits",
        ["Approver.Name"] = "the official who answers for an extension by law (行政许可法 art. 42), in office",
        ["ClockEntry.By"] = "a role or a department's key",
        ["LegalBasis.Article"] = "of a law",
        ["LimitsRecomputed.Calendar"] = "a fingerprint of the calendar",
        ["LimitsRecomputed.Reason"] = "the title of a public notice",
        ["Fault.Path"] = "of a ledger's entry",
        ["Fault.Code"] = "a code of ours",
        ["Fault.MessageZh"] = "ours, about a limit",
        ["Fault.MessageEn"] = "ours, about a limit",
        ["Acceptance.ReceiptNumber"] = "made from the application number",
        ["Deficiency.Code"] = "a code of ours",
        ["LocalizedText.Zh"] = "of the catalogue, of the law or of ours",
        ["LocalizedText.En"] = "of the catalogue, of the law or of ours",
        ["PreReviewed.LookedUp"] = "whether an authority holds a data item, not what it says",
        ["HandlingFailure.Step"] = "an activity's name",
        ["HandlingFailure.Reason"] = "the machine's words; what it throws names no values (the demo's logs and histories are searched)",
        ["HandlingFailed.FailedStep"] = "an activity's name",
        ["HandlingFailed.Reason"] = "the machine's words, as above",
        ["Erased.Reason"] = "stays when everything else is gone, and operators are told so",
        ["InboxEntry.Slot"] = "a code of ours",
        ["OutgoingEvent.Id"] = "made from the application number",
        ["OutgoingEvent.Type"] = "one of ours",
        ["OutgoingEvent.Source"] = "this stamp",
        ["OutgoingEvent.Subject"] = "the application number",
        ["OutgoingEvent.Province"] = "a province's code",
        ["EffectEntry.Key"] = "made from catalogue codes and subscribers' names",
        ["EffectEntry.Result"] = "JSON of an answer, whose type is judged itself",
        ["ApplicationSummary.Number"] = "the application number",
        ["ApplicationSummary.ItemNameZh"] = "of the catalogue",
        ["ApplicationSummary.ItemNameEn"] = "of the catalogue",
        ["ApplicationSummary.Province"] = "a province's code",
        ["CodedText.Code"] = "a code of ours",
        ["CodedText.Zh"] = "of a code set",
        ["CodedText.En"] = "of a code set",
        ["WrappedKey.KeyId"] = "a master key's name",
        ["WrappedKey.Value"] = "a key under a master key",
    };

    /// <summary>Types that hold numbers, times and codes of authorities. An identifier of a person is none of them.</summary>
    private static readonly Type[] Harmless =
    [
        typeof(bool), typeof(int), typeof(Instant), typeof(LocalDate), typeof(DateOnly), typeof(DateTimeOffset), typeof(ApplicationNumber), typeof(ProvinceCode),
        typeof(HandlingCode), typeof(MaterialCode), typeof(DepartmentKey), typeof(ECertificateIdentifier), typeof(ClockKey),
        typeof(DocumentNumber),
    ];

    [Fact]
    public void Every_property_that_is_kept_is_personal_and_sealed_or_known_not_to_be() => Unjudged().Distinct().Order().ShouldBeEmpty();

    [Fact]
    public void The_list_of_what_is_not_personal_names_nothing_that_is_not_there() =>
        NotPersonal.Keys.Concat(WithoutPersons.Keys).Except(Properties().Select(Name)).ShouldBeEmpty();

    [Fact]
    public void What_is_neither_text_nor_list_may_be_null_when_it_is_gone() => Properties()
        .Where(IsPersonal)
        .Where(property => property.PropertyType != typeof(string) && !property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
        .Where(property => property.PropertyType != typeof(System.Text.Json.Nodes.JsonNode)) // an empty object
        .Where(property => new NullabilityInfoContext().Create(property).ReadState != NullabilityState.Nullable)
        .Select(Name)
        .ShouldBeEmpty();

    private static IEnumerable<string> Unjudged() => Properties()
        .Where(property => !IsPersonal(property) && !WithoutPersons.ContainsKey(Name(property)) && !NotPersonal.ContainsKey(Name(property)) && !IsJudgedByItsParts(property.PropertyType))
        .Select(Name);

    /// <summary>Every property of every type that is reached from the documents by what is not sealed as a whole.</summary>
    private static IEnumerable<PropertyInfo> Properties()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(Documents);
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false))
            {
                open.Enqueue(derived.DerivedType);
            }

            // What cannot be set is computed, and not kept.
            foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
            {
                yield return property;
                foreach (var part in Parts(property.PropertyType).Where(part => !IsPersonal(property) && !WithoutPersons.ContainsKey(Name(property)) && IsRecordOfOurs(part)))
                {
                    open.Enqueue(part);
                }
            }
        }
    }

    /// <summary>Records of ours and lists of them, numbers, times and codes. Texts, addresses and JSON say what they like.</summary>
    private static bool IsJudgedByItsParts(Type type) => Parts(type).All(part => IsHarmless(part) || IsRecordOfOurs(part));

    private static bool IsRecordOfOurs(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("CrossRegion.", StringComparison.Ordinal) && !IsHarmless(type) && !IsIdentifier(type);

    private static IEnumerable<Type> Parts(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return [value];
        }

        return type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments().SelectMany(Parts) : [type];
    }

    private static bool IsHarmless(Type type) => type.IsEnum || Harmless.Contains(type);

    private static bool IsIdentifier(Type type) => type == typeof(HolderIdentifier) || type.IsSubclassOf(typeof(Identifier));

    private static bool IsPersonal(PropertyInfo property) => property.IsDefined(typeof(PersonalDataAttribute));

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
