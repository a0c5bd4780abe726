using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>A failure as it is kept in history: an exception's type name, message and stack, and the failure beneath it.</summary>
public record TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    /// <summary>Whether the failure's type is <typeparamref name="T"/> or derives from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception
        => IsCausedBy(typeof(T), Assembly.GetCallingAssembly());

    /// <summary>Whether the failure's type is <paramref name="targetBaseExceptionType"/> or derives from it; <c>false</c> if it cannot be found.</summary>
    /// <exception cref="ArgumentException">The type is not an exception's.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded types have the failure's type name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType) => IsCausedBy(targetBaseExceptionType, Assembly.GetCallingAssembly());

    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return FromException(exception, static _ => null);
    }

    /// <summary>The failure of an exception and those within it, with the properties that the application adds.</summary>
    internal static TaskFailureDetails FromException(Exception exception, Func<Exception, IDictionary<string, object?>?> properties) => new(
        exception.GetType().ToString(),
        exception.Message,
        exception.StackTrace,
        exception switch
        {
            TaskFailedException failed => failed.FailureDetails,
            { InnerException: { } inner } => FromException(inner, properties),
            _ => null,
        },
        properties(exception));

    private bool IsCausedBy(Type target, Assembly caller)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!typeof(Exception).IsAssignableFrom(target))
        {
            throw new ArgumentException($"{target} is not an exception type.", nameof(target));
        }

        return target.IsAssignableFrom(FailureTypes.Find(ErrorType, target.Assembly, caller));
    }
}
