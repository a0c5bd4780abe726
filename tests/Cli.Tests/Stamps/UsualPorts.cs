namespace CrossRegion.Cli.Tests.Stamps;

/// <summary>Tests of commands that take the usual ports when these are free: one after the other.</summary>
[CollectionDefinition(nameof(UsualPorts))]
public sealed class UsualPorts;
