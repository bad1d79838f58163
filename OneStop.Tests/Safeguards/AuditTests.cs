using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 4, 12; 仕様書 13(4): who looked at, searched and changed what, in an audit trail that reveals tampering.</summary>
public sealed class AuditTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_look_and_a_search_are_recorded_once_a_sitting()
    {
        var (member, conversation) = await Ready();
        for (var i = 0; i < 3; i++)
            await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation), "morning");
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation), "evening");
        for (var i = 0; i < 2; i++)
            await oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(new("A-0001")), "morning");

        Assert.Equal(2, await Count(AuditAct.Looked, e => e.SubjectId == conversation.ToString() && (e.Sitting == "morning" || e.Sitting == "evening")));
        Assert.Equal(1, await Count(AuditAct.Searched, e => e.Sitting == "morning"));
    }

    [Fact]
    public async Task A_change_says_who_and_which_fields_and_no_message_body_enters_it()
    {
        var (member, conversation) = await Ready();
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Assign(conversation, member.Id, null));
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().SaveDraft(conversation, "下書きの秘密"));
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "本文の秘密"));

        var entry = await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.ActorId == member.Id && e.SubjectId == conversation.ToString() && e.Fields.Contains("AssigneeId")).FirstAsync());
        Assert.Equal(AuditAct.Changed, entry.Act);
        Assert.Equal(member.Id.ToString(),
            await oneStop.Read(db => db.AuditValues.Where(v => v.EntryId == entry.Id && v.Field == "AssigneeId").Select(v => v.After).SingleAsync()));
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains("秘密") || v.Before!.Contains("秘密"))));
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(Message) && e.ActorId == member.Id))); // that something was sent
    }

    [Fact]
    public async Task Values_can_be_erased_without_breaking_the_chain()
    {
        await Ready();
        Assert.Null((await oneStop.VerifyTrail()).Broken);
        await oneStop.Read(db => db.AuditValues.ExecuteDeleteAsync());
        Assert.Null((await oneStop.VerifyTrail()).Broken);
    }

    [Fact]
    public async Task What_is_taken_back_to_nothing_is_recorded_too()
    {
        var (member, conversation) = await Ready();
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Close(conversation));
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Reopen(conversation));
        var entries = await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.SubjectId == conversation.ToString() && e.Act == AuditAct.Changed && e.Fields.Contains("Closing.At"))
            .Select(e => e.Id).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.Equal(1, await oneStop.Read(db => db.AuditValues.CountAsync(v => entries.Contains(v.EntryId) && v.Field == "Closing.At" && v.After == null)));
    }

    [Theory]
    [InlineData("UPDATE \"AuditValues\" SET \"After\" = 'someone else' WHERE \"EntryId\" IN (SELECT \"Id\" FROM \"AuditEntries\" WHERE \"Number\" = 2)")]
    [InlineData("UPDATE \"AuditEntries\" SET \"ActorId\" = '0199b1a0-0000-7000-8000-000000000000' WHERE \"Number\" = 2")]
    [InlineData("UPDATE \"AuditEntries\" SET \"At\" = '2020-01-01 00:00:00' WHERE \"Number\" = 2")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Number\" = 2")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Fields\" = '[]' WHERE \"Number\" = 2")]
    public async Task Tampering_shows(string sql)
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        await own.AMember("counselor", Duty.Counselor);
        await own.AFriend();
        await own.AFriend();
        Assert.Null((await own.VerifyTrail()).Broken);
        await own.Read(db => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(2, (await own.VerifyTrail()).Broken);
    }

    [Fact]
    public async Task The_head_tells_whether_the_end_was_cut_off()
    {
        await Ready();
        var whole = await oneStop.VerifyTrail();
        await Ready();
        Assert.NotEqual(whole.Head, (await oneStop.VerifyTrail()).Head);
    }

    private async Task<(StaffMember, Guid)> Ready()
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        return (member, await oneStop.ConversationOf(await oneStop.AFriend()));
    }

    private Task<int> Count(AuditAct act, System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which) =>
        oneStop.Read(db => db.AuditEntries.Where(e => e.Act == act).Where(which).CountAsync());
}
