namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Makes one argument of a function's method.</summary>
internal delegate object? ParameterBinder(Invocation invocation);
