using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Cases.Steps;

/// <summary>延长期限 (art. 42): the statutory limit is extended, once.</summary>
/// <param name="Added">What is added, in the unit of the limit.</param>
/// <param name="Approver">Who approved it, by name and office.</param>
/// <param name="Reason">Why, as the applicant is told.</param>
/// <param name="Document">The notice that tells the applicant.</param>
public sealed record LimitExtended(Instant At, string By, TimeLimit Added, Approver Approver, [property: PersonalData] string Reason, DocumentNumber Document) : CaseStep(At, By)
{
    public override string Key => "limit-extended";
}
