namespace Microsoft.DurableTask;

/// <summary>Turns the deserialised input into the type that a task declares; nothing given means the type's default.</summary>
internal static class TaskInput
{
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public static TInput As<TInput>(object? input) => input switch
    {
        TInput typed => typed,
        null => default!,
        _ => throw new ArgumentException($"The input is of type '{input.GetType()}' where '{typeof(TInput)}' is expected."),
    };
}
