using System.Net;

namespace CrossRegion.App.Tests.Networks;

/// <summary>A machine in all but name: a network of its own, with one address on all its lines.</summary>
/// <param name="Name">For <c>ip netns</c>.</param>
/// <param name="Address">Where everybody else finds it.</param>
internal sealed record NetworkNamespace(string Name, IPAddress Address)
{
    /// <summary>What comes before a command that is to run in it.</summary>
    public IReadOnlyList<string> Entry => ["ip", "netns", "exec", Name];
}
