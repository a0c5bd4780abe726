using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>The divisions the catalogue knows, each in its time.</summary>
public sealed class DivisionTable
{
    private readonly ILookup<DivisionCode, Division> _byCode;

    internal DivisionTable(IEnumerable<Division> divisions) => _byCode = divisions.ToLookup(division => division.Code);

    /// <summary>All entries of all times.</summary>
    public IEnumerable<Division> All => _byCode.SelectMany(entries => entries);

    /// <summary>The division of that code on a day; null when there was none.</summary>
    public Division? Find(DivisionCode code, LocalDate date) => _byCode[code].FirstOrDefault(division => division.ExistsOn(date));

    /// <summary>The province, which the table always has.</summary>
    public Division Find(ProvinceCode province) => _byCode[province.Division].Last();
}
