using System.Security.Cryptography;
using System.Text;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.Cases;

namespace CrossRegion.Orchestrations.Tests.Sealing;

public class ApplicantIndexTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly HolderIdentifier Resident = new(HolderKind.ResidentId, "510104198506159009");

    private readonly ApplicantIndex _index = new(new NumberKey(Secret));

    [Fact]
    public void The_same_applicant_has_the_same_value_with_the_same_secret_only()
    {
        _index.ValueOf(Resident).ShouldBe(new ApplicantIndex(new NumberKey(Secret)).ValueOf(new(HolderKind.ResidentId, "51010419850615900" + "9")));
        _index.ValueOf(Resident).ShouldNotBe(new ApplicantIndex(new NumberKey(new byte[32])).ValueOf(Resident));
        _index.ValueOf(Resident).ShouldNotBe(_index.ValueOf(new(HolderKind.Uscc, "91500103MA9TEXT018")));
    }

    /// <summary>Computed from RFC 5869 and RFC 2104 step by step: an index that changes would find nobody any more.</summary>
    [Fact]
    public void The_value_is_an_HMAC_under_a_key_made_for_this_purpose_alone()
    {
        var extracted = HMACSHA256.HashData(new byte[32], Secret);
        var derived = HMACSHA256.HashData(extracted, (byte[])[.. "crossregion cases by applicant 1"u8, 1]);

        _index.ValueOf(Resident).ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes("1:510104198506159009"))));
    }

    [Fact]
    public void A_case_is_found_by_its_applicant_until_it_is_erased()
    {
        var subject = SampleStory.Cases().Last();

        var entry = _index.EntriesOf(subject).ShouldHaveSingleItem();
        entry.Index.ShouldBe(DocumentIndex.CasesByApplicant);
        entry.Value.ShouldBe(_index.ValueOf(subject.Applicant.Identifier!));
        entry.ToString().ShouldNotContain(subject.Applicant.Identifier!.Value);
        _index.EntriesOf(subject.After(new Erased(SampleStory.At, "operator", "申请人要求"), SampleStory.Rules)).ShouldBeEmpty();
    }
}
