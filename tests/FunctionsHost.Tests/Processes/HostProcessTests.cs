using System.Globalization;
using System.Net;

namespace CrossRegion.FunctionsHost.Tests.Processes;

public sealed class HostProcessTests : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task The_host_prints_its_functions_and_where_it_listens(string argument, string value)
    {
        await using HostProcess host = HostProcess.Start(_home, argument, value);
        using HttpClient client = await host.ReadyAsync();
        client.BaseAddress!.Host.ShouldBe("127.0.0.1");
        string[] expected =
        [
            "Functions:",
            $"Begun: [GET] {client.BaseAddress}api/begun/{{count:int}}",
            $"Enqueue: [POST] {client.BaseAddress}api/enqueue/{{text}}",
            "Work: queueTrigger",
        ];
        string[] lines = [.. host.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        lines[..expected.Length].ShouldBe(expected);
    }

    [Fact]
    public async Task SIGTERM_drains_what_is_at_work_and_ends_with_status_0()
    {
        await using HostProcess host = HostProcess.Start(_home, "--port", "0");
        using HttpClient client = await host.ReadyAsync();
        (await client.PostAsync("/api/enqueue/hold", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await client.GetAsync("/api/begun/1");
        await host.TerminateAsync();
        (await host.EndAsync()).ShouldBe(0, host.Errors);

        await using HostProcess again = HostProcess.Start(_home, "--port", "0");
        using HttpClient next = await again.ReadyAsync();
        await next.PostAsync("/api/enqueue/after", null);
        (await next.GetStringAsync("/api/begun/1")).ShouldBe("after 1", "the drained message is done");
    }

    [Fact]
    public async Task A_killed_host_gives_back_what_it_held_when_it_starts_again()
    {
        await using (HostProcess host = HostProcess.Start(_home, "--port", "0"))
        {
            using HttpClient client = await host.ReadyAsync();
            for (int number = 0; number < 3; number++)
            {
                await client.PostAsync($"/api/enqueue/hold{number}", null);
            }

            await client.GetAsync("/api/begun/3");
            host.Kill();
            await host.EndAsync();
        }

        await using HostProcess again = HostProcess.Start(_home, "--port", "0");
        using HttpClient next = await again.ReadyAsync();
        (await next.GetStringAsync("/api/begun/3")).Split('\n').Order().ShouldBe(["hold0 2", "hold1 2", "hold2 2"]);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_directory_ends_with_one_sentence_and_status_1()
    {
        await using HostProcess first = HostProcess.Start(_home, "--port", "0");
        using HttpClient client = await first.ReadyAsync();
        await using HostProcess second = HostProcess.Start(_home, "--port", "0");
        (await second.EndAsync()).ShouldBe(1);
        second.Errors.Trim().ShouldBe(
            $"Another process is using the data directory {_home.PathOf("data")}: stop it first, or choose another directory with --data or CrossRegion__DataDirectory.");
        second.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using TemporaryDirectory other = new();
        await using HostProcess first = HostProcess.Start(_home, "--port", "0");
        using HttpClient client = await first.ReadyAsync();
        string port = client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);
        await using HostProcess second = HostProcess.Start(other, "--port", port);
        (await second.EndAsync()).ShouldBe(1);
        second.Errors.Trim().ShouldEndWith("address already in use: stop the other program, or choose another port with --port or CrossRegion__Port.");
        second.Errors.Trim().Split('\n').Length.ShouldBe(1);
    }
}
