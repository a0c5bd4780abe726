using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Tests.Catalogue;

/// <summary>The catalogue that is shipped.</summary>
public class ServiceCatalogueTests
{
    private static readonly ServiceCatalogue Catalogue = ServiceCatalogue.Load(CatalogueFolder.Read());
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public void It_has_eight_items_in_force_in_all_three_modes()
    {
        var items = Catalogue.InForce(Today).ToList();
        items.Count.ShouldBe(8);
        items.Select(item => item.Mode).Distinct().Count().ShouldBe(3);
        items.SelectMany(item => item.Departments).Select(department => department.Province.Value).Distinct().ShouldBe(
            ["44", "45", "50", "51"], ignoreOrder: true);
    }

    [Fact]
    public void The_real_record_of_the_energy_review_is_as_the_county_published_it()
    {
        var item = Catalogue.Find(HandlingCode.Parse("11450721MB15580811400010400200001"), Today).ShouldNotBeNull();
        item.ImplementationCode.Value.ShouldBe("11450721MB155808114000104002000");
        item.Version.ShouldBe(13);
        (item.Type, item.Level, item.Kind).ShouldBe((ItemType.Licence, ExerciseLevel.County, HandlingKind.Promised));
        (item.Limits.Statutory.Amount, item.Limits.Statutory.Unit).ShouldBe((20, LimitUnit.WorkingDay));
        (item.Limits.Promised.Amount, item.Limits.Promised.Unit).ShouldBe((5, LimitUnit.WorkingDay));
        var review = item.SpecialProcedures.ShouldHaveSingleItem();
        (review.Name.Zh, review.Limit.Amount).ShouldBe(("机构评审", 15));
        item.Materials.Select(material => material.Name.Zh).ShouldBe(["节能审查申请书", "节能报告"]);
    }

    [Fact]
    public void On_the_last_day_the_old_version_is_in_force_and_on_the_next_the_new_one()
    {
        var code = Catalogue.Items.First(item => item.Name.Zh == "基本医疗保险关系跨省转移接续").Code;
        Catalogue.Find(code, new LocalDate(2025, 8, 31)).ShouldNotBeNull().Version.ShouldBe(1);
        Catalogue.Find(code, new LocalDate(2025, 9, 1)).ShouldNotBeNull().Version.ShouldBe(2);
        Catalogue.Find(code, new LocalDate(2023, 12, 31)).ShouldBeNull();
    }

    [Fact]
    public void A_version_is_found_by_its_number_long_after_it_ended()
    {
        var code = Catalogue.Items.First(item => item.Name.Zh == "基本医疗保险关系跨省转移接续").Code;
        var item = Catalogue.Get(code, 1);
        item.IsInForce(Today).ShouldBeFalse();
        item.Materials.Count.ShouldBe(4);
        Should.Throw<KeyNotFoundException>(() => Catalogue.Get(code, 3));
    }

    [Fact]
    public void A_draft_is_never_in_force()
    {
        var draft = Catalogue.Items.Single(item => item.Status == VersionStatus.Draft);
        Catalogue.Find(draft.Code, draft.ValidFrom).ShouldNotBeNull().Version.ShouldBe(draft.Version - 1);
    }

    [Fact]
    public void Departments_come_after_those_they_wait_for()
    {
        foreach (var item in Catalogue.Items)
        {
            var seen = new HashSet<DepartmentKey>();
            foreach (var department in item.Departments)
            {
                department.DependsOn.ShouldBeSubsetOf(seen);
                seen.Add(department.Key);
            }
        }
    }

    [Fact]
    public void What_sharing_gives_is_not_asked_of_the_applicant() =>
        Catalogue.Items.SelectMany(item => item.Materials).Where(material => material.Source is SharedDataSource)
            .ShouldAllBe(material => !material.Source.IsAskedOfApplicant && material.Trust == TrustLevel.A);

    [Fact]
    public void A_division_exists_in_its_time_only()
    {
        var chongqing = DivisionCode.Parse("510200");
        Catalogue.Divisions.Find(chongqing, new LocalDate(1997, 3, 13)).ShouldNotBeNull().Name.Zh.ShouldBe("重庆市");
        Catalogue.Divisions.Find(chongqing, new LocalDate(1997, 3, 14)).ShouldBeNull();
        Catalogue.Divisions.Find(ProvinceCode.Parse("50")).Name.En.ShouldBe("Chongqing");
        ProvinceCode.All.Count.ShouldBe(34);
    }

    [Fact]
    public void Every_shared_data_item_that_is_used_can_be_found() =>
        Catalogue.Items.SelectMany(item => item.Materials).Select(material => material.Source).OfType<SharedDataSource>()
            .ShouldAllBe(source => Catalogue.FindSharedData(source.Item) != null);
}
