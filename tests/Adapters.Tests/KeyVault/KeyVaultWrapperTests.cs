using System.Security.Cryptography;
using Azure.Core;
using CrossRegion.Adapters.KeyVault;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.KeyVault;

/// <summary>Against a vault that does what Azure's does, through Azure.Core's pipeline.</summary>
public sealed class KeyVaultWrapperTests : IAsyncLifetime
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly StandingClock _clock = new();
    private KeyVaultDouble _vault = null!;

    public async Task InitializeAsync() => _vault = await KeyVaultDouble.StartAsync();

    public async Task DisposeAsync() => await _vault.DisposeAsync();

    [Fact]
    public async Task A_key_is_wrapped_here_with_the_public_part_and_unwrapped_by_the_vault()
    {
        var wrapper = Wrapper();

        var wrapped = await wrapper.WrapAsync(Key, default);

        wrapped.KeyId.ShouldBe("v1");
        (await wrapper.UnwrapAsync(wrapped, default)).ShouldBe(Key);
        _vault.Requests.ShouldBe(["GET /keys/cases?api-version=7.4", "POST /keys/cases/v1/unwrapkey?api-version=7.4"]);
    }

    [Fact]
    public async Task The_token_is_for_the_vault_service_of_the_clouds_own_name()
    {
        var credential = new FixedToken();

        await Wrapper(credential).WrapAsync(Key, default);

        credential.Scopes.ShouldBe(["https://0.0.1/.default"]); // of kv.vault.azure.cn it is https://vault.azure.cn/.default
    }

    [Fact]
    public async Task Many_keys_are_wrapped_with_one_look_at_the_vault_and_a_new_version_is_taken_up_within_the_hour()
    {
        var wrapper = Wrapper();
        var old = await wrapper.WrapAsync(Key, default);
        _vault.AddVersion("v2");

        (await wrapper.WrapAsync(Key, default)).KeyId.ShouldBe("v1");
        _vault.Requests.Count.ShouldBe(1);
        _clock.Now += KeyVaultWrapper.Fresh;
        var young = await wrapper.WrapAsync(Key, default);

        young.KeyId.ShouldBe("v2");
        (await wrapper.UnwrapAsync(young, default)).ShouldBe(Key);
        (await wrapper.UnwrapAsync(old, default)).ShouldBe(Key);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_vault_that_refuses_is_an_IOException_that_says_how(int status)
    {
        var wrapper = Wrapper();
        var wrapped = await wrapper.WrapAsync(Key, default);
        _vault.Refusing = status;

        (await Should.ThrowAsync<IOException>(() => wrapper.UnwrapAsync(wrapped, default))).Message.ShouldBe($"The key vault answered {status} for {_vault.Key}.");
        (await Should.ThrowAsync<IOException>(() => Wrapper().WrapAsync(Key, default))).Message.ShouldContain($"answered {status}");
    }

    [Fact]
    public async Task A_vault_that_is_not_there_is_an_IOException()
    {
        var wrapper = Wrapper();
        var wrapped = await wrapper.WrapAsync(Key, default);
        var key = _vault.Key;
        await _vault.DisposeAsync();

        (await Should.ThrowAsync<IOException>(() => wrapper.UnwrapAsync(wrapped, default))).Message.ShouldBe($"The key vault of {key} could not be reached.");
        _vault = await KeyVaultDouble.StartAsync();
    }

    [Fact]
    public async Task A_damaged_key_and_a_version_that_is_gone_are_told_apart()
    {
        var wrapper = Wrapper();
        var wrapped = await wrapper.WrapAsync(Key, default);
        var damaged = wrapped.Value.ToArray();
        damaged[7] ^= 1;

        (await Should.ThrowAsync<InvalidDataException>(() => wrapper.UnwrapAsync(wrapped with { Value = damaged }, default))).Message
            .ShouldBe($"an application's key cannot be opened with version v1 of {_vault.Key}");
        (await Should.ThrowAsync<InvalidDataException>(() => wrapper.UnwrapAsync(wrapped with { KeyId = "v9" }, default))).Message
            .ShouldBe($"{_vault.Key} has no version v9");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../secrets/x")]
    [InlineData("v1?x=")]
    public async Task A_version_that_leads_elsewhere_is_refused_without_asking(string version)
    {
        await Should.ThrowAsync<InvalidDataException>(() => Wrapper().UnwrapAsync(new WrappedKey(version, new byte[256]), default));

        _vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_not_RSA_is_refused()
    {
        _vault.KeyType = "EC";

        (await Should.ThrowAsync<InvalidDataException>(() => Wrapper().WrapAsync(Key, default))).Message.ShouldBe($"{_vault.Key} is no RSA key");
    }

    [Theory]
    [InlineData("http://kv.vault.azure.cn/keys/cases")]
    [InlineData("https://kv.vault.azure.cn/keys/cases/0123456789abcdef")]
    [InlineData("https://kv.vault.azure.cn/secrets/cases")]
    [InlineData("https://kv.vault.azure.cn")]
    [InlineData("kv")]
    public void A_setting_that_is_no_key_is_refused(string setting)
    {
        using var services = Compose(setting).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IKeyWrapper>()).Message
            .ShouldContain("CrossRegion:Keys:VaultKey is https://VAULT/keys/NAME, without a version.");
    }

    [Fact]
    public void A_setting_that_is_a_key_composes_the_vault()
    {
        using var services = Compose("https://kv.vault.azure.cn/keys/cases").BuildServiceProvider();

        services.GetRequiredService<IKeyWrapper>().ShouldBeOfType<KeyVaultWrapper>();
        new ServiceCollection().TryAddKeyVault(Section([])).ShouldBeFalse();
    }

    private static IServiceCollection Compose(string vaultKey)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.TryAddKeyVault(Section(new() { ["CrossRegion:Keys:VaultKey"] = vaultKey })).ShouldBeTrue();
        return services;
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("CrossRegion");

    private KeyVaultWrapper Wrapper(TokenCredential? credential = null) => new(
        _vault.Key,
        credential ?? new FixedToken(),
        new KeyVaultClientOptions { Transport = _vault.Transport(), Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) } },
        _clock);

    /// <summary>An identity that everybody believes.</summary>
    private sealed class FixedToken : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken(KeyVaultDouble.Token, TimeProvider.System.GetUtcNow().AddHours(2));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>A clock that stands until it is moved.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
