using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>
/// The numbers that an execution had before it was rewound. An answer that bears one of them is still good if its call was
/// made before the cut.
/// </summary>
internal sealed class Lineage
{
    private readonly List<(long Execution, int KeptBelow)> _earlier = [];

    /// <param name="execution">The number that ends here.</param>
    /// <param name="nextTaskId">Calls of a smaller number have been kept.</param>
    public void Cut(long execution, int nextTaskId)
    {
        for (var i = 0; i < _earlier.Count; i++)
        {
            _earlier[i] = _earlier[i] with { KeptBelow = Math.Min(_earlier[i].KeptBelow, nextTaskId) };
        }

        _earlier.Add((execution, nextTaskId));
    }

    public bool Has(long execution, HistoryEvent happened) =>
        _earlier.Count > 0 && happened is AnswerEvent answer && _earlier.Exists(e => e.Execution == execution && answer.TaskId < e.KeptBelow);
}
