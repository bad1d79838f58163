using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 12: values that must not be in the audit trail are recorded there as a keyed digest.</summary>
public sealed class QuietFieldsTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_telephone_number_does_not_change_without_a_trace_and_is_not_told_by_it()
    {
        var client = await AClient();
        await Change(async db => (await db.Clients.SingleAsync(c => c.Id == client)).CallAt(Number("090-1111-2222")));
        await Change(async db => (await db.Clients.SingleAsync(c => c.Id == client)).CallAt(Number("090-3333-4444")));

        var entries = await Entries(nameof(Client), client, "\"Phone\"");
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal(AuditAct.Changed, e.Act));
        Assert.NotEqual(entries[0].Fields, entries[1].Fields);
        Assert.False(await oneStop.Read(db =>
            db.AuditValues.AnyAsync(v => v.Field == "Phone" || v.After!.Contains("11112222") || v.After!.Contains("33334444"))));
        Assert.True((await oneStop.VerifyTrail()).IsWhole);
    }

    [Fact]
    public async Task Forms_and_files_are_in_the_trail_without_what_opens_or_names_them()
    {
        var client = await AClient();
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        var file = StoredFile.FromStaff(conversation, "離婚調停の書類.pdf", new(new string('a', 32), "application/pdf", 10), null, oneStop.Clock.GetUtcNow());
        await Change(async db =>
        {
            db.OfferForm(await db.Clients.SingleAsync(c => c.Id == client), oneStop.Clock.GetUtcNow());
            db.StoredFiles.Add(file);
        });
        await Change(async db => (await db.StoredFiles.SingleAsync(f => f.Id == file.Id)).Withdraw(oneStop.Clock.GetUtcNow()));

        var form = await oneStop.Read(db => db.ClientLinks.Where(f => f.ClientId == client).Select(f => f.Id).SingleAsync());
        Assert.Single(await Entries(nameof(ClientLink), form, "ClientId"));
        Assert.Single(await Entries(nameof(StoredFile), file.Id, "\"Name\""));
        Assert.Equal(2, (await Entries(nameof(StoredFile), file.Id, "PublicUntil")).Count);
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains("離婚調停"))));
    }

    private async Task<Guid> AClient()
    {
        var friend = LineUserId.Parse((await oneStop.AFriend()).UserId);
        return await oneStop.Read(async db =>
        {
            var client = await db.GetOrRegister(await db.Friends.SingleAsync(f => f.LineUserId == friend), oneStop.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return client.Id;
        });
    }

    /// <summary>Changes rows as a member of staff without a desk: the audit trail does not depend on desks.</summary>
    private async Task Change(Func<OneStopDb, Task> change)
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.As(member, services => services.GetRequiredService<IDbContextFactory<OneStopDb>>().Change(change));
    }

    private Task<List<AuditEntry>> Entries(string subject, Guid id, string field) =>
        oneStop.Read(db => db.AuditEntries.Where(e => e.Subject == subject && e.SubjectId == id.ToString() && e.Fields.Contains(field))
            .OrderBy(e => e.Id).ToListAsync());

    private static PhoneNumber Number(string text) =>
        PhoneNumber.TryRead(text, out var number) ? number : throw new ArgumentException("No number.", nameof(text));
}
