using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Domain.Tests.Catalogue;
using NodaTime;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>预审 with the real catalogue: the renewal of a driver's qualification, which has materials of every source.</summary>
public class PreReviewTests
{
    private const string Licence = "11440100MB9001173N300011890100001003"; // driving-licence, shared data
    private const string Photo = "11440100MB9001173N300011890100001007"; // handed in
    private const string Form = "11440100MB9001173N300011890100001001"; // handed in

    private static readonly ServiceCatalogue Catalogue = ServiceCatalogue.Load(CatalogueFolder.Read());
    private static readonly ServiceItem Renewal =
        Catalogue.Find(HandlingCode.Parse("11440100MB9001173N300011890100001"), new LocalDate(2026, 3, 2)).ShouldNotBeNull();

    [Fact]
    public void Shared_data_art_19_what_the_authorities_may_hold_is_looked_up_and_what_the_applicant_makes_is_not() =>
        PreReview.LookUps(Renewal).ShouldBe(
            ["resident-identity", "driving-licence", "traffic-liability", "transport-qualification", "11100000MB9009060N001"], ignoreOrder: true);

    [Fact]
    public void Art_32_4_everything_that_is_missing_is_found_at_one_time() =>
        Examine(New(), notFound: "driving-licence").ShouldBe([$"{Form} missing", $"{Licence} not-found-in-shared-data", $"{Photo} missing"], ignoreOrder: true);

    [Fact]
    public void Shared_data_art_19_what_the_authorities_hold_is_never_asked_of_the_applicant() =>
        Examine(New(Form, Photo)).ShouldBeEmpty();

    [Fact]
    public void What_the_applicant_handed_in_is_good_though_no_authority_holds_it() =>
        Examine(New(Form, Photo, Licence), notFound: "driving-licence").ShouldBeEmpty();

    [Fact]
    public void A_deficiency_says_in_both_languages_what_to_do()
    {
        var deficiency = PreReview.Examine(Renewal, New(Form), LookedUp()).ShouldHaveSingleItem();

        deficiency.Message.Zh.ShouldContain(deficiency.Name.Zh);
        deficiency.Message.En.ShouldContain(deficiency.Name.En);
    }

    [Fact]
    public void Art_32_4_after_the_notice_nothing_new_is_found()
    {
        var told = Told(New(Form), Photo);

        // The licence was there at first; that it has gone since is not the applicant's matter any more.
        Examine(told, notFound: "driving-licence").ShouldBe([$"{Photo} missing"]);
    }

    [Fact]
    public void A_supplement_that_brings_everything_leaves_nothing_to_ask() =>
        Examine(Told(New(Form), Photo) with { Materials = [.. New(Form, Photo).Materials] }).ShouldBeEmpty();

    [Fact]
    public void What_is_optional_or_conditional_is_not_missing()
    {
        var relocation = Catalogue.Find(SampleCase.Item, new LocalDate(2026, 3, 2)).ShouldNotBeNull();
        var needed = relocation.Materials.Where(material => material.Need == MaterialNeed.Required).Select(material => material.Code);

        PreReview.Examine(relocation, SampleCase.New, PreReview.LookUps(relocation).ToDictionary(code => code, _ => false))
            .Select(deficiency => deficiency.Material).ShouldBe(needed);
        relocation.Materials.Count.ShouldBeGreaterThan(needed.Count());
    }

    [Fact]
    public void Art_32_2_an_application_from_outside_the_scope_is_told_who_is_competent()
    {
        var ground = PreReview.Competence(Renewal, New() with { Province = ProvinceCode.Parse("45") }).ShouldNotBeNull();

        ground.Kind.ShouldBe(NonAcceptanceKind.NotCompetent);
        ground.CompetentAuthority.ShouldBe(new("广州市交通运输局", "Guangzhou Transport Bureau"));
    }

    [Fact]
    public void Art_32_1_who_needs_no_licence_is_told_so()
    {
        var enterprise = New() with { Applicant = SampleCase.Applied.Applicant with { Type = ApplicantType.Enterprise } };

        PreReview.Competence(Renewal, enterprise).ShouldNotBeNull().Kind.ShouldBe(NonAcceptanceKind.NotRequired);
    }

    [Theory]
    [InlineData("51")]
    [InlineData("50")]
    [InlineData("44")]
    public void Every_province_of_the_scope_may_apply(string province) =>
        PreReview.Competence(Renewal, New() with { Province = ProvinceCode.Parse(province) }).ShouldBeNull();

    private static List<string> Examine(Case application, params string[] notFound) =>
        [.. PreReview.Examine(Renewal, application, LookedUp(notFound)).Select(deficiency => $"{deficiency.Material} {deficiency.Code}")];

    private static Dictionary<string, bool> LookedUp(params string[] notFound) =>
        PreReview.LookUps(Renewal).ToDictionary(code => code, code => !notFound.Contains(code));

    private static Case New(params string[] materials) => SampleCase.New with
    {
        Materials = [.. materials.Select(code => new HandedInMaterial { Code = MaterialCode.Parse(code), Title = "文件", Digest = "sha-256:" + new string('0', 64) })],
    };

    private static Case Told(Case application, string missing)
    {
        var deficiency = new Deficiency(MaterialCode.Parse(missing), new("照片", "Photo"), "missing", new("请提交", "Please hand in"));
        var today = ChinaTime.DateOf(SampleCase.At);
        return application with { Supplements = [new Supplement(1, today, today.PlusDays(14), [deficiency])] };
    }
}
