using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// 异地代收代办 (国办发〔2020〕35号, 收受分离): an application is received here, its form checked by the intake and its applicant's identity now, and
/// handed over to the stamp that accepts and decides.
/// </summary>
public static class ReceiveForAnother
{
    [Function(nameof(ReceiveForAnother))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CollectReference reference)
    {
        bool? confirmed = null;
        try
        {
            confirmed = await context.CallActivityAsync<bool>(nameof(CheckIdentity), reference.Number, reference.Retry.Options());
        }
        catch (TaskFailedException)
        {
            // Nobody could be asked. The competent authority hears that it was not checked, and the application waits for nobody.
        }

        await context.CallActivityAsync(nameof(HandOverApplication), new CheckedApplication(reference.Number, confirmed), reference.Retry.Options());
    }
}
