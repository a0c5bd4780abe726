using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Makes the object whose method is the function, with its constructor's services from the invocation's scope.</summary>
internal static class Instance
{
    public static Func<IServiceProvider, object?> FactoryFor(Type type, bool isStatic)
    {
        if (isStatic)
        {
            return static _ => null;
        }

        ObjectFactory create = ActivatorUtilities.CreateFactory(type, []);
        return services => create(services, null);
    }

    /// <summary>The host made it, so the host disposes of it.</summary>
    public static ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                return disposable.DisposeAsync();
            case IDisposable disposable:
                disposable.Dispose();
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }
}
