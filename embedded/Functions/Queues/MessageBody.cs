using System.Collections;
using System.Text;
using System.Text.Json;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Turns values into message bodies and back: text and bytes as they are, everything else as JSON.</summary>
internal static class MessageBody
{
    public static Func<BinaryData, Invocation, object?>? ReaderFor(Type type)
    {
        if (type == typeof(string))
        {
            return static (body, _) => body.ToString();
        }

        if (type == typeof(byte[]))
        {
            return static (body, _) => body.ToArray();
        }

        if (type == typeof(BinaryData))
        {
            return static (body, _) => body;
        }

        return type.IsInterface || type.IsAbstract || type.IsByRef || type.IsAssignableTo(typeof(Delegate))
            ? null
            : (body, invocation) => JsonSerializer.Deserialize(body.ToMemory().Span, type, OptionsOf(invocation.InstanceServices));
    }

    /// <summary>Null puts nothing; a sequence one message for each element; anything else one message.</summary>
    public static IEnumerable<BinaryData> Write(object? value, IServiceProvider services) => value switch
    {
        null => [],
        string text => [new BinaryData(Encoding.UTF8.GetBytes(text))],
        byte[] bytes => [new BinaryData(bytes)],
        BinaryData data => [data],
        JsonElement json => [new BinaryData(JsonSerializer.SerializeToUtf8Bytes(json))],
        IEnumerable sequence and not IDictionary => sequence.Cast<object?>().SelectMany(element => Write(element, services)),
        _ => [new BinaryData(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), OptionsOf(services)))],
    };

    private static JsonSerializerOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
}
