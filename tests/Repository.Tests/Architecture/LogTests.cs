using System.Reflection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Repository.Tests.Architecture;

public sealed class LogTests
{
    [Fact]
    public void Every_log_message_has_an_event_id_of_its_own()
    {
        var messages =
            (from assembly in Product.Assemblies
             from type in assembly.GetTypes()
             from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
             let message = method.GetCustomAttribute<LoggerMessageAttribute>()
             where message is not null
             select (message.EventId, Name: $"{type.FullName}.{method.Name}")).ToList();

        messages.ShouldNotBeEmpty();
        messages.Where(message => message.EventId <= 0).ShouldBeEmpty();
        messages.GroupBy(message => message.EventId).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(message => message.Name))}").ShouldBeEmpty();
    }
}
