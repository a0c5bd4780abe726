using System.Text.Json;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Stamps;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>个人信息保护法 art. 47: whom the competent stamp erases is erased wherever it has passed the data on to.</summary>
public sealed class ErasureAcrossTests : IAsyncLifetime
{
    private ThreeStamps _stamps = null!;

    private TestApp Window => _stamps["51"];

    private TestApp Competent => _stamps["44"];

    private TestApp Third => _stamps["50"];

    public async Task InitializeAsync() => _stamps = await ThreeStamps.StartAsync();

    public async Task DisposeAsync() => await _stamps.DisposeAsync();

    [Fact]
    public async Task Who_is_erased_at_the_competent_stamp_is_erased_on_every_stamp_that_took_part()
    {
        var number = await EvaluatedAsync();
        foreach (var stamp in _stamps.All)
        {
            (await OpenTextAsync(stamp, number)).ShouldContain("吴*"); // what is looked for can be found
        }

        (await Competent.EraseAsync(number)).Status.ShouldBe(200);

        await ShouldBeErasedEverywhereAsync(number);
        foreach (var stamp in (TestApp[])[Window, Third])
        {
            (await stamp.PostAsync(Sample.Evaluation(number, 2, "again"))).ShouldBeRefused(409, "erased");
            (await stamp.EraseAsync(number)).Body.ToJsonString().ShouldBe((await Competent.EraseAsync(number)).Body.ToJsonString());
        }

        var again = await Window.PostAsync(Sample.Submission(Sample.MissingMaterials));
        (again.ShouldBeAccepted(), again.Duplicate).ShouldBe((number, true));
        var sent = (await SentAsync(Competent, number)).ToLookup(entry => entry.ReadEnvelope().Kind == HandOverKind.Erasure, entry => entry.Body);
        sent[true].Count().ShouldBe(2); // erased twice, handed over once to each
        sent[true].ShouldAllBe(body => body.Length > 0); // it can be sent again, to a stamp that was restored from a backup
        sent[false].ShouldAllBe(body => body.Length == 0);
        await ShouldBeErasedEverywhereAsync(number);
    }

    [Fact]
    public async Task Who_asks_another_stamp_is_told_whom_to_ask()
    {
        var number = await EvaluatedAsync();

        foreach (var stamp in (TestApp[])[Window, Third])
        {
            var answer = await stamp.EraseAsync(number);
            answer.ShouldBeRefused(409, "not-competent");
            ((string)answer.Body["detail"]!).ShouldContain("广东省(44)");
        }

        (await ViewAsync(Window, number)).Applicant.ShouldNotBeNull();
    }

    /// <summary>What waited for a peer that is down comes without its body, is receipted, and the erasure after it.</summary>
    [Fact]
    public async Task A_stamp_that_is_down_erases_when_it_is_back_and_hears_nothing_personal_before()
    {
        var number = await UntilTransportAsync();
        await Window.UntilHeardAsync("application.accepted"); // the last that comes to it before the line is cut
        _stamps.Cut("44", "51");
        await Competent.ApproveAsync(number, "transport");
        await Competent.UntilStageAsync(number, "delivered");
        await Competent.EndOfAsync(number);

        (await Competent.EraseAsync(number)).Status.ShouldBe(200);
        await UntilErasedAsync(Third, number);
        (await ViewAsync(Window, number)).ErasedAt.ShouldBeNull();
        (await OpenTextAsync(Competent, number)).ShouldNotContain("吴*");

        _stamps.Mend("44", "51");
        await UntilReceiptedAsync(Competent, number);
        await ShouldBeErasedEverywhereAsync(number);
        (await ViewAsync(Window, number)).Stage.Code.ShouldBe("delivered");
        Window.HeardTypes().ShouldBe(["application.received", "supplement.requested", "application.accepted"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Points))]
    public async Task Wherever_a_stamp_crashes_the_erasure_is_taken_once(ExchangeFaultPoint point)
    {
        var number = await EvaluatedAsync();
        var crashes = new HashSet<string>();
        _stamps.Reached = (province, at) =>
        {
            lock (crashes)
            {
                if (at == point && crashes.Add(province))
                {
                    throw new InvalidOperationException($"crash {point}");
                }
            }
        };

        (await Competent.EraseAsync(number)).Status.ShouldBe(200);
        await ShouldBeErasedEverywhereAsync(number);

        crashes.ShouldNotBeEmpty();
        (await ErasuresAsync(Competent, number)).Count.ShouldBe(2);
    }

    public static TheoryData<ExchangeFaultPoint> Points { get; } = new(Enum.GetValues<ExchangeFaultPoint>());

