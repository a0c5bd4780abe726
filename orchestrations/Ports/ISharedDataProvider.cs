namespace CrossRegion.Orchestrations.Ports;

/// <summary>
/// National and provincial systems that hold data items (身份、税务、不动产、学历 …), so that nobody asks the citizen for them
/// (政务数据共享条例 art. 19; 优化营商环境条例 art. 37).
/// </summary>
public interface ISharedDataProvider
{
    /// <summary>
    /// Asks for one data item. <see cref="SharedDataQuery.Key"/> makes the query idempotent: the provider answers the same key with
    /// the same answer and counts it once.
    /// </summary>
    /// <exception cref="InvalidDataException">The provider's answer makes no sense.</exception>
    /// <exception cref="HttpRequestException">It could not be reached or refused.</exception>
    Task<SharedDataAnswer> QueryAsync(SharedDataQuery query, CancellationToken cancellation);

    /// <summary>What the provider answered to this key before, or null if it never saw the key: settles a query left in doubt by a crash.</summary>
    Task<SharedDataAnswer?> FindAnswerAsync(SharedDataQuery query, CancellationToken cancellation);
}
