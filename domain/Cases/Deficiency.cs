using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Cases;

/// <summary>One thing to be supplemented or corrected (补正内容).</summary>
/// <param name="Material">The material's code in the catalogue.</param>
/// <param name="Name">What the catalogue calls it.</param>
/// <param name="Code"><c>missing</c>, or <c>not-found-in-shared-data</c> when no authority holds it.</param>
/// <param name="Message">What the applicant has to do.</param>
public sealed record Deficiency(MaterialCode Material, LocalizedText Name, string Code, LocalizedText Message);
