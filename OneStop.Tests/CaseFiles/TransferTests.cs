using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.CaseFiles.Transfers;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.CaseFiles;

/// <summary>担当を替える, several at once: with notes, conflicts told by number, an undo, and one press to confirm all.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!, sora = null!;
    private Guid one, two, three;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo, sora) = (await oneStop.OnShift("mina"), await oneStop.OnShift("ryo"), await oneStop.AMember("sora", Duty.Planner));
        (one, two, three) = (await oneStop.AClient(mina, "ひとり"), await oneStop.AClient(mina, "ふたり"), await oneStop.AClient(mina, "さんにん"));
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Assign(one, mina.Id, ""));
        await oneStop.At<CaseFileDesk, Guid>(mina, d => d.Assign(two, mina.Id, ""));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Several_change_hands_with_a_note_for_all_and_one_for_each_and_are_confirmed_with_one_press()
    {
        var done = await Transfer(ryo, [await Of(one, "お子さんが小さい"), await Of(two), await Of(three)], "夜に話せます");
        Assert.Equal((3, 0), (done.Count, done.Kept.Count));
        Assert.Equal("夜に話せます\nお子さんが小さい", (await Charge(one))!.Note);
        Assert.Equal("夜に話せます", (await Charge(three))!.Note);

        var due = Assert.Single(await Due(ryo)); // one act is one thing to do
        Assert.Equal(("3人", "/caseload/received", null), (due.Item.Of, due.Item.Link, due.Item.ClientId));
        var team = await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(await oneStop.AMember("chief", Duty.Manager), d => d.Team());
        Assert.Equal($"/caseload/{ryo.Id}", Assert.Single(team, r => r.Item.Kind == "transfer").Item.Link); // a manager cannot confirm them
        var received = await oneStop.At<TransferDesk, IReadOnlyList<ReceivedCase>>(ryo, d => d.Received());
        Assert.Equal(["ひとり", "ふたり", "さんにん"], received.Select(r => r.Called));
        Assert.Equal(0, await Acknowledge(mina, received)); // not hers
        Assert.Equal(1, await Acknowledge(ryo, [received[0]]));
        Assert.Equal("2人", Assert.Single(await Due(ryo)).Item.Of);
        Assert.Equal(2, await Acknowledge(ryo, received));
        Assert.Empty(await Due(ryo));
        Assert.Empty(await oneStop.At<TransferDesk, IReadOnlyList<ReceivedCase>>(ryo, d => d.Received()));
    }

    [Fact]
    public async Task An_undo_brings_all_back_but_what_the_receiver_confirmed_or_what_changed_hands_again()
    {
        var done = await Transfer(ryo, [await Of(one), await Of(two), await Of(three)]);
        var received = await oneStop.At<TransferDesk, IReadOnlyList<ReceivedCase>>(ryo, d => d.Received());
        await Acknowledge(ryo, [received.Single(r => r.ClientId == one)]);
        await oneStop.At<CaseFileDesk, Guid>(ryo, d => d.Assign(two, sora.Id, ""));
        var back = await oneStop.At<TransferDesk, TransferResult>(mina, d => d.Undo(done.BatchId));
        Assert.Equal(1, back.Count);
        Assert.Equal([("ひとり", "確かめました"), ("ふたり", "変わりました")], back.Kept.Select(k => (k.Words.Split(' ')[1], k.Why[^7..].TrimEnd('。')[^6..])));
        Assert.Equal((ryo.Id, sora.Id, null), ((await Charge(one))?.StaffId, (await Charge(two))?.StaffId, (await Charge(three))?.StaffId));

        var whole = await Transfer(sora, [await Of(one), await Of(three)]);
        Assert.Equal((2, 0), (whole.Count, whole.Kept.Count));
        back = await oneStop.At<TransferDesk, TransferResult>(mina, d => d.Undo(whole.BatchId));
        Assert.Equal((2, 0), (back.Count, back.Kept.Count));
        Assert.Equal((ryo.Id, null), ((await Charge(one))?.StaffId, (await Charge(three))?.StaffId));
    }

    [Fact]
    public async Task Taken_by_oneself_they_come_back_too()
    {
        var done = await Transfer(mina, [await Of(three)]); // confirmed at once, because nobody else did it
        Assert.Equal(1, (await oneStop.At<TransferDesk, TransferResult>(mina, d => d.Undo(done.BatchId))).Count);
        Assert.Null(await Charge(three));
    }

    [Fact]
    public async Task What_a_colleague_did_meanwhile_stays_and_is_told_by_number()
    {
        var chosen = new[] { await Of(one), await Of(two), await Of(three) };
        await oneStop.At<CaseFileDesk, Guid>(sora, d => d.Assign(one, sora.Id, ""));
        await oneStop.At<CaseFileDesk, Guid>(sora, d => d.Close(two, ClosingReason.Achieved, ""));
        var done = await Transfer(ryo, chosen);
        Assert.Equal(1, done.Count);
        Assert.Collection(done.Kept,
            k => Assert.Equal(("ひとり", "ほかの人が先に、担当をsora さんさんに替えました。"), (k.Words.Split(' ')[1], k.Why)),
            k => Assert.Equal("支援が終了しています。", k.Why));
        Assert.StartsWith("R-", done.Kept[0].Words, StringComparison.Ordinal);
        Assert.Equal(sora.Id, (await Charge(one))!.StaffId);
        await oneStop.At<MergeDesk, Guid>(mina, d => d.Merge(one, three, []));
        Assert.Equal("統合されたか、記録が消去されました。", Assert.Single((await Transfer(sora, [new(three, null, "")])).Kept).Why);
        three = one;
        await Transfer(ryo, [await Of(three)]);
        Assert.Equal("もうryo さんさんの担当です。", Assert.Single((await Transfer(ryo, [await Of(three)])).Kept).Why);
    }

    [Fact]
    public async Task Saved_twice_a_form_transfers_once_and_wrong_ones_are_refused()
    {
        var key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var cases = new[] { await Of(one), await Of(two) };
        var first = await Transfer(ryo, cases, "", key);
        Assert.Equal(first.BatchId, (await Transfer(ryo, cases, "", key)).BatchId);
        Assert.Equal(2, await oneStop.Read(db => db.CaseAssignments.CountAsync(a => a.StaffId == ryo.Id)));

        await Assert.ThrowsAsync<RuleException>(() => Transfer(ryo, []));
        await Assert.ThrowsAsync<RuleException>(() => Transfer(null, cases));
        await Assert.ThrowsAsync<RuleException>(async () => await Transfer(await oneStop.AMember("city", Duty.City), cases));
        Assert.Equal("Note", (await Assert.ThrowsAsync<RuleException>(() => Transfer(sora, cases, new('あ', TransferWish.LongestNote + 1)))).Field);
        var full = await Transfer(sora, [await Of(three, new('い', TransferWish.LongestOwn))], new('あ', TransferWish.LongestNote));
        Assert.Equal((1, CaseAssignment.LongestNote), (full.Count, (await Charge(three))!.Note.Length)); // both notes fit into one
    }

    [Fact]
    public async Task The_load_and_the_whereabouts_of_each_receiver_are_shown()
    {
        await oneStop.At<AbsenceDesk, Guid>(sora, d => d.Save(null, new(new(), new() { StaffId = sora.Id, From = new(2026, 10, 5), Substitutes = [mina.Id] })));
        var receivers = await oneStop.At<TransferDesk, IReadOnlyList<Receiver>>(mina, d => d.Receivers());
        Assert.Equal("2人・勤務中", receivers.Single(r => r.Id == mina.Id).Load);
        Assert.Equal("0人・不在（終わりは未定）", receivers.Single(r => r.Id == sora.Id).Load);
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-06T01:00").ToUniversalTime()); // the shift ends at 25:00
        Assert.Equal("2人・今日 6:00-25:00", (await oneStop.At<TransferDesk, IReadOnlyList<Receiver>>(mina, d => d.Receivers())).Single(r => r.Id == mina.Id).Load);

        var admin = await oneStop.AMember("boss", Duty.Administrator);
        await oneStop.At<AccountDesk>(admin, d => d.Leave(ryo.Id, new(null, null)));
        Assert.DoesNotContain(await oneStop.At<TransferDesk, IReadOnlyList<Receiver>>(mina, d => d.Receivers()), r => r.Id == ryo.Id);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<TransferDesk, IReadOnlyList<Receiver>>(admin, d => d.Receivers()));
    }

    /// <summary>A case as the form shows it now.</summary>
    private async Task<CaseToTransfer> Of(Guid client, string note = "") => new(client, (await Charge(client))?.Id, note);

    private Task<TransferResult> Transfer(StaffMember? to, IReadOnlyList<CaseToTransfer> cases, string note = "", Guid? key = null)
    {
        var wish = new TransferWish(to?.Id, note, [.. cases]);
        return oneStop.At<TransferDesk, TransferResult>(mina, d => d.Transfer(new(wish, wish) { Key = key }));
    }

    private Task<int> Acknowledge(StaffMember by, IReadOnlyList<ReceivedCase> cases) =>
        oneStop.At<TransferDesk, int>(by, d => d.Acknowledge([.. cases.Select(c => c.AssignmentId)]));

    private Task<CaseAssignment?> Charge(Guid client) => oneStop.Read(db => db.CaseAssignments.AsNoTracking().SingleOrDefaultAsync(a => a.ClientId == client && a.Until == null));

    private async Task<IReadOnlyList<DueRow>> Due(StaffMember member) =>
        [.. (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Mine())).Where(r => r.Item.Kind == "transfer")];
}