    /// <summary>A rating was on its way when the person was erased: it blocks nobody and revives nothing.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task What_comes_late_is_taken_and_nothing_is_kept_of_it(bool before)
    {
        var number = await DeliveredAsync();
        await Window.UntilHeardAsync("evaluation.invited");
        _stamps.Cut("51", "44");
        (await Window.PostAsync(Sample.Evaluation(number, 1))).ShouldBeAccepted();
        if (before)
        {
            _stamps.Cut("44", "51"); // so the rating arrives whole, at a stamp that has erased
        }

        (await Competent.EraseAsync(number)).Status.ShouldBe(200);
        await UntilErasedAsync(before ? Third : Window, number);
        _stamps.Mend("51", "44");
        await UntilReceiptedAsync(Window, number);
        _stamps.Mend("44", "51");
        await UntilReceiptedAsync(Competent, number);

        await ShouldBeErasedEverywhereAsync(number);
        (await ViewAsync(Competent, number)).Evaluation.ShouldBeNull();
    }

    [Theory, InlineData("50", "50", "44"), InlineData("51", "44", "51")]
    public async Task A_stamp_restored_from_a_backup_erases_again_when_ledgers_are_reconciled(string restored, string asker, string peer)
    {
        var number = await EvaluatedAsync();
        await EraseAndRestoreAsync(restored, number);

        var result = await ReconcileAsync(asker, peer);

        result.Routes.Sum(route => route.DifferencesBefore).ShouldBe(1);
        result.Differences.ShouldBe(0);
        await ShouldBeErasedEverywhereAsync(number);
    }

