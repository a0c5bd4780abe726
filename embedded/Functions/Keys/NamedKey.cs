using System.Buffers.Text;
using System.Security.Cryptography;

namespace CrossRegion.Embedded.Functions.Keys;

/// <summary>A secret that callers show.</summary>
internal sealed record NamedKey(string Name, string Value)
{
    private const int Bytes = 40;

    public static NamedKey Generate(string name) => new(name, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
}
