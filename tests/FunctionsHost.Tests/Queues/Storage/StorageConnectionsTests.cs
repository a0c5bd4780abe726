using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

public sealed class StorageConnectionsTests
{
    private const string Account = "DefaultEndpointsProtocol=https;AccountName=NAME;AccountKey=c2VjcmV0;EndpointSuffix=core.chinacloudapi.cn";

    [Fact]
    public void Without_a_setting_the_queues_are_the_hosts_own()
    {
        Find(null).ShouldBeNull();
        Find("Orders").ShouldBeNull();
        Find(null, ("AzureWebJobsStorage", "")).ShouldBeNull();
        Find("", ("AzureWebJobsStorage", " "), ("Storage", Of("other"))).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "AzureWebJobsStorage")]
    [InlineData("", "AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage", "AzureWebJobsStorage")]
    [InlineData("Storage", "AzureWebJobsStorage")]
    [InlineData("Orders", "AzureWebJobsOrders")]
    [InlineData("Orders", "Orders")]
    [InlineData("Orders", "ConnectionStrings:AzureWebJobsOrders")]
    [InlineData("Orders", "ConnectionStrings:Orders")]
    [InlineData("Part__Orders", "Part:Orders")]
    public void A_connection_is_the_setting_with_the_prefix_or_without(string? name, string setting) =>
        Find(name, (setting, Of("found")))!.Uri.ShouldBe(new Uri("https://found.queue.core.chinacloudapi.cn/"));

    [Fact]
    public void The_setting_with_the_prefix_comes_first() =>
        Find("Orders", ("Orders", Of("plain")), ("AzureWebJobsOrders", Of("prefixed")))!.AccountName.ShouldBe("prefixed");

    [Fact]
    public void Development_storage_is_a_connection() =>
        Find(null, ("AzureWebJobsStorage", "UseDevelopmentStorage=true"))!.Uri.ShouldBe(new Uri("http://127.0.0.1:10001/devstoreaccount1"));

    [Theory]
    [InlineData("queueServiceUri", "https://stamp51.queue.core.chinacloudapi.cn")]
    [InlineData("accountName", "stamp51")]
    public void A_connection_without_a_secret_is_an_address_and_an_identity(string part, string value)
    {
        Find(null, ($"AzureWebJobsStorage:{part}", value), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "c"))!
            .AccountName.ShouldBe("stamp51");
        Find(null, ($"AzureWebJobsStorage:{part}", value))!.AccountName.ShouldBe("stamp51");
    }

    [Fact]
    public void The_same_setting_is_the_same_connection()
    {
        StorageConnections connections = Over(("AzureWebJobsStorage", Of("one")), ("Orders", Of("two")));
        connections.Find(null).ShouldBeSameAs(connections.Find("AzureWebJobsStorage"));
        connections.Find("Orders").ShouldNotBeSameAs(connections.Find(null));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("AccountName=a;AccountKey=secret;AccountName=a")]
    [InlineData("AccountName=a;AccountKey=!secret!")]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0")]
    [InlineData("BlobEndpoint=https://a.blob.core.windows.net;SharedAccessSignature=secret")]
    [InlineData("UseDevelopmentStorage=maybe;secret")]
    public void A_bad_value_is_told_once_by_the_name_of_its_setting_and_not_repeated(string value)
    {
        StorageConnections connections = Over(("AzureWebJobsOrders", value));
        connections.Find("Orders").ShouldBeNull();
        connections.Find("Orders").ShouldBeNull();
        string fault = connections.Faults.ShouldHaveSingleItem();
        fault.ShouldStartWith("The setting AzureWebJobsOrders ");
        fault.ShouldNotContain("secret");
        fault.ShouldNotContain("c2VjcmV0");
    }

    [Theory]
    [InlineData("blobServiceUri", "https://a.blob.core.windows.net", "AzureWebJobsStorage__queueServiceUri")]
    [InlineData("queueServiceUri", "a.queue", "AzureWebJobsStorage__queueServiceUri")]
    [InlineData("queueServiceUri", "http://a.queue.core.windows.net", "HTTPS")]
    public void A_bad_part_is_told_with_what_would_do(string part, string value, string expected)
    {
        StorageConnections connections = Over(($"AzureWebJobsStorage:{part}", value));
        connections.Find(null).ShouldBeNull();
        connections.Faults.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void An_unknown_kind_of_credential_is_told()
    {
        StorageConnections connections = Over(("AzureWebJobsStorage:accountName", "a"), ("AzureWebJobsStorage:credential", "magic"));
        connections.Find(null).ShouldBeNull();
        connections.Faults.ShouldHaveSingleItem().ShouldContain("AzureWebJobsStorage__credential is 'magic'");
    }

    private static string Of(string account) => Account.Replace("NAME", account, StringComparison.Ordinal);

    private static QueueServiceClient? Find(string? name, params (string Key, string Value)[] settings)
    {
        StorageConnections connections = Over(settings);
        QueueServiceClient? found = connections.Find(name);
        connections.Faults.ShouldBeEmpty();
        return found;
    }

    private static StorageConnections Over(params (string Key, string Value)[] settings)
    {
        ConfigurationManager configuration = new();
        foreach ((string key, string value) in settings)
        {
            configuration[key] = value;
        }

        return new StorageConnections(configuration);
    }
}
