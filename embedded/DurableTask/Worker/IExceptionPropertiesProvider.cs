namespace Microsoft.DurableTask.Worker;

/// <summary>Adds properties of the application's own to the failure details of an exception.</summary>
public interface IExceptionPropertiesProvider
{
    IDictionary<string, object?>? GetExceptionProperties(Exception exception);
}
