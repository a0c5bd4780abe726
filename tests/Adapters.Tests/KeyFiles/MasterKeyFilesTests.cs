using System.Security.Cryptography;
using CrossRegion.Adapters.KeyFiles;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.KeyFiles;

public sealed class MasterKeyFilesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 2, 3, TimeSpan.Zero);
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly string _data = Directory.CreateTempSubdirectory("crossregion-master-").FullName;

    private string Folder => Path.Combine(_data, MasterKeyFiles.FolderName);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_wrapped_key_is_unwrapped_after_a_restart()
    {
        var wrapped = await Open().WrapAsync(Key, default);

        wrapped.KeyId.ShouldBe("20260302T010203Z");
        wrapped.Value.AsSpan().IndexOf(Key).ShouldBe(-1);
        (await Open().UnwrapAsync(wrapped, default)).ShouldBe(Key);
        Directory.GetFiles(Folder).Select(Path.GetFileName).ShouldBe(["20260302T010203Z.key"]);
    }

    [Fact]
    public void Only_its_owner_may_read_a_master_key()
    {
        Open();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Folder, "20260302T010203Z.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_new_master_key_wraps_at_once_and_the_old_one_still_unwraps()
    {
        var keys = Open();
        var before = await keys.WrapAsync(Key, default);

        await File.WriteAllBytesAsync(Path.Combine(Folder, "2027.key"), RandomNumberGenerator.GetBytes(32));

        var after = await keys.WrapAsync(Key, default);
        after.KeyId.ShouldBe("2027");
        (await keys.UnwrapAsync(before, default)).ShouldBe(Key);
        (await keys.UnwrapAsync(after, default)).ShouldBe(Key);
    }

    [Fact]
    public async Task A_master_key_that_is_not_there_is_named()
    {
        var wrapped = await Open().WrapAsync(Key, default);
        File.Move(Path.Combine(Folder, "20260302T010203Z.key"), Path.Combine(_data, "elsewhere.key"));

        var refused = await Should.ThrowAsync<InvalidDataException>(() => Open(Now.AddDays(1)).UnwrapAsync(wrapped, default));

        refused.Message.ShouldBe($"an application's key was wrapped with the master key '20260302T010203Z', which is not in {Folder}");
    }

    [Theory]
    [InlineData("../number")]
    [InlineData("")]
    [InlineData("..")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await File.WriteAllBytesAsync(Path.Combine(_data, "number.key"), new byte[32]);

        await Should.ThrowAsync<InvalidDataException>(() => Open().UnwrapAsync(new WrappedKey(name, new byte[40]), default));
    }

    [Fact]
    public async Task A_damaged_key_is_refused_and_never_opens_to_another_one()
    {
        var keys = Open();
        var wrapped = await keys.WrapAsync(Key, default);
        for (var i = 0; i < wrapped.Value.Length; i++)
        {
            var damaged = wrapped.Value.ToArray();
            damaged[i] ^= 1;
            await Should.ThrowAsync<InvalidDataException>(() => keys.UnwrapAsync(wrapped with { Value = damaged }, default));
        }
    }

    [Fact]
    public async Task What_is_no_wrapped_key_at_all_is_refused()
    {
        var keys = Open();
        var wrapped = await keys.WrapAsync(Key, default);
        for (var length = 0; length < wrapped.Value.Length; length++)
        {
            await Should.ThrowAsync<InvalidDataException>(() => keys.UnwrapAsync(wrapped with { Value = wrapped.Value[..length] }, default));
        }
    }

    [Fact]
    public async Task A_key_that_an_earlier_build_wrapped_by_rfc_5649_is_unwrapped()
    {
        var keys = Open();
        using var master = Aes.Create();
        master.Key = await File.ReadAllBytesAsync(Path.Combine(Folder, "20260302T010203Z.key"));

        (await keys.UnwrapAsync(new WrappedKey("20260302T010203Z", master.EncryptKeyWrapPadded(Key)), default)).ShouldBe(Key);
    }

    [Fact]
    public async Task The_same_key_is_never_wrapped_twice_the_same_way()
    {
        var keys = Open();

        (await keys.WrapAsync(Key, default)).Value.ShouldNotBe((await keys.WrapAsync(Key, default)).Value);
    }

    [Fact]
    public void Damaged_files_are_all_told_when_they_are_opened()
    {
        Open();
        File.WriteAllBytes(Path.Combine(Folder, "2027.key"), new byte[31]);
        File.WriteAllBytes(Path.Combine(Folder, "2028.key"), []);

        var refused = Should.Throw<InvalidDataException>(() => Open()).Message;

        refused.ShouldContain("2027.key has 31 bytes, not 32: this key is damaged");
        refused.ShouldContain("2028.key has 0 bytes, not 32: this key is damaged");
    }

    [Fact]
    public async Task A_key_that_is_gone_while_the_app_runs_is_said_so()
    {
        var keys = Open();
        Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);

        (await Should.ThrowAsync<InvalidDataException>(() => keys.WrapAsync(Key, default))).Message.ShouldBe($"{Folder} has no key any more");
    }

    private MasterKeyFiles Open(DateTimeOffset? now = null) => MasterKeyFiles.Open(_data, now ?? Now);
}
