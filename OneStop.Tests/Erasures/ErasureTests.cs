using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Erasures;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Erasures;
using OneStop.Portal.Features.Safeguards;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.Portal;

namespace OneStop.Tests.Erasures;

/// <summary>消去: two managers, exactly what was approved, for good (個人情報の保護に関する法律 35条, 特記事項 11).</summary>
public sealed class ErasureTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly ErasureWish Wish = new() { Way = ErasureWay.Phone, Identity = IdentityCheck.CallBack, AskedOn = new(2026, 10, 2), Words = "もう使わないそうです。" };

    [Fact]
    public async Task What_was_approved_by_a_second_manager_is_erased_from_the_whole_data_folder()
    {
        var (one, other) = await Managers("whole");
        var friend = await oneStop.AFriend();
        const string Said = "ゆうがおの借金のことを相談したいです";
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = Said });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) >= 3));
        var talk = await oneStop.ConversationOf(friend);
        var client = await oneStop.At<ClientDesk, Guid>(one, d => d.Register(talk, null, null));
        await oneStop.At<FactDesk>(one, d => d.SaveIdentity(client, new(new(), new() { FullName = "夕顔 さくら子", Kana = "ゆうがお さくらこ" })));
        await oneStop.At<FactDesk>(one, d => d.SaveAddress(client, new(new(), new() { Ward = Ward.Chuo, Rest = "夕顔町 9の8の7" })));
        await oneStop.At<FactDesk>(one, d => d.SavePhones(client, new(new(), new() { Lines = [new("09055570001", "")] })));
        await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(one, d => d.Find("夕顔"));
        await Quiet(talk);
        string[] traces = ["夕顔", "ゆうがお", "09055570001", friend.UserId, Said];
        Assert.All(traces, t => Assert.NotEmpty(Places(t)));

        var id = await Approved(client, one, other);
        await oneStop.At<ErasureDesk>(one, d => d.Carry(id, NumberOf(client).Result));
        await Done(id);

        Assert.All(traces, t => Assert.Empty(Places(t)));
        Assert.Empty(await oneStop.Read(db => db.Conversations.Where(c => c.Id == talk).ToListAsync()));
        Assert.True((await oneStop.VerifyTrail()).IsWhole);
        var certificate = (await oneStop.At<ErasureDesk, ClientErasure?>(other, d => d.Open(client)))!.Latest!;
        Assert.Equal((ErasureState.Done, "erasure-whole-2 さん", ""), (certificate.Row.State, certificate.Approved!.Who, certificate.Wish.Words));
        Assert.True(certificate.Counts.Single(c => c.Table == "Message").Deleted > 3);
        Assert.Empty(await oneStop.At<ClientDesk, IReadOnlyList<ClientRow>>(one, d => d.Find(NumberOf(client).Result)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<FactDesk>(one, d => d.SaveMoney(client, new(new(), new() { Debts = "あとから" }))));

        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "また来ました" }); // a stranger now
        await TestOneStop.Until(async () => await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text == "また来ました")));
        Assert.NotEqual(talk, await oneStop.ConversationOf(friend));
    }

    [Fact]
    public async Task Nobody_approves_their_own_request_and_a_changed_record_needs_another_approval()
    {
        var (one, other) = await Managers("changed");
        var client = await Named(one, "変わる 人");
        var id = await Taken(one, client);
        var seen = await Digest(one, client);
        await oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk>(one, d => d.Approve(id, seen)));
        await oneStop.At<ErasureDesk>(other, d => d.Approve(id, seen));
        await oneStop.At<FactDesk>(one, d => d.SaveMoney(client, new(new(), new() { Debts = "新しいこと" })));
        var refused = await Assert.ThrowsAsync<RuleException>(() => Carry(other, id, client));
        Assert.Contains("内容が変わって", refused.Message, StringComparison.Ordinal);
        await oneStop.At<ErasureDesk>(one, d => d.TakeBack(id));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen))); // what they saw is not what there is
        await oneStop.At<FactDesk>(one, async d => await d.SaveMoney(client, new((await oneStop.At<FactDesk, FactsView?>(one, o => o.Open(client)))!.Money!, new() { Debts = "言い直した" })));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen)));
        var fresh = await Digest(one, client);
        await oneStop.At<ErasureDesk>(one, d => d.Ask(id, fresh));
        await oneStop.At<ErasureDesk>(other, d => d.SendBack(id, "もう一度、本人に確かめてください。"));
        Assert.Equal(ErasureState.SentBack, (await View(one, client)).Row.State);
        await Assert.ThrowsAsync<RuleException>(() => Carry(other, id, client));
    }

    [Fact]
    public async Task The_number_must_be_typed_and_what_is_open_must_be_settled_first()
    {
        var (one, other) = await Managers("typed");
        var member = await oneStop.OnShift("erasure-booked");
        var client = await oneStop.AClient(member, "予約 のある人");
        await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client,
            new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 8)).At(TimeSpan.FromHours(14)), member.Id, false, false), false));
        var id = await Approved(client, one, other);
        Assert.Contains((await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.Obstacles, o => o.Stops && o.Words.Contains("予約が1件", StringComparison.Ordinal));
        Assert.Contains("予約が1件", (await Assert.ThrowsAsync<RuleException>(() => Carry(one, id, client))).Message, StringComparison.Ordinal);

        var free = await Named(one, "予約 のない人");
        var next = await Approved(free, one, other);
        Assert.Equal("利用者番号が違います。画面に表示された番号を、そのまま入力してください。",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk>(one, d => d.Carry(next, "R-9999")))).Message);
        await oneStop.At<ErasureDesk, Guid>(one, d => d.Withdraw(next)); // until then it can be withdrawn
        await Assert.ThrowsAsync<RuleException>(() => Carry(one, next, free));
        Assert.Equal(ErasureState.Withdrawn, (await View(one, free)).Row.State);
    }

    [Fact]
    public async Task A_refusal_has_a_reason_and_ends_the_wish()
    {
        var (one, other) = await Managers("refused");
        var client = await Named(one, "断る 人");
        var id = await Taken(one, client);
        Assert.NotNull((await oneStop.At<ClientDesk, ClientRow?>(one, d => d.Open(client)))!.ErasureAskedAt);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk, Guid>(one, d => d.Refuse(id, new(new(), new() { IsPartly = false, Words = " " }))));
        await oneStop.At<ErasureDesk, Guid>(one, d => d.Refuse(id, new(new(), new() { IsPartly = true, Words = "契約の書類は残します。" })));
        var view = await View(one, client);
        Assert.Equal((ErasureState.Partly, "契約の書類は残します。"), (view.Row.State, view.Answer!.Words));
        Assert.Null((await oneStop.At<ClientDesk, ClientRow?>(one, d => d.Open(client)))!.ErasureAskedAt);
        Assert.True((await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.MayTake); // they may ask again
        var second = await Taken(one, client);
        await Assert.ThrowsAsync<RuleException>(() => Taken(one, client)); // one at a time

        var seen = await Digest(one, client);
        await oneStop.At<ErasureDesk>(one, d => d.Ask(second, seen));
        await oneStop.At<ErasureDesk>(other, d => d.Approve(second, seen));
        await Carry(one, second, client);
        await Done(second);
        var after = (await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!;
        Assert.Equal((ErasureState.Done, ErasureState.Answered), (after.Latest!.Row.State, Assert.Single(after.Earlier).State)); // its words are gone, that it ended is not
    }

    [Fact]
    public async Task It_is_due_by_the_dated_rule_for_managers_and_for_another_one_when_it_waits_for_approval()
    {
        var (one, other) = await Managers("due");
        var counselor = await oneStop.AMember("erasure-due-counselor", Duty.Counselor);
        var client = await Named(one, "待つ 人");
        var id = await Taken(one, client);
        var due = Assert.Single(await DueFor(one, client));
        Assert.Equal(("消去の依頼に答える", TestOneStop.Japan("2026-10-10T00:00")), (due.What, due.Until)); // asked on the 2nd, within seven days
        Assert.Empty(await DueFor(counselor, client));
        var seen = await Digest(one, client);
        await oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen));
        Assert.Empty(await DueFor(one, client));
        Assert.Equal("消去を承認するか決める", Assert.Single(await DueFor(other, client)).What);
    }

    [Fact]
    public async Task The_person_is_told_in_words_that_say_nothing_to_others()
    {
        var (one, other) = await Managers("told");
        var friend = await oneStop.AFriend();
        var client = await oneStop.At<ClientDesk, Guid>(one, async d => await d.Register(await oneStop.ConversationOf(friend), null, null));
        var id = await Taken(one, client);
        Assert.True(await oneStop.At<ErasureDesk, bool>(one, d => d.Tell(id)));
        Assert.True(await oneStop.At<ErasureDesk, bool>(other, d => d.Tell(id))); // pressed by both
        Assert.Equal(1, await oneStop.CountInOutbox(friend, "こちらには何も残りません"));
        Assert.All((string[])["消去", "相談", "ひとり親"], w => Assert.DoesNotContain(w, $"{ErasureDesk.Notice.Notice}{ErasureDesk.Notice.Title}{ErasureDesk.Notice.Text}", StringComparison.Ordinal));
        Assert.False(await oneStop.At<ErasureDesk, bool>(one, async d => await d.Tell(await Taken(one, await Named(one, "電話 だけの人")))));
    }

    [Fact]
    public async Task A_database_from_before_an_erasure_is_erased_again_from_the_list_beside_it()
    {
        var (one, other) = await Managers("restored");
        var client = await Named(one, "戻って きた人");
        await Carry(one, await Approved(client, one, other), client);
        await TestOneStop.Until(async () => await oneStop.Read(db => db.Clients.AnyAsync(c => c.Id == client && c.FullName == null)));
        await TestOneStop.Until(() => Task.FromResult(File.Exists(ListFile) && File.ReadAllText(ListFile).Contains(client.ToString(), StringComparison.Ordinal)));
        Assert.DoesNotContain("戻って", await File.ReadAllTextAsync(ListFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await oneStop.Read(async db => // as an older backup has it
        {
            await db.Erasures.Where(e => e.ClientId == client).ExecuteDeleteAsync();
            return await db.Clients.Where(c => c.Id == client)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.FullName, "戻って きた人").SetProperty(x => x.ErasedAt, (DateTimeOffset?)null));
        });
        await Round();
        Assert.Empty(Places("戻って"));
        var again = await oneStop.Read(db => db.Erasures.AsNoTracking().SingleAsync(e => e.ClientId == client));
        Assert.Equal(ErasureState.Done, again.State);

        await File.AppendAllTextAsync(ListFile, $"{new string('0', 64)} {{\"forged\":true}}\n", TestContext.Current.CancellationToken);
        await Round(); // a line of another hand deletes nobody
        Assert.Contains(oneStop.Logged, l => l.Contains("were not written with this key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_wish_that_was_open_in_the_backup_does_not_stand_in_the_way_of_it()
    {
        var (one, other) = await Managers("older-wish");
        var client = await Named(one, "二度目 の依頼");
        var id = await Approved(client, one, other);
        await Carry(one, id, client);
        await Done(id);
        await TestOneStop.Until(() => Task.FromResult(File.Exists(ListFile) && File.ReadAllText(ListFile).Contains(client.ToString(), StringComparison.Ordinal)));
        var older = await oneStop.Read(async db => // the first wish, which was refused before the second, is still open there
        {
            await db.Erasures.Where(e => e.ClientId == client).ExecuteDeleteAsync();
            await db.Clients.Where(c => c.Id == client).ExecuteUpdateAsync(c => c.SetProperty(x => x.FullName, "二度目 の依頼").SetProperty(x => x.ErasedAt, (DateTimeOffset?)null));
            var wish = db.Add(Erasure.Take(900, client, Wish, one.Id, oneStop.Clock.GetUtcNow())).Entity.Id;
            await db.SaveChangesAsync();
            return wish;
        });
        await Round();
        await Done(id);
        Assert.Empty(Places("二度目"));
        Assert.Equal(ErasureState.Withdrawn, (await oneStop.Read(db => db.Erasures.AsNoTracking().SingleAsync(e => e.Id == older))).State);
    }

    [Fact]
    public async Task Nothing_is_written_any_more_on_what_stays_of_the_person()
    {
        var (one, other) = await Managers("comment");
        var (counselor, client) = await oneStop.Counseling("erasure-commented");
        var record = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        var id = await Approved(client, one, other);
        await Carry(one, id, client);
        await Done(id);
        Assert.NotEmpty(await oneStop.Read(db => db.Consultations.Where(c => c.Id == record).ToListAsync())); // it counts
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk, Guid>(other, d => d.Comment(record, "あとからの助言")));
        Assert.Empty(await oneStop.Read(db => db.ConsultationComments.Where(c => c.ConsultationId == record).ToListAsync()));
        await oneStop.At<FormDraftDesk>(other, d => d.Keep($"money:{client}", null, "保存しないで書いたこと")); // from a form left open
        await oneStop.At<FormDraftDesk>(other, d => d.Keep("money:new", null, "だれのことでもないこと"));
        Assert.Equal(["money:new"], await oneStop.Read(db => db.FormDrafts.Where(d => d.StaffId == other.Id).Select(d => d.Key).ToListAsync()));
    }

    [Fact]
    public async Task From_the_order_on_the_person_is_closed_to_staff()
    {
        await using var still = new TestOneStop { Registers = services => services.Remove(services.Single(s => s.ImplementationType == typeof(ErasureWorker))) };
        await still.InitializeAsync();
        var (one, other) = (await still.AMember("one", Duty.Manager), await still.AMember("other", Duty.Manager));
        var (client, twin) = (await Register("消す 人"), await Register("残る 人"));
        var id = await still.At<ErasureDesk, Guid>(one, d => d.Take(client, null, new(new(), Wish)));
        var seen = (await still.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.Preview!.Digest;
        await still.At<ErasureDesk>(one, d => d.Ask(id, seen));
        await still.At<ErasureDesk>(other, d => d.Approve(id, seen));
        var number = await still.Read(db => db.Clients.Where(c => c.Id == client).Select(c => c.Number).SingleAsync());
        await still.At<ErasureDesk>(other, d => d.Carry(id, Client.NumberOf(number)));
        Assert.Equal([client], (await still.Read(db => db.Erasures.AsNoTracking().SingleAsync(e => e.Id == id))).Person!.Clients);
        await Assert.ThrowsAsync<RuleException>(() => still.At<MergeDesk, Guid>(one, d => d.Merge(twin, client, []))); // or both would be deleted
        await Assert.ThrowsAsync<RuleException>(() => still.At<FactDesk>(one, d => d.SaveMoney(client, new(new(), new() { Debts = "まだ消えていないとき" }))));

        Task<Guid> Register(string name) => still.At<RegistrationDesk, Guid>(one, d => d.Register(new() { FullName = name }));
    }

    [Fact]
    public async Task A_withdrawal_is_undone_and_an_approval_does_not_come_back_with_it()
    {
        var (one, other) = await Managers("brought-back");
        var client = await Named(one, "やめない 人");
        var id = await Approved(client, one, other);
        await oneStop.At<ErasureDesk, Guid>(one, d => d.Withdraw(id));
        await oneStop.At<ErasureDesk, Guid>(one, d => d.BringBack(id));
        Assert.Equal(ErasureState.Taken, (await View(one, client)).Row.State);
        Assert.NotNull((await oneStop.At<ClientDesk, ClientRow?>(one, d => d.Open(client)))!.ErasureAskedAt);
        await Assert.ThrowsAsync<RuleException>(() => Carry(one, id, client));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk, Guid>(one, d => d.BringBack(id))); // it stands

        await oneStop.At<ErasureDesk, Guid>(one, d => d.Withdraw(id));
        await Taken(other, client);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ErasureDesk, Guid>(one, d => d.BringBack(id))); // one at a time
        Assert.Equal([id], (await oneStop.At<ErasureDesk, ClientErasure?>(one, d => d.Open(client)))!.Earlier.Select(r => r.Id));
    }

    [Fact]
    public void Every_kind_of_record_has_a_name_and_what_stays_has_words()
    {
        var tables = PersonRows.Tables(FilledTables.Model).ToList();
        Assert.Empty(tables.Where(t => TrailWords.NameOf(Trail.NameOf(t)) == "記録").Select(Trail.NameOf));
        Assert.Equal(tables.Where(t => ErasureRules.ReasonToKeep(t) is not null).Select(Trail.NameOf).Order(StringComparer.Ordinal), ErasureWords.Tables.Order(StringComparer.Ordinal));
    }

    private string ListFile => Path.Combine(oneStop.Folder, ErasureList.FileName);

    private async Task Round()
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ErasureKeeper>().Round();
    }

    private async Task<(StaffMember One, StaffMember Other)> Managers(string name) =>
        (await oneStop.AMember($"erasure-{name}-1", Duty.Manager), await oneStop.AMember($"erasure-{name}-2", Duty.Manager));

    private Task<Guid> Named(StaffMember member, string name) => oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = name }));

    private Task<Guid> Taken(StaffMember member, Guid client) => oneStop.At<ErasureDesk, Guid>(member, d => d.Take(client, null, new(new(), Wish)));

    private async Task<string> Digest(StaffMember member, Guid client) => (await oneStop.At<ErasureDesk, ClientErasure?>(member, d => d.Open(client)))!.Preview!.Digest;

    private async Task<ErasureView> View(StaffMember member, Guid client) => (await oneStop.At<ErasureDesk, ClientErasure?>(member, d => d.Open(client)))!.Latest!;

    private async Task<Guid> Approved(Guid client, StaffMember one, StaffMember other)
    {
        var id = await Taken(one, client);
        var seen = await Digest(one, client);
        await oneStop.At<ErasureDesk>(one, d => d.Ask(id, seen));
        await oneStop.At<ErasureDesk>(other, d => d.Approve(id, seen));
        return id;
    }

    private async Task Carry(StaffMember member, Guid id, Guid client)
    {
        var number = await NumberOf(client);
        await oneStop.At<ErasureDesk>(member, d => d.Carry(id, number));
    }

    private async Task<string> NumberOf(Guid client) => Client.NumberOf(await oneStop.Read(db => db.Clients.Where(c => c.Id == client).Select(c => c.Number).SingleAsync()));

    private Task Done(Guid id) => TestOneStop.Until(async () => await oneStop.Read(db => db.Erasures.AnyAsync(e => e.Id == id && e.DoneAt != null)), "the erasure");

    private Task Quiet(Guid talk) => TestOneStop.Until(async () => await oneStop.Read(async db =>
        !await db.OutgoingMessages.Outstanding().AnyAsync(m => m.ConversationId == talk) && !await db.UnindexedMessages.AnyAsync(u => db.Messages.Any(m => m.Id == u.MessageId && m.ConversationId == talk))));

    private List<string> Places(string words) => [.. DataOnDisk.Rows(oneStop.Folder).Where(t => t.Value.Exists(r => r.Contains(words, StringComparison.OrdinalIgnoreCase))).Select(t => t.Key)];

    private async Task<IReadOnlyList<DueItem>> DueFor(StaffMember member, Guid client) =>
        [.. (await oneStop.At<OneStop.Domain.CaseFiles.DueDesk, IReadOnlyList<OneStop.Domain.CaseFiles.DueRow>>(member, d => d.Mine())).Select(r => r.Item).Where(i => i.ClientId == client && i.Kind == "erasure")];
}
