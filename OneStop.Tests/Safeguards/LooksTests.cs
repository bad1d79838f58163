using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.SignIn;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 4, 12: the people shown to a member in lists and searches are in the audit trail, at the cost of occasional saves.</summary>
public sealed class LooksTests : IAsyncLifetime
{
    private readonly FailingCommands failing = new();
    private readonly CountedSaves saves = new();
    private readonly TestOneStop oneStop;

    public LooksTests() => oneStop = new() { Options = options => options.AddInterceptors(failing, saves) };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_list_records_each_person_once_a_sitting_and_reading_it_again_costs_no_save()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var people = await ManyFriends(InboxDesk.PageSize);
        await List(member, "morning");
        Assert.Equal(people, await Write());
        Assert.Equal(1, saves.OfLooks);

        for (var i = 0; i < 3; i++)
            await List(member, "morning");
        Assert.Equal(0, await Write());
        await List(member, "evening");
        Assert.Equal(people, await Write());

        Assert.Equal(2, saves.OfLooks);
        Assert.Equal(people, await Previewed(member, "morning"));
        Assert.Equal(people, await Previewed(member, "evening"));
        Assert.Null((await oneStop.VerifyTrail()).Broken);
        Assert.Equal(0, (await oneStop.VerifyTrail()).Forged);
    }

    [Fact]
    public async Task Who_may_see_nobody_has_seen_nobody()
    {
        await oneStop.AFriend();
        await Assert.ThrowsAsync<NotAllowedException>(async () => await List(await oneStop.AMember("city", Duty.City), "city"));
        Assert.Equal(0, await Write());
    }

    [Fact]
    public async Task Who_was_opened_was_not_only_seen_in_a_list_and_a_restart_forgets_nothing()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var opened = await oneStop.ConversationOf(await oneStop.AFriend());
        await List(member, "opening");
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(opened), "opening");
        await oneStop.AFriend();
        await List(member, "opening");
        Assert.Equal(1, await Write()); // the other friend

        oneStop.Clock.Advance(TimeSpan.FromHours(2));
        await Write(); // drops earlier looks from memory
        await List(member, "opening");
        Assert.Equal(0, await Write());
        Assert.Equal(1, await Previewed(member, "opening"));
    }

    [Fact]
    public async Task Whoever_changed_something_of_a_person_has_not_seen_them_by_that()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Close(conversation), "changing");
        await List(member, "changing");
        Assert.Equal(1, await Write());
        Assert.Equal(1, await Previewed(member, "changing"));
    }

    [Fact]
    public async Task What_could_not_be_saved_is_saved_later()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.AFriend();
        await List(member, "unlucky");
        failing.Before = sql => sql.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal) ? new InvalidOperationException("no disk") : null;
        await Assert.ThrowsAsync<DbUpdateException>(Write);
        failing.Before = _ => null;
        await List(member, "unlucky");
        Assert.Equal(1, await Write());
    }

    [Fact]
    public async Task At_sign_out_what_waits_is_written()
    {
        var member = await oneStop.AMember("leaver", Duty.Counselor);
        await oneStop.AFriend();
        await List(member, "leaving");
        await oneStop.As(member, s => s.GetRequiredService<SignInRecords>().Ended(), "leaving");
        await TestOneStop.Until(async () => await Previewed(member, "leaving") == 1, "the looks to be written");
    }

    [Fact]
    public async Task Before_the_portal_goes_what_waits_is_written()
    {
        await using var other = new TestOneStop();
        other.Shares(oneStop);
        await other.InitializeAsync();
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.AFriend();
        await other.As(member, s => s.GetRequiredService<InboxDesk>().List(InboxList.All), "the last");
        Assert.Equal(0, await Previewed(member, "the last"));
        await other.Stop();
        Assert.Equal(1, await Previewed(member, "the last"));
    }

    [Fact]
    public async Task Whom_hits_show_does_not_part_a_search_that_is_still_typed()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.AFriend();
        foreach (var words in new[] { "学童", "学童の", "学童の迎え" })
        {
            await oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(new(words)), "typing");
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
            await List(member, "typing");
            await Write();
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(1, await Previewed(member, "typing"));
        Assert.Equal(1, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Searched && e.Sitting == "typing")));
    }

    private async Task<int> ManyFriends(int count)
    {
        foreach (var friend in Enumerable.Range(0, count).Select(i => oneStop.Line.Invent($"人{i}")).ToList())
            oneStop.Line.Follow(friend.UserId);
        await TestOneStop.Until(async () => await oneStop.Read(db => db.Conversations.CountAsync()) == count, "the friends");
        return count;
    }

    private Task<InboxView> List(StaffMember member, string sitting) => oneStop.As(member, s => s.GetRequiredService<InboxDesk>().List(InboxList.All), sitting);

    private Task<int> Write() => oneStop.WriteLooks();

    private Task<int> Previewed(StaffMember member, string sitting) =>
        oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Previewed && e.ActorId == member.Id && e.Sitting == sitting
            && e.Subject == nameof(Conversation)));

    private sealed class CountedSaves : SaveChangesInterceptor
    {
        public int OfLooks { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
            CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<AuditEntry>().Any(e => e.State == EntityState.Added && e.Entity.Act == AuditAct.Previewed))
                OfLooks++;
            return ValueTask.FromResult(result);
        }
    }
}
