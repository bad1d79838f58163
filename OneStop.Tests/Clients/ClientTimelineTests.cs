using Microsoft.EntityFrameworkCore;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>What the client's own rows tell in the timeline, and what is due.</summary>
public sealed class ClientTimelineTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Registration_eligibility_and_facts_stand_in_the_timeline_and_family_money_and_health_only_for_support()
    {
        var (counselor, placement) = (await oneStop.AMember("timeline-support", Duty.Counselor), await oneStop.AMember("timeline-placement", Duty.PlacementOfficer));
        var client = await oneStop.At<RegistrationDesk, Guid>(counselor, d => d.Register(new() { FullName = "経過 みる", Arrival = Arrival.Counter }));
        await oneStop.At<ClientDesk>(counselor, d => d.Answer(client, Eligibility.Yes));
        await oneStop.At<FactDesk>(counselor, d => d.SaveWork(client, new(new(), new() { Form = WorkForm.PartTime })));
        await oneStop.At<FactDesk>(counselor, d => d.SaveHealth(client, new(new(), new() { OwnWords = "腰痛" })));
        Assert.Equal(["利用者として登録しました（窓口）"], await Titles(counselor, client, "registered"));
        Assert.Equal(["対象者の確認: はい"], await Titles(counselor, client, "eligibility"));
        Assert.Equal(["聞き取り: 今の仕事を書きました", "聞き取り: 健康を書きました"], await Titles(counselor, client, "facts"));
        Assert.Equal(["聞き取り: 今の仕事を書きました"], await Titles(placement, client, "facts"));
    }

    [Fact]
    public async Task A_merge_and_its_undoing_stand_in_the_timeline()
    {
        var member = await oneStop.AMember("timeline-merge", Duty.Counselor);
        var (kept, merged) = (await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "残 一" })),
            await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "残 壱" })));
        var number = Client.NumberOf(await oneStop.Read(db => db.Clients.Where(c => c.Id == merged).Select(c => c.Number).SingleAsync()));
        var merge = await oneStop.At<MergeDesk, Guid>(member, d => d.Merge(kept, merged, []));
        await oneStop.At<MergeDesk, int>(member, d => d.Undo(merge));
        Assert.Equal([$"{number} を統合しました"], await Titles(member, kept, "merge"));
        Assert.Equal([$"{number} の統合を元に戻しました"], await Titles(member, kept, "merge-undone"));
    }

    [Fact]
    public async Task A_wish_for_erasure_waits_for_an_answer_within_a_week()
    {
        var member = await oneStop.AMember("timeline-erasure", Duty.Counselor);
        var client = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "消去 のぞみ" }));
        Assert.Empty(await Due());
        var asked = oneStop.Clock.GetUtcNow();
        await oneStop.Read(async db =>
        {
            (await db.Clients.SingleAsync(c => c.Id == client)).AskErasure(asked);
            return await db.SaveChangesAsync();
        });
        var item = Assert.Single(await Due()).Item;
        Assert.Equal(("消去の依頼を受け付ける", TestOneStop.Japan("2026-10-13T00:00"), $"/clients/{client}/erasure"), (item.What, item.Until, item.Link));
        Assert.Equal(["記録の消去を頼みました"], await Titles(member, client, "erasure"));

        Task<IReadOnlyList<DueRow>> Due() => oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Of(client));
    }

    private async Task<IEnumerable<string>> Titles(StaffMember member, Guid client, string kind) =>
        (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = kind })))!.Rows.Select(r => r.Entry.Title).Order(StringComparer.Ordinal);
}
