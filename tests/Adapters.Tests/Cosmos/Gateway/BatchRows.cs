using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>A transactional batch on the wire: HybridRow records, by the client's own encoder and the schema that the client carries.</summary>
internal static class BatchRows
{
    private static readonly LayoutResolverNamespace Resolver = new(ReadSchema());

    private static readonly Layout ResultLayout =
        Resolver.Resolve(Resolver.Namespace.Schemas.Single(schema => schema.Name == "BatchResult").SchemaId);

    public static async Task<IReadOnlyList<ItemOperation>> ReadAsync(byte[] body)
    {
        var operations = new List<ItemOperation>();
        using var stream = new MemoryStream(body);
        Check(await stream.ReadRecordIOAsync(
            (ReadOnlyMemory<byte> record) =>
            {
                operations.Add(Operation(record));
                return Result.Success;
            },
            resizer: new MemorySpanResizer<byte>(body.Length)));
        return operations;
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<ItemResult> results)
    {
        using var stream = new MemoryStream();
        Check(await stream.WriteRecordIOAsync(default, (long index, out ReadOnlyMemory<byte> record) =>
        {
            record = index < results.Count ? Record(results[(int)index]) : default;
            return Result.Success;
        }));
        return stream.ToArray();
    }

    private static ItemOperation Operation(ReadOnlyMemory<byte> record)
    {
        var row = new RowBuffer(record.Length);
        if (!row.ReadFrom(record.Span, HybridRowVersion.V1, Resolver))
        {
            throw new InvalidDataException("no operation of a batch");
        }

        var reader = new RowReader(ref row);
        var kind = 0;
        string? id = null, ifMatch = null;
        byte[]? body = null;
        while (reader.Read())
        {
            switch ((string)reader.Path)
            {
                case "operationType":
                    Check(reader.ReadInt32(out kind));
                    break;
                case "id":
                    Check(reader.ReadString(out id));
                    break;
                case "ifMatch":
                    Check(reader.ReadString(out ifMatch));
                    break;
                case "resourceBody":
                    Check(reader.ReadBinary(out body));
                    break;
            }
        }

        return new ItemOperation((ItemOperationKind)kind, id, body, ifMatch);
    }

    private static ReadOnlyMemory<byte> Record(ItemResult result)
    {
        var buffer = new MemorySpanResizer<byte>(256);
        var row = new RowBuffer(256, buffer);
        row.InitLayout(HybridRowVersion.V1, ResultLayout, Resolver);
        Check(RowWriter.WriteBuffer(ref row, result, Write));
        return buffer.Memory[..row.Length];
    }

    private static Result Write(ref RowWriter writer, TypeArgument type, ItemResult result)
    {
        Check(writer.WriteInt32("statusCode", result.Status));
        Check(writer.WriteInt32("subStatusCode", 0));
        if (result.Item is { } item)
        {
            Check(writer.WriteString("eTag", item.ETag));
        }

        return writer.WriteFloat64("requestCharge", GatewayCharge.PerItem);
    }

    private static void Check(Result result)
    {
        if (result != Result.Success)
        {
            throw new InvalidDataException($"HybridRow: {result}");
        }
    }

    private static Namespace ReadSchema()
    {
        using var resource = typeof(CosmosClient).Assembly.GetManifestResourceStream("Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json")!;
        using var text = new StreamReader(resource);
        return Namespace.Parse(text.ReadToEnd());
    }
}
