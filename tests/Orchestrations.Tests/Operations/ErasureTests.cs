using CrossRegion.Adapters.Sqlite;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Activities;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Tests.App;
using CrossRegion.Orchestrations.Tests.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Operations;

/// <summary>个人信息保护法 art. 47: the person goes, the skeleton stays.</summary>
public sealed class ErasureTests
{
    /// <summary>What the sample of the housing fund says of its applicant.</summary>
    private static readonly string[] Personal = ["赵模拟", "510107199203030041", "+8613800000000", ".pdf", "files.example", "SAMPLE-51-0004"];

    [Fact]
    public async Task An_erased_case_is_a_skeleton_and_nothing_of_the_person_opens()
    {
        await using var app = await TestApp.StartAsync();
        var number = await EvaluatedAsync(app);

        (await app.EraseAsync(number)).Status.ShouldBe(200);

        var view = await ViewAsync(app, number);
        (view.Stage.Code, view.Province, view.Item.NameZh, view.Evaluation!.Satisfaction).ShouldBe(("evaluated", "51", "住房公积金异地转移接续", 1));
        view.Decision!.Outcome.ShouldBe(DecisionOutcome.Granted);
        view.Certificate.ShouldNotBeNull();
        view.Applicant.ShouldBeNull();
        view.ErasedAt.ShouldBe(app.Clock.GetUtcNow());
        view.Awaiting.ShouldBeEmpty();
        view.Reviews.ShouldAllBe(review => review.Opinion == null && review.State == ReviewState.Approved);
        (await app.StepsAsync(number))[^1].ShouldBe("erased");
        (await app.Reader.ListAsync(province: null, 10, continuation: null, CancellationToken.None)).Applications.ShouldHaveSingleItem().Number.ShouldBe(number);
        await ShouldHoldNothingOpenAsync(app, number);
    }

    [Fact]
    public async Task A_case_that_still_has_its_purpose_is_not_erased()
    {
        await using var app = await TestApp.StartAsync();
        var number = await app.SubmitAsync(Sample.HousingFund);
        await app.UntilAskedAsync(number, "fund-letter");

        (await app.EraseAsync(number)).ShouldBeRefused(409, "not-closed");

        (await ViewAsync(app, number)).Applicant.ShouldNotBeNull();
    }

