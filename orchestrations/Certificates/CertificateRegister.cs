using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Certificates;

/// <summary>
/// The register of electronic certificates. An identifier is made from the application's number and can be taken by that application
/// alone, so no certificate is numbered twice and no number is given twice.
/// </summary>
public sealed class CertificateRegister(IDocumentStore documents)
{
    private const string Id = "certificate";

    /// <summary>The certificate of that identifier, or null.</summary>
    public async Task<RegisteredCertificate?> FindAsync(ECertificateIdentifier identifier, CancellationToken cancellation) =>
        await documents.ReadAsync(new DocumentKey(identifier.Value, Id), cancellation) is { } document
            ? CaseJson.Read<RegisteredCertificate>(document.Body)
            : null;

    /// <summary>Enters it, or gives back what was entered before.</summary>
    /// <exception cref="InvalidDataException">The identifier belongs to another application.</exception>
    public async Task<RegisteredCertificate> RegisterAsync(RegisteredCertificate certificate, CancellationToken cancellation)
    {
        var entry = new DocumentWrite.Create(Id, CaseJson.Write(certificate), []);
        if ((await documents.CommitAsync(certificate.Identifier.Value, [entry], cancellation)).Committed)
        {
            return certificate;
        }

        var registered = await FindAsync(certificate.Identifier, cancellation);
        return registered?.Application == certificate.Application
            ? registered
            : throw new InvalidDataException($"{certificate.Identifier} is registered for another application");
    }
}
