using System.Reflection;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Awaits what a method returned, whichever of void, T, Task, Task of T, ValueTask and ValueTask of T it is.</summary>
internal sealed class ReturnValue
{
    private readonly Func<object?, ValueTask<object?>> _read;

    private ReturnValue(Type type, Func<object?, ValueTask<object?>> read)
    {
        Type = type;
        _read = read;
    }

    /// <summary>The type of the value without its task; void when there is none.</summary>
    public Type Type { get; }

    public static ReturnValue Of(MethodInfo method)
    {
        Type declared = method.ReturnType;
        if (declared == typeof(Task))
        {
            return new ReturnValue(typeof(void), async task => { await (Task)task!; return null; });
        }

        if (declared == typeof(ValueTask))
        {
            return new ReturnValue(typeof(void), async task => { await (ValueTask)task!; return null; });
        }

        Type? open = declared.IsGenericType ? declared.GetGenericTypeDefinition() : null;
        string? reader = open == typeof(Task<>) ? nameof(OfTask) : open == typeof(ValueTask<>) ? nameof(OfValueTask) : null;
        if (reader is null)
        {
            return new ReturnValue(declared, static value => ValueTask.FromResult(value));
        }

        Type result = declared.GetGenericArguments()[0];
        MethodInfo read = typeof(ReturnValue).GetMethod(reader, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(result);
        return new ReturnValue(result, read.CreateDelegate<Func<object?, ValueTask<object?>>>());
    }

    public ValueTask<object?> ReadAsync(object? returned) => _read(returned);

    private static async ValueTask<object?> OfTask<T>(object? returned) => await (Task<T>)returned!;

    private static async ValueTask<object?> OfValueTask<T>(object? returned) => await (ValueTask<T>)returned!;
}