    [Fact]
    public async Task Erased_once_more_it_answers_as_it_did()
    {
        await using var app = await TestApp.StartAsync();
        var number = await EvaluatedAsync(app);
        var first = await app.EraseAsync(number);
        app.Clock.Advance(TimeSpan.FromHours(1));

        var second = await app.EraseAsync(number);

        second.Status.ShouldBe(200);
        second.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        (await app.StepsAsync(number)).Count(step => step == "erased").ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_has_is_not_erased_and_a_reason_is_demanded()
    {
        await using var app = await TestApp.StartAsync();
        var number = await EvaluatedAsync(app);

        (await app.EraseAsync("517K3M9Q2X4VDR8TBN9")).ShouldBeRefused(404, "unknown-application");
        (await app.PostAsync($"/api/operations/{number}/erase", "application/json", new System.Text.Json.Nodes.JsonObject())).ShouldBeRefused(400, "reason-missing");
        (await ViewAsync(app, number)).ErasedAt.ShouldBeNull();
    }

    [Fact]
    public async Task An_erased_case_is_not_found_by_its_applicant_any_more_and_others_are()
    {
        await using var app = await TestApp.StartAsync();
        var number = await EvaluatedAsync(app);
        var kept = await app.SubmitAsync(Sample.Relocation);
        var holder = (await app.Services.GetRequiredService<CaseStore>().GetAsync(ApplicationNumber.Parse(number), CancellationToken.None)).Applicant.Identifier!;
        (await FindAsync(app, holder)).ShouldBe([number]);

        await app.EraseAsync(number);

        (await FindAsync(app, holder)).ShouldBeEmpty();
        (await FindAsync(app, new HolderIdentifier(HolderKind.Uscc, "91500103MA9TEXT018"))).ShouldBe([kept]);
    }

    [Fact]
    public async Task An_erased_case_takes_in_nothing_and_its_application_posted_again_is_the_same_case()
    {
        await using var app = await TestApp.StartAsync();
        var number = await app.SubmitAsync(Sample.OutOfScope);
        await app.UntilStageAsync(number, "notAccepted");
        await app.EndOfAsync(number);
        await app.EraseAsync(number);

        (await app.PostAsync(Sample.Evaluation(number, 1))).ShouldBeRefused(409, "erased");
        (await app.PostAsync(Sample.Withdrawal(number))).ShouldBeRefused(409, "erased");
        var again = await app.PostAsync(Sample.Submission(Sample.OutOfScope));
        again.ShouldBeAccepted().ShouldBe(number);
        again.Duplicate.ShouldBeTrue();
        (await ViewAsync(app, number)).Applicant.ShouldBeNull();
    }

    [Fact]
    public async Task What_came_in_before_the_erasure_and_is_taken_up_after_it_does_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var number = ApplicationNumber.Parse(await EvaluatedAsync(app));
        var replay = InboxSlot.Replay(2);
        var entry = new InboxEntry(replay, NodaTime.Instant.FromUtc(2026, 3, 2, 2, 0), Event: null, TakenUp: false);
        await app.Services.GetRequiredService<IDocumentStore>().CommitAsync(
            CaseDocuments.Partition(number), [CaseInbox.Waiting(number, CaseSeal.Closed, entry)], CancellationToken.None);
        await app.EraseAsync(number.Value);

        await app.Services.GetRequiredService<InboxDispatcher>().DispatchAsync(new InboxMessage(number, replay), app.Engine, CancellationToken.None);

        (await app.Inbox.FindAsync(number, replay, CancellationToken.None)).ShouldNotBeNull().TakenUp.ShouldBeTrue();
        (await app.Engine.GetInstanceAsync($"{number}.g2")).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_untold_when_the_person_is_erased_stays_untold_and_its_effect_ends()
    {
        await using var app = await TestApp.StartAsync();
        app.Subscribers.Down[FakeSubscribers.Ministry] = true;
        var number = ApplicationNumber.Parse(await app.SubmitAsync(Sample.OutOfScope));
        await app.UntilAsync(number.Value, "failure", view => view.Failure is not null);
        var untold = await app.Services.GetRequiredService<CaseStore>().OpenPublicationsAsync(number, CancellationToken.None);
        untold.ShouldNotBeEmpty();

        await app.EraseAsync(number.Value);
        app.Subscribers.Down.Clear();
        var publish = ActivatorUtilities.CreateInstance<PublishEvent>(app.Services);
        foreach (var key in untold)
        {
            await publish.RunAsync(new PublicationReference(number, key), CancellationToken.None); // as a retry that was under way
        }

        (await app.Services.GetRequiredService<CaseStore>().OpenPublicationsAsync(number, CancellationToken.None)).ShouldBeEmpty();
        app.Subscribers.HeardBy(FakeSubscribers.Ministry).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_failed_to_tell_and_is_erased_is_no_operators_matter_any_more()
    {
        await using var app = await TestApp.StartAsync();
        app.Subscribers.Down[FakeSubscribers.Ministry] = true;
        var number = await app.SubmitAsync(Sample.OutOfScope);
        await app.UntilAsync(number, "failure", view => view.Failure is not null);

        await app.EraseAsync(number);

        (await app.Reader.ListFailedAsync(10, continuation: null, CancellationToken.None)).Failed.ShouldBeEmpty();
        (await app.ReplayAsync(number)).ShouldBeRefused(409, "erased");
        await app.Services.GetRequiredService<CrossRegion.Orchestrations.Operations.CaseSweep>().RecordSilentFailuresAsync(app.Engine, CancellationToken.None);
        (await ViewAsync(app, number)).Failure.ShouldBeNull();
    }

    [Theory]
    [InlineData(StoreFaultPoint.BeforeCommit, false)]
    [InlineData(StoreFaultPoint.AfterCommit, true)]
    public async Task A_crash_leaves_it_erased_or_as_it_was_and_the_next_attempt_erases_it(StoreFaultPoint crash, bool erased)
    {
        var crashing = false;
        await using var app = await TestApp.StartAsync(services => services.PostConfigure<SqliteDocumentStoreOptions>(store => store.FaultHook = point =>
        {
            if (crashing && point == crash)
            {
                crashing = false;
                throw new InvalidOperationException("crash");
            }
        }));
        var number = await EvaluatedAsync(app);

        crashing = true;
        (await app.EraseAsync(number)).Status.ShouldBe(500);
        app.Services.GetRequiredService<CaseKeys>().Forget(ApplicationNumber.Parse(number)); // what a process that died has forgotten

        (await ViewAsync(app, number)).ErasedAt.HasValue.ShouldBe(erased);
        ((await ViewAsync(app, number)).Applicant is null).ShouldBe(erased);
        (await app.EraseAsync(number)).Status.ShouldBe(200);
        await ShouldHoldNothingOpenAsync(app, number);
    }

    [Fact]
    public async Task A_person_whose_master_key_is_lost_can_still_be_erased()
    {
        await using var app = await TestApp.StartAsync(services => services.AddSingleton<IKeyWrapper>(new LostKeys()));
        var number = await app.SubmitAsync(Sample.OutOfScope);
        await app.UntilStageAsync(number, "notAccepted");
        await app.EndOfAsync(number);
        app.Services.GetRequiredService<CaseKeys>().Forget(ApplicationNumber.Parse(number));
        await Should.ThrowAsync<InvalidDataException>(() => ViewAsync(app, number));

        (await app.EraseAsync(number)).Status.ShouldBe(200);

        (await ViewAsync(app, number)).Applicant.ShouldBeNull();
    }

    [Fact]
    public async Task A_case_that_an_earlier_build_wrote_in_the_clear_is_read_and_nothing_of_it_outlives_its_erasure()
    {
        await using var app = await TestApp.StartAsync();
        var number = await EvaluatedAsync(app);
        await UnsealAsync(app, ApplicationNumber.Parse(number));
        (await AllTextAsync(app, number)).ShouldContain("赵模拟");
        (await ViewAsync(app, number)).Applicant.ShouldBe(new ApplicantView("赵*", "**************0041"));

        (await app.EraseAsync(number)).Status.ShouldBe(200);

        await ShouldHoldNothingOpenAsync(app, number);
        (await ViewAsync(app, number)).Stage.Code.ShouldBe("evaluated");
    }

    [Fact]
    public async Task A_case_that_an_earlier_build_wrote_in_the_clear_goes_on_sealed()
    {
        await using var app = await TestApp.StartAsync();
        var number = await app.SubmitAsync(Sample.HousingFund);
        await app.UntilAskedAsync(number, "fund-letter");
        await UntilTakenUpAsync(app, number, InboxSlot.Submitted);
        await UntilEverythingIsToldAsync(app, number);
        await UnsealAsync(app, ApplicationNumber.Parse(number));

        await app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await app.UntilStageAsync(number, "delivered");

        var store = app.Services.GetRequiredService<IDocumentStore>();
        (await store.ReadAsync(CaseDocuments.Case(ApplicationNumber.Parse(number)), CancellationToken.None))!.Body.ShouldNotContain("赵模拟");
        (await ViewAsync(app, number)).Applicant.ShouldBe(new ApplicantView("赵*", "**************0041"));
    }

    private static async Task<string> EvaluatedAsync(TestApp app)
    {
        var number = await app.SubmitAsync(Sample.HousingFund);
        await app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await app.UntilStageAsync(number, "delivered");
        await app.UntilHeardAsync("evaluation.invited");
        (await app.PostAsync(Sample.Evaluation(number, 1))).ShouldBeAccepted();
        await app.UntilStageAsync(number, "evaluated");
        await UntilTakenUpAsync(app, number, InboxSlot.Evaluation);
        await app.EndOfAsync(number);
        return number;
    }

    private static Task UntilTakenUpAsync(TestApp app, string number, string slot) => app.UntilAsync(
        $"{slot} of {number} taken up",
        () => app.Inbox.FindAsync(ApplicationNumber.Parse(number), slot, CancellationToken.None),
        entry => entry!.TakenUp,
        entry => $"{entry}");

    private static Task UntilEverythingIsToldAsync(TestApp app, string number) => app.UntilAsync(
        $"the end of telling about {number}",
        () => app.Services.GetRequiredService<CaseStore>().OpenPublicationsAsync(ApplicationNumber.Parse(number), CancellationToken.None),
        open => open.Count == 0,
        open => string.Join(' ', open));

    private static async Task<ApplicationView> ViewAsync(TestApp app, string number) =>
        (await app.Reader.FindAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull();

    private static async Task<List<string>> FindAsync(TestApp app, HolderIdentifier applicant) =>
        [.. (await app.Reader.ListAsync(applicant, 10, continuation: null, CancellationToken.None)).Applications.Select(found => found.Number)];

    private static async Task<string> AllTextAsync(TestApp app, string number)
    {
        var documents = await app.Services.GetRequiredService<IDocumentStore>().ListAsync(number, "", CancellationToken.None);
        return string.Join('\n', documents.Select(document => $"{document.Key.Id} {System.Text.RegularExpressions.Regex.Unescape(document.Body)}"));
    }

    /// <summary>The key is gone, and what is not sealed says nothing.</summary>
    private static async Task ShouldHoldNothingOpenAsync(TestApp app, string number)
    {
        (await app.Services.GetRequiredService<IDocumentStore>().ReadAsync(CaseDocuments.Key(ApplicationNumber.Parse(number)), CancellationToken.None)).ShouldBeNull();
        (await app.Services.GetRequiredService<CaseKeys>().OfAsync(ApplicationNumber.Parse(number), CancellationToken.None)).Opens.ShouldBeFalse();
        var text = await AllTextAsync(app, number);
        Personal.Where(text.Contains).ShouldBeEmpty();
    }

    /// <summary>Makes the documents what an earlier build would have written.</summary>
    private static async Task UnsealAsync(TestApp app, ApplicationNumber number)
    {
        var (store, keys) = (app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<CaseKeys>());
        var seal = await keys.OfAsync(number, CancellationToken.None);
        foreach (var document in await store.ListAsync(number.Value, "", CancellationToken.None))
        {
            DocumentWrite write = document.Key.Id switch
            {
                CaseDocuments.KeyId => new DocumentWrite.Delete(CaseDocuments.KeyId, document.ETag),
                CaseDocuments.CaseId => Clear<Case>(subject => CaseDocuments.Indexes(subject, dueAt: null)),
                var id when id.StartsWith(CaseDocuments.TimelinePrefix, StringComparison.Ordinal) => Clear<TimelineEntry>(_ => []),
                var id when id.StartsWith(CaseDocuments.OutgoingPrefix, StringComparison.Ordinal) => Clear<OutgoingEvent>(_ => []),
                var id when id.StartsWith(CaseDocuments.InboxPrefix, StringComparison.Ordinal) => Clear<InboxEntry>(entry => CaseInbox.Indexes(number, entry)),
                var id when id.StartsWith(CaseDocuments.Effect(LookUpSharedData.EffectKey("")), StringComparison.Ordinal) => ClearAnswer(),
                _ => new DocumentWrite.Replace(document.Key.Id, document.Body, [], document.ETag),
            };
            (await store.CommitAsync(number.Value, [write], CancellationToken.None)).Committed.ShouldBeTrue();

            DocumentWrite Clear<T>(Func<T, IReadOnlyList<IndexEntry>> indexes)
            {
                var value = seal.Read<T>(document);
                return new DocumentWrite.Replace(document.Key.Id, ClearJson.Write(value), indexes(value), document.ETag);
            }

            DocumentWrite ClearAnswer()
            {
                var entry = CaseJson.Read<EffectEntry>(document.Body);
                var answer = seal.Read<SharedDataAnswer>(document.Key.Id, entry.Result!) with { Fields = new() { ["name"] = "赵模拟" } };
                return new DocumentWrite.Replace(document.Key.Id, CaseJson.Write(entry with { Result = ClearJson.Write(answer) }), [], document.ETag);
            }
        }

        keys.Forget(number);
    }

    /// <summary>Wraps, and has lost the master key when it is to unwrap.</summary>
    private sealed class LostKeys : IKeyWrapper
    {
        public Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation) => Task.FromResult(new WrappedKey("lost", key.ToArray()));

        public Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation) => throw new InvalidDataException("the master key is lost");
    }
}
