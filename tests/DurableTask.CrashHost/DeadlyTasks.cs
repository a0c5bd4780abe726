using System.Diagnostics;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.CrashHost;

/// <summary>Orchestrators and activities that take the process with them, and others that only run beside them.</summary>
public static class DeadlyTasks
{
    /// <summary>Calls <see cref="DeadlyActivity"/> beside three innocents and tells how each ended.</summary>
    public const string Mixed = "Mixed";

    /// <summary>Dies in its first turn, after an activity that ends well in the second.</summary>
    public const string DeadlyOrchestrator = "DeadlyOrchestrator";

    /// <summary>An orchestrator without fault, of one activity.</summary>
    public const string Harmless = "Harmless";

    /// <summary>The activity that kills.</summary>
    public const string DeadlyActivity = "DeadlyActivity";

    /// <summary>In a life of this number or later nothing kills.</summary>
    public const int Healed = 100;

    /// <summary>In the first lives the innocents do not end, so that they are under way when the process dies.</summary>
    private const int InnocentsHangUntil = 2;

    private const int Innocents = 3;

    /// <param name="tasks">Where to register.</param>
    /// <param name="life">The number of the process, from 1.</param>
    /// <param name="runs">The file that gets a line for each run of the deadly.</param>
    public static void Register(DurableTaskRegistry tasks, int life, string runs)
    {
        CountdownEvent innocents = new(Innocents);
        tasks
            .AddOrchestratorFunc(Mixed, async context =>
            {
                var calls = Enumerable.Range(0, Innocents).Select(i => EndOf(context.CallActivityAsync<string>("Innocent", i)))
                    .Prepend(EndOf(context.CallActivityAsync<string>(DeadlyActivity)));
                return await Task.WhenAll(calls.ToList());
            })
            .AddOrchestratorFunc(DeadlyOrchestrator, async context =>
            {
                var name = await context.CallActivityAsync<string>("Name");
                Kill(life, runs, DeadlyOrchestrator);
                return name;
            })
            .AddOrchestratorFunc(Harmless, context => context.CallActivityAsync<string>("Name"))
            .AddActivityFunc("Name", _ => "named")
            .AddActivityFunc<int, string>("Innocent", async (_, i) =>
            {
                innocents.Signal();
                await (life <= InnocentsHangUntil ? new TaskCompletionSource().Task : Task.CompletedTask);
                return $"innocent {i}";
            })
            .AddActivityFunc(DeadlyActivity, _ =>
            {
                if (life <= InnocentsHangUntil)
                {
                    innocents.Wait();
                }

                Kill(life, runs, DeadlyActivity);
                return "alive";
            });
    }

    /// <summary>Dies as of <c>kill -9</c>: no handler runs, nothing is flushed.</summary>
    private static void Kill(int life, string runs, string who)
    {
        if (life < Healed)
        {
            File.AppendAllText(runs, $"{who} in life {life}\n");
            using var self = Process.GetCurrentProcess();
            self.Kill();
            new ManualResetEvent(false).WaitOne();
        }
    }

    private static async Task<string> EndOf(Task<string> call)
    {
        try
        {
            return await call;
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ToString();
        }
    }
}
