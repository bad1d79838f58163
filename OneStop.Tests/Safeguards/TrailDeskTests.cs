using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.PersonTrail;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Safeguards;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 12: managers read on one page who looked at one person's records and who changed them.</summary>
public sealed class TrailDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_manager_reads_who_did_what_the_newest_first_and_the_reading_is_recorded_once_a_sitting()
    {
        var (counselor, manager, person) = await Somebody("one");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.As(counselor, s => s.GetRequiredService<ConversationDesk>().Open(person.ConversationId));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<ClientDesk>(counselor, d => d.CallAt(person.ClientId, "092-111-1111", "0000"));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await oneStop.At<CardDesk>(counselor, d => d.Remember(person.ConversationId, new(new(""), new("夜は家族がいる"))));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));

        var view = await Read(manager, person.ClientId, new());
        var latest = view.Part.Rows.Take(4).Select(TrailWords.What).ToList();
        Assert.Equal(("会話を変えた（メモ）", "会話を開いた"), (latest[0], latest[3]));
        Assert.Equal(["利用者の情報を変えた（電話番号）", "電話番号を開いた"], latest[1..3].Order(StringComparer.Ordinal)); // in one save: the number before is handed back
        Assert.Equal(["one-counselor さん", "自動処理"], view.Part.Rows.Select(TrailWords.Who).Distinct());
        Assert.DoesNotContain(view.Part.Rows.SelectMany(r => r.Fields),
            f => f.Contains("092", StringComparison.Ordinal) || f.Contains("家族", StringComparison.Ordinal));
        // the first reading is recorded too, the second is not
        Assert.Equal(view.Part.Count, (await Read(manager, person.FriendId, new(), page: 2)).Part.Count - 1);
        Assert.Equal(view.Part.Rows.Select(r => r.Id), (await Read(manager, person.ConversationId, new())).Part.Rows.Skip(1).Select(r => r.Id));
        Assert.Equal("見た人・変えた人を開いた", TrailWords.What((await Read(manager, person.ClientId, new())).Part.Rows[0]));
    }

    [Fact]
    public async Task It_is_narrowed_by_what_was_done_and_by_whom()
    {
        var (counselor, manager, person) = await Somebody("narrow");
        await oneStop.As(counselor, s => s.GetRequiredService<ConversationDesk>().Open(person.ConversationId));
        await oneStop.At<CardDesk>(manager, d => d.CallAs(person.ConversationId, new(new(""), new("さくら"))));

        Assert.Equal(["会話を開いた"], (await Read(manager, person.ClientId, new() { Kind = TrailKind.Looks, Staff = counselor.Id })).Part.Rows.Select(
            TrailWords.What));
        Assert.Equal(["LINE友だちの情報を変えた（呼び名）"],
            (await Read(manager, person.ClientId, new() { Kind = TrailKind.Changes, Staff = manager.Id })).Part.Rows.Select(TrailWords.What));
        Assert.Empty((await Read(manager, person.ClientId, new() { Kind = TrailKind.Exports })).Part.Rows);
        Assert.Equal([counselor.Id, manager.Id], (await Read(manager, person.ClientId, new() { Kind = TrailKind.Exports })).Staff.Select(s => s.Id));
    }

    [Fact]
    public async Task It_is_read_a_page_at_a_time_and_nobody_else_is_in_it()
    {
        var (_, manager, person) = await Somebody("pages");
        var other = await APerson.In(oneStop, manager.Id);
        for (var i = 0; i < ListPart<TrailRow>.PageSize + 5; i++)
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
            await oneStop.At<CardDesk>(manager, d => d.CallAs(person.ConversationId, new(new(i == 0 ? "" : $"名前{i - 1}"), new($"名前{i}"))));
        }
        var (first, second) = (await Read(manager, person.ClientId, new() { Kind = TrailKind.Changes, Staff = manager.Id }),
            await Read(manager, person.ClientId, new() { Kind = TrailKind.Changes, Staff = manager.Id }, page: 2));
        Assert.Equal((ListPart<TrailRow>.PageSize, 5, ListPart<TrailRow>.PageSize + 5), (first.Part.Rows.Count, second.Part.Rows.Count, first.Part.Count));
        Assert.True(first.Part.Rows[^1].At > second.Part.Rows[0].At);
        Assert.DoesNotContain((await Read(manager, other.ClientId, new())).Part.Rows, r => TrailWords.What(r).Contains("呼び名", StringComparison.Ordinal));
        Assert.Null(await oneStop.At<TrailDesk, TrailView?>(manager, d => d.Of(Guid.Empty, new(new()))));
    }

    [Fact]
    public async Task Each_kind_of_row_about_a_person_has_a_word()
    {
        var (_, manager, person) = await Somebody("words");
        foreach (var table in FilledTables.Roots.Where(t => Domain.Data.Trail.IsInTrail(t, byStaff: true) && Domain.Data.PersonPath.Say(t) is not null))
            Assert.NotEqual((table.ClrType.Name, "記録を登録した"), // what is said of a table without a word
                (table.ClrType.Name,
                    TrailWords.What(new(person.ClientId, default, ActorKind.Staff, manager.Name, AuditAct.Added, Domain.Data.Trail.NameOf(table), []))));
    }

    private async Task<(StaffMember Counselor, StaffMember Manager, APerson Person)> Somebody(string name)
    {
        var (counselor, manager) = (await oneStop.AMember($"{name}-counselor", Duty.Counselor), await oneStop.AMember($"{name}-manager", Duty.Manager));
        return (counselor, manager, await APerson.In(oneStop, counselor.Id));
    }

    private async Task<TrailView> Read(StaffMember manager, Guid person, TrailFilter filter, int page = 1) =>
        (await oneStop.At<TrailDesk, TrailView?>(manager, d => d.Of(person, new(filter, Page: page))))!;
}
