using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrossRegion.Domain;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>Makes the serializer seal every property that is <see cref="PersonalDataAttribute"/>.</summary>
internal static class PersonalDataContract
{
    private const string Null = "null";

    /// <param name="plain">How values are written inside the seal.</param>
    public static Action<JsonTypeInfo> Sealing(JsonSerializerOptions plain) => type =>
    {
        foreach (var property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (property.AttributeProvider is PropertyInfo member && member.IsDefined(typeof(PersonalDataAttribute)))
            {
                var erased = Erased(member);
                property.CustomConverter = Converter(property, member, plain, erased);
                property.IsRequired &= erased != Null;
            }
        }
    };

    private static JsonConverter Converter(JsonPropertyInfo property, PropertyInfo member, JsonSerializerOptions plain, string erased)
    {
        if (property.CustomConverter is not null)
        {
            throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is sealed and cannot have a converter of its own");
        }

        return (JsonConverter)Activator.CreateInstance(
            typeof(SealedConverter<>).MakeGenericType(member.PropertyType), property.Name, plain.GetTypeInfo(member.PropertyType), erased)!;
    }

    /// <summary>What it is when it is gone: null where it may be null, else empty.</summary>
    private static string Erased(PropertyInfo member) =>
        new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable ? Null
        : member.PropertyType == typeof(string) ? "\"\""
        : member.PropertyType.IsAssignableTo(typeof(IEnumerable)) ? "[]"
        : "{}";
}
