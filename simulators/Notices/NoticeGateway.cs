using CrossRegion.Simulators.Journals;

namespace CrossRegion.Simulators.Notices;

/// <summary>
/// The provinces' notice gateways (短信、消息中心): each event's text goes to the citizen once, however often the event is delivered.
/// </summary>
public sealed class NoticeGateway
{
    private readonly Lock _gate = new();
    private readonly List<Notice> _notices = [];

    /// <summary>What was sent to citizens so far, in order.</summary>
    public IReadOnlyList<Notice> Notices
    {
        get
        {
            lock (_gate)
            {
                return [.. _notices];
            }
        }
    }

    internal void Receive(string province, ReceivedEvent received)
    {
        var text = received.Data["notice"];
        var notice = new Notice(
            received.Number, province, received.Type, (string?)text?["zh"] ?? string.Empty, (string?)text?["en"] ?? string.Empty);
        lock (_gate)
        {
            _notices.Add(notice);
        }
    }
}
