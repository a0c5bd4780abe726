using System.ComponentModel.DataAnnotations;
using CrossRegion.Adapters.Cosmos;

namespace CrossRegion.Adapters.Tests.Cosmos;

public sealed class CosmosOptionsTests
{
    [Theory]
    [InlineData("https://account.documents.azure.cn:443/", null)]
    [InlineData("https://account.documents.azure.cn:443/", "a2V5")]
    [InlineData("http://127.0.0.1:8081", "a2V5")]
    public void An_endpoint_with_a_key_or_an_identity_is_right(string endpoint, string? key)
        => Faults(new CosmosOptions { Endpoint = endpoint, Key = key }).ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("account")]
    [InlineData("http://account.documents.azure.cn")]
    public void Without_a_key_the_endpoint_is_an_https_URL(string? endpoint)
        => Faults(new CosmosOptions { Endpoint = endpoint }).ShouldBe(["CrossRegion__Cosmos__Endpoint is an absolute https URL"]);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
        => Faults(new CosmosOptions { Endpoint = "account", Key = "?", Database = "a/b", TimeoutSeconds = 0.5, ListPollSeconds = double.NaN }).ShouldBe(
            [
                "CrossRegion__Cosmos__Endpoint is an absolute https or http URL",
                "CrossRegion__Cosmos__Key is base64",
                "CrossRegion__Cosmos__Database has 1 to 255 characters, none of them / \\ ? #",
                "CrossRegion__Cosmos__TimeoutSeconds is 1 to 300",
                "CrossRegion__Cosmos__ListPollSeconds is 0.01 to 60",
            ]);

    private static List<string?> Faults(CosmosOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage)];
    }
}
