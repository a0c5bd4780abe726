namespace DurableTask.Core.Exceptions;

/// <summary>A replayed orchestrator did something else than its history says: its code has changed or is not deterministic.</summary>
public class NonDeterministicOrchestrationException : Exception
{
    public NonDeterministicOrchestrationException()
    {
    }

    public NonDeterministicOrchestrationException(string message)
        : base(message)
    {
    }

    public NonDeterministicOrchestrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
