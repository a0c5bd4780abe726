using CrossRegion.Domain.Identifiers;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrossRegion.Domain.Tests.Identifiers;

/// <summary>What the check characters promise, on identifiers that nobody has.</summary>
public class CheckCharacterProperties
{
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string CreditCodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Cases = 2000;

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly Gen<UnifiedSocialCreditCode> CreditCodes =
        from head in Text(CreditCodeCharacters, 2)
        from division in Text("0123456789", 6)
        from entity in Text(CreditCodeCharacters, 9)
        select Completed<UnifiedSocialCreditCode>(head + division + entity, CreditCodeCharacters);

    private static readonly Gen<ResidentIdentityNumber> IdentityNumbers =
        from division in Text("0123456789", 6)
        from day in Gen.Choose(0, 80_000)
        from sequence in Text("0123456789", 3)
        let born = new LocalDate(1850, 1, 1).PlusDays(day)
        select Completed<ResidentIdentityNumber>($"{division}{born:yyyyMMdd}{sequence}", "0123456789X");

    private static readonly Gen<ECertificateIdentifier> Certificates =
        from issuer in CreditCodes
        from type in CreditCodes
        from serial in Gen.Choose(1, 20).SelectMany(length => Text(Capitals, length))
        from version in Gen.Choose(0, 999)
        select ECertificateIdentifier.Create(CertificateTypeCode.Parse(type + "001"), issuer, serial, version);

    private static readonly Gen<ApplicationNumber> Numbers =
        from province in Gen.Elements<ProvinceCode>(ProvinceCode.All)
        from subject in Text(Capitals, 12)
        select ApplicationNumber.Derive(province, "https://platform.example", subject, Key);

    [Fact]
    public void A_credit_code_reads_back_and_shows_every_wrong_character() => ShowsEveryWrongCharacter(CreditCodes, CreditCodeCharacters);

    [Fact]
    public void An_identity_number_reads_back_and_shows_every_wrong_character() => ShowsEveryWrongCharacter(IdentityNumbers, "0123456789X");

    [Fact]
    public void A_certificate_identifier_reads_back_and_shows_every_wrong_character() => ShowsEveryWrongCharacter(Certificates, Capitals);

    [Fact]
    public void An_application_number_reads_back_and_shows_every_wrong_character() => ShowsEveryWrongCharacter(Numbers, Capitals);

    [Fact]
    public void A_credit_code_shows_every_exchange_of_neighbours() => ShowsEveryExchange(CreditCodes);

    [Fact]
    public void An_identity_number_shows_every_exchange_of_neighbours() => ShowsEveryExchange(IdentityNumbers);

    /// <summary>MOD 37,36 promises nearly all: 72 of its 45,360 states and pairs go unseen.</summary>
    [Fact]
    public void A_certificate_identifier_shows_nearly_every_exchange_of_neighbours()
    {
        const string root = ECertificateIdentifier.Root + ".";
        var (seen, all) = (0, 0);
        Prop.ForAll(Certificates.ToArbitrary(), identifier =>
        {
            foreach (var changed in Exchanges(identifier.Value).Where(text => text.StartsWith(root, StringComparison.Ordinal)))
            {
                all++;
                seen += ECertificateIdentifier.TryParse(changed, out _, out _) ? 0 : 1;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        all.ShouldBeGreaterThan(10_000);
        ((double)seen / all).ShouldBeGreaterThan(0.99);
    }

    private static void ShowsEveryWrongCharacter<T>(Gen<T> identifiers, string alphabet) where T : class, IIdentifier<T>
    {
        var cases = from identifier in identifiers
                    from position in Gen.Choose(0, identifier.Value.Length - 1)
                    from character in Gen.Elements(alphabet.ToCharArray())
                    select (Identifier: identifier, Position: position, Character: character);
        Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var text = test.Identifier.Value;
            T.TryParse(text, out var again, out var none).ShouldBeTrue();
            again.ShouldBe(test.Identifier);
            none.ShouldBeNull();
            if (text[test.Position] != test.Character)
            {
                var changed = text[..test.Position] + test.Character + text[(test.Position + 1)..];
                T.TryParse(changed, out _, out var fault).ShouldBeFalse(changed);
                fault.ShouldNotBeNull();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private static void ShowsEveryExchange<T>(Gen<T> identifiers) where T : class, IIdentifier<T> => Prop.ForAll(identifiers.ToArbitrary(), identifier =>
    {
        foreach (var changed in Exchanges(identifier.Value))
        {
            T.TryParse(changed, out _, out _).ShouldBeFalse(changed);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static IEnumerable<string> Exchanges(string text) =>
        from position in Enumerable.Range(0, text.Length - 1)
        where text[position] != text[position + 1]
        select text[..position] + text[position + 1] + text[position] + text[(position + 2)..];

    private static Gen<string> Text(string alphabet, int length) =>
        Gen.Elements(alphabet.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));

    /// <summary>The one check character with which the body is right.</summary>
    private static T Completed<T>(string body, string alphabet) where T : class, IIdentifier<T> =>
        alphabet.Select(character => T.TryParse(body + character, out var value, out _) ? value : null).OfType<T>().Single();
}
