using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>特記事項 12: an audit entry names the person concerned, so that everything done with one person's records is found by one query.</summary>
public sealed class PersonInTrailTests : IAsyncLifetime
{
    private readonly CountedReads reads = new();
    private readonly TestOneStop oneStop;

    public PersonInTrailTests() => oneStop = new() { Options = options => options.AddInterceptors(reads) };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_is_made_changed_and_deleted_names_its_person_and_nobody_else()
    {
        var member = await oneStop.AMember("namer", Duty.Manager, Duty.Counselor);
        var others = await APerson.In(oneStop, member.Id);
        var person = await APerson.In(oneStop, member.Id);
        await oneStop.As(member, async s =>
        {
            var (tags, cards, clients) = (s.GetRequiredService<TagDesk>(), s.GetRequiredService<CardDesk>(), s.GetRequiredService<ClientDesk>());
            await tags.Add("就業中");
            var tag = (await tags.Offered()).Single().Id;
            await tags.Put([person.ConversationId], tag);
            await tags.TakeOff([person.ConversationId], tag); // deletes the row
            await cards.CallAs(person.ConversationId, new(new(""), new("さくら")));
            await cards.Remember(person.ConversationId, new(new(""), new("朝は出られない")));
            await clients.Agree(person.ClientId);
            await clients.CallAt(person.ClientId, "092-111-1111", "0000");
            await s.GetRequiredService<BookingDesk>().Cancel(person.BookingId, false, null, false);
            await s.GetRequiredService<LaterDesk>().Plan(person.ConversationId, "あす送ります", oneStop.Clock.GetUtcNow().AddDays(1), false);
            await s.GetRequiredService<AnswerDesk>().Answer(person.ConversationId, "こんにちは", isSure: true);
            await s.GetRequiredService<FileDesk>().Withdraw(person.FileId);
        }, "naming");

        var entries = await oneStop.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Sitting == "naming").ToListAsync());
        var named = entries.Where(e => e.Subject != nameof(Tag)).ToList();
        Assert.Equal(["Booking", "Client", "Consent", "Conversation", "Friend", "LaterAnswer", "Message", "OutgoingMessage", "PhoneNumber", "StoredFile",
            "Tagging"], named.Select(e => e.Subject).Distinct().Order(StringComparer.Ordinal));
        Assert.All(named, e => Assert.Equal((e.Subject, e.Subject is "Booking" or "Client" or "Consent" or "PhoneNumber" ? person.ClientId : person.FriendId),
            (e.Subject, e.PersonId)));
        Assert.Equal([AuditAct.Added, AuditAct.Removed], entries.Where(e => e.Subject == nameof(Tagging)).Select(e => e.Act).Order());
        Assert.All(entries.Where(e => e.Subject == nameof(Tag)), e => Assert.Null(e.PersonId));
        Assert.Equal(0, entries.Count(e => e.PersonId is { } id && others.Ids.Contains(id)));
    }

    [Fact]
    public async Task Who_becomes_a_client_in_the_same_save_is_named_at_once_and_both_ids_find_them()
    {
        var friend = await oneStop.AFriend();
        var talk = await oneStop.ConversationOf(friend);
        var member = await oneStop.AMember("maker", Duty.Counselor);
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, "092-000-0000"));
        var friendId = await oneStop.Read(db => db.Conversations.Where(c => c.Id == talk).Select(c => c.FriendId).SingleAsync());
        var subjects = await oneStop.Read(db => db.AuditEntries.Where(e => e.PersonId == client || e.PersonId == friendId)
            .Select(e => e.Subject).Distinct().ToListAsync());
        Assert.Contains(nameof(Client), subjects);
        Assert.Contains(nameof(Domain.Friends.Friend), subjects);
    }

    [Fact]
    public async Task A_person_who_is_not_loaded_costs_one_question_for_all_rows_of_a_save()
    {
        var member = await oneStop.AMember("tagger", Duty.Manager, Duty.Counselor);
        List<APerson> people = [];
        for (var i = 0; i < 3; i++)
            people.Add(await APerson.In(oneStop, member.Id));
        await oneStop.At<TagDesk>(member, d => d.Add("夜のみ"));
        var tag = (await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(member, d => d.Offered())).Single().Id;
        reads.Count = 0;
        await oneStop.At<TagDesk, IReadOnlyList<Guid>>(member, d => d.Put([.. people.Select(p => p.ConversationId)], tag));
        Assert.Equal(1, reads.Count);
        var named = await oneStop.Read(db => db.AuditEntries.Where(e => e.Subject == nameof(Tagging)).Select(e => e.PersonId).ToListAsync());
        Assert.Equal(people.Select(p => (Guid?)p.FriendId).Order(), named.Order());
    }

    [Fact]
    public async Task Looks_name_the_person_too()
    {
        var member = await oneStop.AMember("looker", Duty.Counselor);
        var person = await APerson.In(oneStop, member.Id);
        await oneStop.As(member, async s =>
        {
            await s.GetRequiredService<InboxDesk>().List(InboxList.All);
            await s.GetRequiredService<ConversationDesk>().Open(person.ConversationId);
            await s.GetRequiredService<ClientDesk>().PhoneOf(person.ClientId);
        }, "looking");
        await oneStop.WriteLooks();
        var looks = await oneStop.Read(db => db.AuditEntries.Where(e => e.Sitting == "looking" && person.Ids.Contains(e.PersonId!.Value))
            .Select(e => new { e.Act, e.Subject }).ToListAsync());
        Assert.Equal([(AuditAct.Looked, nameof(Conversation)), (AuditAct.Looked, nameof(PhoneNumber))], looks.Select(l => (l.Act, l.Subject)).Order());
    }

    /// <summary>Counts the queries for the person of a conversation.</summary>
    private sealed class CountedReads : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(System.Data.Common.DbCommand command,
            CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"FriendId\" AS \"Next\"", StringComparison.Ordinal))
                Count++;
            return ValueTask.FromResult(result);
        }
    }
}
