using System.Security.Cryptography;
using System.Text;
using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// Finds an applicant's cases without keeping the identifier: the index has its HMAC-SHA-256, under a key derived from the installation's
/// secret for this purpose alone.
/// </summary>
public sealed class ApplicantIndex
{
    private readonly byte[] _key = new byte[32];

    public ApplicantIndex(NumberKey secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value.Span, _key, salt: [], info: "crossregion cases by applicant 1"u8);

    /// <summary>What the cases of that applicant are indexed under.</summary>
    public string ValueOf(HolderIdentifier applicant) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{(int)applicant.Kind}:{applicant.Value}")));

    /// <summary>The case's entry; none once the person is erased.</summary>
    public IEnumerable<IndexEntry> EntriesOf(Case subject)
    {
        if (subject is { ErasedAt: null, Applicant.Identifier: { } applicant })
        {
            yield return new IndexEntry(DocumentIndex.CasesByApplicant, ValueOf(applicant), CaseDocuments.Received(subject));
        }
    }
}
