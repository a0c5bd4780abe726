using System.Buffers.Text;
using System.Security.Cryptography;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// What the port's ETag holds: the service's own, and the numbers of the latest commits that wrote the document, newest first. Whoever
/// replaces a document hands the trail on, so a commit finds its number in the document even after others have overwritten it.
/// </summary>
internal readonly record struct DocumentVersion(string ETag, string Trail)
{
    /// <summary>As many others can overwrite a commit before it is sent again, and it still knows its work.</summary>
    private const int Length = 64;

    /// <summary>48 random bits: eight characters of <c>A-Z a-z 0-9 - _</c>. Unique among the commits of one document is enough.</summary>
    private const int NumberBytes = 6;

    private const char Separator = '.';

    /// <summary>The service takes <c>*</c> for any ETag and may refuse what is none; one that nobody gave only has to match nothing.</summary>
    private const string Nothing = "\"none\"";

    /// <summary>The number of a new commit.</summary>
    public static string NewCommit() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberBytes));

    /// <summary>Takes the port's ETag apart.</summary>
    public static DocumentVersion Of(string etag) =>
        etag.LastIndexOf('"') is > 0 and var end && etag[0] == '"'
            ? new DocumentVersion(etag[..(end + 1)], etag[(end + 1)..])
            : new DocumentVersion(Nothing, string.Empty);

    /// <summary>The trail after one more commit.</summary>
    public static string Append(string trail, string commit) =>
        string.Join(Separator, trail.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Prepend(commit).Take(Length));

    /// <summary>Whether this commit wrote this version or one of the latest before it.</summary>
    public bool Knows(string commit) => Trail.Split(Separator).Contains(commit);

    /// <summary>Whether this commit wrote this very version.</summary>
    public bool IsOf(string commit) => Trail.Split(Separator)[0] == commit;

    /// <summary>The port's ETag.</summary>
    public override string ToString() => ETag + Trail;
}
