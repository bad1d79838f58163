using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Tests.House;

/// <summary>Whatever saves rows, the topics of their tables are announced once, after the commit, and never without one.</summary>
public sealed class AnnouncingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static int made;

    private LiveUpdates Live => oneStop.Services.GetRequiredService<LiveUpdates>();

    [Fact]
    public async Task What_a_desk_saves_is_announced_once_when_it_is_committed()
    {
        var (member, one, two, tag) = (await oneStop.AMember("teller", Duty.Counselor), await oneStop.AQuietTalk(), await oneStop.AQuietTalk(), await ATag());
        var committed = false;
        using var ofOne = new Heard(Live, ConversationTopics.Of(one),
            () => committed = oneStop.Read(db => db.Taggings.AnyAsync(t => t.ConversationId == two)).GetAwaiter().GetResult());
        using var ofTwo = new Heard(Live, ConversationTopics.Of(two));
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await oneStop.At<TagDesk>(member, desk => desk.Put([one, two], tag));
        Assert.Equal((1, 1, 1, true), (ofOne.Count, ofTwo.Count, inbox.Count, committed));
    }

    [Fact]
    public async Task A_change_that_is_made_again_after_a_conflict_is_announced_once()
    {
        var talk = await oneStop.AQuietTalk();
        using var heard = new Heard(Live, ConversationTopics.Of(talk));
        var attempts = 0;
        await InScope(dbs => dbs.Change(async db =>
        {
            var mine = await db.Conversations.SingleAsync(c => c.Id == talk);
            mine.MeetTrouble(oneStop.Clock.GetUtcNow());
            if (++attempts == 1)
                await oneStop.Read(async other =>
                {
                    (await other.Conversations.SingleAsync(c => c.Id == talk)).AddWaitingEvent("同僚が先に変えた", oneStop.Clock.GetUtcNow());
                    return await other.SaveChangesAsync();
                });
        }));
        Assert.Equal((2, 2), (attempts, heard.Count)); // the colleague's save, and this one
    }

    [Fact]
    public async Task What_is_saved_in_a_turn_is_announced_once()
    {
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await InContext(async db =>
        {
            await db.TakeTurn();
            db.Tags.Add(NewTag());
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public async Task What_is_saved_in_a_transaction_is_announced_once_when_that_is_committed()
    {
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await InContext(async db =>
        {
            await using var own = await db.Database.BeginTransactionAsync();
            for (var i = 0; i < 2; i++)
            {
                db.Tags.Add(NewTag());
                await db.SaveChangesAsync();
            }
            Assert.Equal(0, inbox.Count);
            await own.CommitAsync();
        });
        Assert.Equal(1, inbox.Count);
    }

    [Theory]
    [InlineData(true)] // rolled back explicitly
    [InlineData(false)] // rolled back by disposing
    public async Task What_is_rolled_back_is_never_announced(bool isSaid)
    {
        var member = await oneStop.AMember("undecided", Duty.Counselor);
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        using var own = new Heard(Live, PreferencesDesk.TopicOf(member.Id));
        await InContext(async db =>
        {
            await using (var given = await db.Database.BeginTransactionAsync())
            {
                db.Tags.Add(NewTag());
                await db.SaveChangesAsync();
                if (isSaid)
                    await given.RollbackAsync();
            }
            await using (var kept = await db.Database.BeginTransactionAsync())
            {
                await Choose(db, member.Id, p => p with { Notifies = !p.Notifies });
                await kept.CommitAsync();
            }
            Assert.Equal((0, 1), (inbox.Count, own.Count));
            await Choose(db, member.Id, p => p with { Notifies = !p.Notifies });
        });
        Assert.Equal((0, 2), (inbox.Count, own.Count));
    }

    [Fact]
    public async Task A_save_that_fails_announces_nothing_and_leaves_nothing_for_the_next()
    {
        var member = await oneStop.AMember("clumsy", Duty.Counselor);
        var name = NewTag().Name;
        await InContext(async db =>
        {
            db.Tags.Add(Tag.Create(name, oneStop.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await InContext(async db =>
        {
            db.Tags.Add(Tag.Create(name, oneStop.Clock.GetUtcNow()));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            await Choose(db, member.Id, p => p with { Notifies = !p.Notifies });
        });
        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public async Task That_somebody_reads_on_or_writes_a_draft_is_told_to_nobody_and_what_is_put_back_is()
    {
        var (member, talk) = (await oneStop.AMember("reader", Duty.Counselor), await oneStop.AQuietTalk());
        using var heard = new Heard(Live, ConversationTopics.Of(talk));
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await oneStop.At<ConversationDesk>(member, async desk =>
        {
            await desk.Open(talk);
            await desk.MarkRead(talk, 1);
            await desk.SaveDraft(talk, "書きかけ");
        });
        Assert.Equal((0, 0), (heard.Count, inbox.Count));
        await oneStop.At<InboxDesk>(member, desk => desk.MarkUnread(talk));
        await oneStop.At<InboxDesk>(member, desk => desk.UndoMarkUnread(talk));
        Assert.Equal((0, 2), (heard.Count, inbox.Count));
    }

    [Fact]
    public async Task A_new_name_is_told_in_the_talk_and_in_the_inbox()
    {
        var (member, talk) = (await oneStop.AMember("namer", Duty.Counselor), await oneStop.AQuietTalk());
        using var heard = new Heard(Live, ConversationTopics.Of(talk));
        using var inbox = new Heard(Live, ConversationTopics.Inbox);
        await oneStop.At<CardDesk>(member, desk => desk.CallAs(talk, new(new(""), new("はるか"))));
        Assert.Equal((1, 1), (heard.Count, inbox.Count));
    }

    private Task<Guid> ATag() => oneStop.Read(async db =>
    {
        var tag = db.Tags.Add(NewTag()).Entity;
        await db.SaveChangesAsync();
        return tag.Id;
    });

    private Tag NewTag() => Tag.Create($"タグ{Interlocked.Increment(ref made)}", oneStop.Clock.GetUtcNow());

    private static async Task Choose(OneStopDb db, Guid staffId, Func<Preferences, Preferences> wish)
    {
        var chosen = await db.StaffPreferences.SingleOrDefaultAsync(p => p.StaffId == staffId);
        if (chosen is null)
            db.StaffPreferences.Add(chosen = StaffPreferences.Of(staffId));
        chosen.Choose(wish(chosen.Chosen));
        await db.SaveChangesAsync();
    }

    private Task InContext(Func<OneStopDb, Task> act) => InScope(async dbs =>
    {
        await using var db = await dbs.CreateDbContextAsync();
        await act(db);
    });

    private async Task InScope(Func<IDbContextFactory<OneStopDb>, Task> act)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await act(scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>());
    }
}
