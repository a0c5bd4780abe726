using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Tests.Catalogue;

/// <summary>One wrong file for each rule, and the fault it must give, with file and JSON path.</summary>
public class CatalogueFaultTests
{
    private const string Move = "items/enterprise-relocation.v1.json";
    private const string Works = "items/joint-completion-acceptance.v1.json";
    private const string Driver = "items/transport-licence-renewal.v1.json";
    private const string Energy = "items/energy-conservation-review.v13.json";
    private const string OldMedical = "items/medical-insurance-transfer.v1.json";
    private const string NewMedical = "items/medical-insurance-transfer.v2.json";
    private const string DraftFund = "items/housing-fund-transfer.v2.json";

    private static readonly IReadOnlyList<CatalogueFile> Files = CatalogueFolder.Read();

    /// <summary>File, place, value (null removes), where the fault is, its code.</summary>
    public static TheoryData<string, string, string?, string, string> Rules => new()
    {
        // the shape of a file
        { Move, "/name", null, "#/name", "missing" },
        { Move, "/name/en", "\" \"", "#/name/en", "length" },
        { Move, "/name/en", "7", "#/name/en", "type" },
        { Move, "/colour", "\"red\"", "#/colour", "unknown-property" },
        { Move, "/materials/0/colour", "\"red\"", "#/materials/0/colour", "unknown-property" },
        { Move, "/materials/0", "\"a paper\"", "#/materials/0", "type" },
        { Move, "/materials", "[]", "#/materials", "too-few" },
        { Move, "/conditions", "[]", "#/conditions", "too-few" },
        { Move, "/version", "0", "#/version", "range" },
        { Move, "/version", "1.5", "#/version", "range" },
        { Move, "/status", "\"secret\"", "#/status", "code" },
        { Move, "/scope/0", "51", "#/scope/0", "type" },
        { Move, "/scope/0", "\"99\"", "#/scope/0", "unknown-province" },
        { Move, "/scope/0", "\"50\"", "#/scope", "repeated" },
        { Move, "/scope", "[\"50\"]", "#/scope", "scope" },
        { Move, "/applicantTypes/0", "\"7\"", "#/applicantTypes/0", "code" },
        { Move, "/validFrom", "\"2025-02-29\"", "#/validFrom", "date" },
        { Move, "/validTo", "\"2024-12-31\"", "#/validTo", "order" },

        // codes
        { Energy, "/handlingCode", "\"11450721MB15580812400010400200001\"", "#/handlingCode", "check-digit" },
        { Energy, "/handlingCode", "\"11450721MB1558081140001040020000\"", "#/handlingCode", "length" },
        { Energy, "/handlingCode", "\"11450721MB15580811800010400200001\"", "#/handlingCode", "exercise-level" },
        { Energy, "/implementationCode", "\"11450721348531435D4000104002000\"", "#/implementationCode", "code-mismatch" },
        { Energy, "/basicCode", "\"000104002001\"", "#/basicCode", "code-mismatch" },
        { Energy, "/itemType", "\"20\"", "#/itemType", "code-mismatch" },
        { Energy, "/exerciseLevel", "\"3\"", "#/exerciseLevel", "code-mismatch" },
        { Energy, "/materials/0/code", "\"11450721MB15580811400010400200002001\"", "#/materials/0/code", "code-mismatch" },
        { Energy, "/materials/0/code", "\"11450721MB15580811400010400200001002\"", "#/materials", "repeated" },

        // materials
        { Move, "/materials/0/need", "\"conditional\"", "#/materials/0/condition", "condition" },
        { Move, "/materials/6/condition", null, "#/materials/6/condition", "condition" },
        { Move, "/materials/0/trustLevel", "\"A\"", "#/materials/0/trustLevel", "trust" },
        { Move, "/materials/2/trustLevel", "\"C\"", "#/materials/2/trustLevel", "trust" },
        { Move, "/materials/2/source/kind", "\"guess\"", "#/materials/2/source/kind", "code" },
        { Move, "/materials/2/source/item", "\"Business Licence\"", "#/materials/2/source/item", "character" },
        { Move, "/materials/2/source/item", "\"dog-licence\"", "#/materials/2/source/item", "unknown-shared-data" },
        { Works, "/materials/5/source/material", "\"11450721MB15580811400010400200001009\"", "#/materials/5/source/material", "unknown-material" },
        { Driver, "/materials/5/source/type", "\"11100000000013338W0A1\"", "#/materials/5/source/type", "character" },

        // departments
        { Move, "/departments/0/role", "\"participant\"", "#/departments", "lead-count" },
        { Move, "/departments/1/role", "\"lead\"", "#/departments", "lead-count" },
        { Energy, "/departments/0/creditCode", "\"11450721348531435D\"", "#/departments", "lead-mismatch" },
        { Energy, "/departments/0/creditCode", "\"11450721MB15580812\"", "#/departments/0/creditCode", "check-digit" },
        { Move, "/departments/0/key", "\"tax-in\"", "#/departments", "repeated" },
        { Move, "/departments/0/key", "\"-in\"", "#/departments/0/key", "shape" },
        { Move, "/departments/0/dependsOn/0", "\"nobody\"", "#/departments/0/dependsOn", "unknown-department" },
        { Move, "/departments/2/dependsOn", "[\"registry-in\"]", "#/departments", "cycle" },
        { Move, "/departments/2/dependsOn", "[\"tax-out\"]", "#/departments", "cycle" },
        { Move, "/departments/0/division", "\"500103\"", "#/departments/0/division", "division-province" },
        { Move, "/departments/0/division", "\"519900\"", "#/departments", "unknown-division" },
        { Move, "/departments/1/limit/amount", "2", "#/departments", "path-exceeds-promised" },
        { Move, "/departments/1/limit/unit", "\"2\"", "#/departments", "limit-unit" },
        { Move, "/departments", "[]", "#/departments", "too-few" },

        // limits
        { Move, "/limits/promised/amount", "4", "#/limits/promised/amount", "promised-exceeds-statutory" },
        { Move, "/limits/promised/unit", "\"2\"", "#/limits/promised/unit", "limit-unit" },
        { Move, "/limits/supplement/unit", "\"3\"", "#/limits/supplement/unit", "limit-unit" },
        { Move, "/limits/statutory/basis", null, "#/limits/statutory/basis", "missing" },
        { Move, "/stages/1/stage", "\"preReview\"", "#/stages", "repeated" },
        { Energy, "/specialProcedures/0/limit/amount", "0", "#/specialProcedures/0/limit/amount", "range" },

        // result and fee
        { Energy, "/result/certificateType", "\"11450721MB15580812001\"", "#/result/certificateType", "check-digit" },
        { Energy, "/fee/charged", "true", "#/fee/charged", "fee" },
        { Energy, "/fee/standard", "{\"zh\":\"十元\",\"en\":\"ten yuan\"}", "#/fee/charged", "fee" },
        { Energy, "/fee/charged", "\"no\"", "#/fee/charged", "type" },

        // versions and publication
        { Move, "/name/en", "\"Moving a company\"", "", "published-changed" },
        { Move, "/status", "\"draft\"", "#/status", "draft-recorded" },
        { DraftFund, "/status", "\"published\"", "#/status", "published-not-recorded" },
        { NewMedical, "/version", "1", "#/version", "version-repeated" },
        { NewMedical, "/validFrom", "\"2025-08-31\"", "#/validFrom", "overlap" },
        { "published.json", "/items/0/file", "\"items/gone.json\"", "", "published-missing" },
        { "published.json", "/items/0/sha256", "\"ABC\"", "#/items/0/sha256", "shape" },
        { "published.json", "/items/0/validTo", "\"2001-01-01\"", "", "order" },
        { "published.json", "/items/1/file", "\"items/energy-conservation-review.v13.json\"", "#/items", "repeated" },

        // the other files
        { "divisions.json", "/divisions/0", null, "#/divisions", "province-missing" },
        { "divisions.json", "/divisions/0/validTo", "\"2020-01-01\"", "#/divisions", "province-missing" },
        { "divisions.json", "/divisions/0/code", "\"830000\"", "#/divisions/0/code", "unknown-province" },
        { "divisions.json", "/divisions/1/code", "\"110000\"", "#/divisions", "overlap" },
        { "shared-data.json", "/items/0/condition", null, "#/items/0/condition", "condition" },
        { "shared-data.json", "/items/1/code", "\"resident-identity\"", "#/items", "repeated" },
        { "shared-data.json", "/items/0/fields", "[]", "#/items/0/fields", "too-few" },
        { "shared-data.json", "/items/0/fields/1/key", "\"name\"", "#/items/0/fields", "repeated" },
        { "shared-data.json", "/items/0/fields/0/key", "\"Full name\"", "#/items/0/fields/0/key", "shape" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_told_with_its_place(string path, string pointer, string? value, string place, string code)
    {
        var faults =
            LoadWith(path, file => value is null ? JsonEdit.Remove(file, pointer) : JsonEdit.Set(file, pointer, JsonNode.Parse(value)));
        faults.ShouldContain(fault => fault.Path == path + place && fault.Code == code, string.Join('\n', faults));
        faults.ShouldAllBe(fault => fault.MessageZh.Length > 0 && fault.MessageEn.Length > 0);
    }

    [Fact]
    public void A_later_version_has_the_higher_number()
    {
        var faults = LoadWith(OldMedical, file => JsonEdit.Set(file, "/version", 3));
        faults.ShouldContain(fault => fault.Path == NewMedical + "#/version" && fault.Code == "version-order");
    }

    [Fact]
    public void Reformatting_a_published_file_is_no_change()
    {
        var files = Files.Select(file => file.Path == Move ? file with { Text = JsonNode.Parse(file.Text)!.ToJsonString() } : file);
        ServiceCatalogue.TryLoad(files, out _, out var faults).ShouldBeTrue(string.Join('\n', faults));
    }

    [Fact]
    public void A_published_file_that_is_gone_is_missed()
    {
        ServiceCatalogue.TryLoad(Files.Where(file => file.Path != Move), out _, out var faults).ShouldBeFalse();
        faults.ShouldHaveSingleItem().Code.ShouldBe("published-missing");
    }

    [Fact]
    public void A_file_of_no_known_kind_is_told()
    {
        ServiceCatalogue.TryLoad([.. Files, new CatalogueFile("item/typo.json", "{}")], out _, out var faults).ShouldBeFalse();
        var fault = faults.ShouldHaveSingleItem();
        (fault.Code, fault.Path).ShouldBe(("unknown-file", "item/typo.json"));
    }

    [Fact]
    public void A_folder_without_its_tables_is_refused()
    {
        ServiceCatalogue.TryLoad([], out _, out var faults).ShouldBeFalse();
        faults.Select(fault => fault.Path).ShouldBe(["divisions.json", "shared-data.json", "published.json"]);
    }

    [Fact]
    public void A_property_that_stands_twice_is_refused()
    {
        var faults = LoadWith(Move, file => file with { Text = file.Text.Replace("\"version\": 1,", "\"version\": 1, \"version\": 2,") });
        faults.ShouldContain(fault => fault.Path == Move && fault.Code == "json");
    }

    [Fact]
    public void Several_mistakes_in_several_files_are_told_at_one_time()
    {
        var files = Files.Select(file => file.Path switch
        {
            Move => JsonEdit.Set(JsonEdit.Remove(file, "/name"), "/departments/1/creditCode", "11450721MB15580812"),
            Energy => JsonEdit.Set(file, "/limits/promised/amount", 21),
            "shared-data.json" => JsonEdit.Remove(file, "/items/3/provider"),
            _ => file,
        });
        var thrown = Should.Throw<CatalogueException>(() => ServiceCatalogue.Load(files));
        thrown.Faults.Where(fault => fault.Code != "published-changed").Select(fault => fault.Path).ShouldBe(
            [Energy + "#/limits/promised/amount", Move + "#/name", Move + "#/departments/1/creditCode", "shared-data.json#/items/3/provider"],
            ignoreOrder: true);
    }

    private static IReadOnlyList<Fault> LoadWith(string path, Func<CatalogueFile, CatalogueFile> edit)
    {
        Files.Count(file => file.Path == path).ShouldBe(1);
        var edited = Files.Select(file => file.Path == path ? edit(file) : file);
        ServiceCatalogue.TryLoad(edited, out var catalogue, out var faults).ShouldBeFalse();
        catalogue.ShouldBeNull();
        return faults;
    }
}
