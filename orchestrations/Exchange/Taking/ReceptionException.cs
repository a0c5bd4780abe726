namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>This side cannot take one hand-over: a defect, a damaged document, a batch that no store takes. Others are taken all the same.</summary>
internal sealed class ReceptionException(Exception failure) : Exception(failure.Message, failure)
{
    /// <summary>Does it; what goes wrong is a <see cref="ReceptionException"/>, unless the store does not answer or the caller has gone.</summary>
    public static async Task<T> FromAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (Exception failure) when (failure is not (IOException or OperationCanceledException))
        {
            throw new ReceptionException(failure);
        }
    }
}