    [Fact]
    public async Task The_competent_stamp_restored_from_a_backup_is_told_whom_to_erase_again()
    {
        var number = await EvaluatedAsync();
        await EraseAndRestoreAsync("44", number);

        foreach (var peer in (string[])["50", "51"])
        {
            (await ReconcileAsync("44", peer)).Differences.ShouldBe(0);
        }

        _stamps.LogsOf("44").Entries.Where(entry => entry.EventId == 5013).Select(entry => entry.Text).ShouldBe(
            Enumerable.Repeat($"{number}: its person was erased here, which this stamp has lost. Erase again.", 2));
        (await Competent.EraseAsync(number)).Status.ShouldBe(200);
        await UntilReceiptedAsync(Competent, number);
        (await SealAsync(Competent, number)).Opens.ShouldBeFalse();
        (await OpenTextAsync(Competent, number)).ShouldNotContain("吴*");
        (await ErasuresAsync(Competent, number)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nobody_erases_but_the_competent_stamp()
    {
        var number = await EvaluatedAsync();
        var erased = (await ViewAsync(Competent, number)) with { Applicant = null, ErasedAt = Competent.Clock.GetUtcNow() };
        var body = JsonSerializer.Serialize(new HandedErasure(erased, []), JsonSerializerOptions.Web);
        var route = new Route(ProvinceCode.Parse("50"), ProvinceCode.Parse("51"));

        var writes = await Third.Services.GetRequiredService<Outbox>().WriteAsync(ApplicationNumber.Parse(number), route, [(HandOverKind.Erasure, body)], CancellationToken.None);
        (await Third.Services.GetRequiredService<IDocumentStore>().CommitAsync(number, writes, CancellationToken.None)).Committed.ShouldBeTrue();

        var refused = await Third.UntilAsync("a refusal", () => ErasuresAsync(Third, number), sent => sent[0].Refused is not null, sent => $"{sent[0]}");
        refused[0].Refused!.Refusal.Faults.ShouldNotBeNull().ShouldHaveSingleItem().Code.ShouldBe("not-competent");
        (await ViewAsync(Window, number)).Applicant.ShouldNotBeNull();
    }

    /// <summary>Erases on all of them, and starts one again on the data of just before.</summary>
    private async Task EraseAndRestoreAsync(string restored, string number)
    {
        await _stamps[restored].StopAsync();
        var backup = _stamps[restored].BackUp();
        await _stamps.StartAgainAsync(restored);
        (await Competent.EraseAsync(number)).Status.ShouldBe(200);
        await ShouldBeErasedEverywhereAsync(number);

        await _stamps[restored].StopAsync();
        backup.Restore();
        await _stamps.StartAgainAsync(restored);
        (await OpenTextAsync(_stamps[restored], number)).ShouldContain("吴*"); // it is all there again
    }

    private Task<ReconciliationResult> ReconcileAsync(string asker, string peer) => _stamps[asker].Services.GetRequiredService<Reconciliation>().RunAsync(
        ProvinceCode.Parse(peer), ChinaTime.DateOf(Instant.FromDateTimeOffset(_stamps.Clock.GetUtcNow())), CancellationToken.None);

    /// <summary>Received at the window, decided in Guangdong, with a department in Chongqing: all but the last department.</summary>
    private async Task<string> UntilTransportAsync()
    {
        Competent.Provider.NotFound["driving-licence"] = true;
        var number = await Window.SubmitAsync(Sample.MissingMaterials);
        await Window.UntilHeardAsync("supplement.requested");
        (await Window.PostAsync(Sample.Supplement(Sample.MissingMaterials, number))).ShouldBeAccepted();
        await Competent.ApproveAsync(number, "traffic-police");
        await Third.UntilHeardAsync("review.requested");
        (await Third.PostAsync(Sample.Approval(number, "transport-origin"))).ShouldBeAccepted();
        await Competent.UntilAskedAsync(number, "transport");
        return number;
    }

    private async Task<string> DeliveredAsync()
    {
        var number = await UntilTransportAsync();
        await Competent.ApproveAsync(number, "transport");
        await Competent.UntilStageAsync(number, "delivered");
        await Competent.EndOfAsync(number);
        return number;
    }

    private async Task<string> EvaluatedAsync()
    {
        var number = await DeliveredAsync();
        await Window.UntilHeardAsync("evaluation.invited");
        (await Window.PostAsync(Sample.Evaluation(number, 1))).ShouldBeAccepted();
        await Competent.UntilStageAsync(number, "evaluated");
        await UntilReceiptedAsync(Competent, number);
        return number;
    }

    /// <summary>The key is gone on all of them, nothing opens, nothing waits, and the skeleton is the same.</summary>
    private async Task ShouldBeErasedEverywhereAsync(string number)
    {
        var stage = (await ViewAsync(Competent, number)).Stage;
        foreach (var stamp in _stamps.All)
        {
            var view = await UntilErasedAsync(stamp, number);
            (view.Applicant, view.Stage, view.ErasedAt).ShouldBe((null, stage, (await ViewAsync(Competent, number)).ErasedAt));
            view.Reviews.ShouldAllBe(review => review.Opinion == null);
            (await stamp.StepsAsync(number))[^1].ShouldBe("erased");
            await UntilReceiptedAsync(stamp, number);
            await stamp.UntilAsync("the key forgotten", () => SealAsync(stamp, number), seal => !seal.Opens, _ => "it opens");
            var documents = await stamp.Services.GetRequiredService<IDocumentStore>().ListAsync(number, "", CancellationToken.None);
            documents.ShouldNotContain(document => document.Key.Id == CaseDocuments.KeyId);
            string[] words = [.. Sample.Personal(Sample.MissingMaterials), "吴*", "经办人"];
            var text = await OpenTextAsync(stamp, number) + await stamp.KeptTextAsync(number);
            words.Where(text.Contains).ShouldBeEmpty();
        }
    }

    private static Task<ApplicationView> UntilErasedAsync(TestApp stamp, string number) =>
        ThreeStamps.UntilAsync(stamp, number, "erasure", view => view.ErasedAt is not null);

    private static async Task<ApplicationView> ViewAsync(TestApp stamp, string number) =>
        (await stamp.Reader.FindAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull();

    private static Task UntilReceiptedAsync(TestApp stamp, string number) => ThreeStamps.UntilAsync(
        stamp,
        $"receipts of {number}",
        () => SentAsync(stamp, number),
        sent => sent.All(entry => entry.Receipt is not null),
        sent => string.Join(' ', sent.Select(entry => $"{entry.ReadEnvelope().Kind} {entry.Receipt is not null} {entry.Refused?.Refusal}")));

    private static async Task<List<OutboxEntry>> ErasuresAsync(TestApp stamp, string number) =>
        [.. (await SentAsync(stamp, number)).Where(entry => entry.ReadEnvelope().Kind == HandOverKind.Erasure)];

    private static async Task<List<OutboxEntry>> SentAsync(TestApp stamp, string number) =>
        [.. (await stamp.Services.GetRequiredService<IDocumentStore>().ListAsync(number, ExchangeDocuments.OutboxPrefix, CancellationToken.None))
            .Select(document => ExchangeJson.Read<OutboxEntry>(document.Body))];

    /// <summary>Everything of an application as who has its key reads it.</summary>
    private static async Task<string> OpenTextAsync(TestApp stamp, string number)
    {
        var documents = await stamp.Services.GetRequiredService<IDocumentStore>().ListAsync(number, "", CancellationToken.None);
        return string.Join('\n', documents.Select(document => $"{document.Key.Id} {System.Text.RegularExpressions.Regex.Unescape(document.Body)}"));
    }

    private static async Task<CaseSeal> SealAsync(TestApp stamp, string number) =>
        await stamp.Services.GetRequiredService<CaseKeys>().OfAsync(ApplicationNumber.Parse(number), CancellationToken.None);
}
