namespace CrossRegion.Adapters.Tests.Conformance;

internal enum ModelStepKind
{
    Create,
    Replace,
    Delete,
}
