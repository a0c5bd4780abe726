using System.Buffers.Text;
using System.Security.Cryptography;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// What the port's ETag holds: the service's own, and what whoever replaces the document has to hand on, so that nobody has to read it
/// again for that.
/// </summary>
/// <param name="ETag">The service's own.</param>
/// <param name="Commits">
/// The numbers of the latest commits that wrote the document, newest first: by this a commit knows its work again, even after others have
/// overwritten it.
/// </param>
/// <param name="NeverListed">No version so far stood in a list.</param>
internal readonly record struct DocumentVersion(string ETag, string Commits, bool NeverListed)
{
    /// <summary>As many others can overwrite a commit before it is sent again, and it still knows its work.</summary>
    private const int MaxCommits = 64;

    /// <summary>48 random bits: eight characters of <c>A-Z a-z 0-9 - _</c>. Unique among the commits of one document is enough.</summary>
    private const int NumberBytes = 6;

    private const char Separator = '.', NeverListedMark = '!';

    /// <summary>The service takes <c>*</c> for any ETag and may refuse what is none; one that nobody gave only has to match nothing.</summary>
    private static readonly DocumentVersion Nothing = new("\"none\"", string.Empty, NeverListed: false);

    /// <summary>The number of a new commit.</summary>
    public static string NewCommit() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberBytes));

    /// <summary>The commits after one more.</summary>
    public static string Append(string commits, string commit) =>
        string.Join(Separator, commits.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Prepend(commit).Take(MaxCommits));

    /// <summary>Takes the port's ETag apart.</summary>
    public static DocumentVersion Of(string etag)
    {
        var end = etag.LastIndexOf('"') + 1;
        return end < 2 || etag[0] != '"'
            ? Nothing
            : new DocumentVersion(etag[..end], etag[end..].TrimStart(NeverListedMark), etag.AsSpan(end).StartsWith(NeverListedMark));
    }

    /// <summary>Whether this commit wrote this version or one of the latest before it.</summary>
    public bool Knows(string commit) => Commits.Split(Separator).Contains(commit);

    /// <summary>Whether this commit wrote this very version.</summary>
    public bool IsOf(string commit) => Commits.Split(Separator)[0] == commit;

    /// <summary>The port's ETag.</summary>
    public override string ToString() => NeverListed ? ETag + NeverListedMark + Commits : ETag + Commits;
}
