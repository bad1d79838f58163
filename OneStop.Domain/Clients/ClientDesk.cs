using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients;

/// <summary>A client as a row on screen.</summary>
public sealed record ClientRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string? Name { get; init; }
    public required int? FriendNumber { get; init; }
    public required string? CalledAs { get; init; }

    /// <summary>The last four digits of the telephone number: enough to recognize a caller.</summary>
    public required string? PhoneEnd { get; init; }

    public required Eligibility Eligibility { get; init; }

    /// <summary>When the client consented to consultation in the present wording; null if they did not.</summary>
    public required DateTimeOffset? ConsentAt { get; init; }

    public required DateTimeOffset? ErasureAskedAt { get; init; }
    public required Guid? ConversationId { get; init; }

    /// <summary>When the client was registered.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether a message reaches the client: they have a conversation in LINE and have not blocked the account.</summary>
    public required bool CanBeTold { get; init; }

    /// <summary>Whether the client has consented to consultation, in any wording, and not withdrawn it.</summary>
    public required bool HasAgreed { get; init; }

    /// <summary>Whether the client has any consent that can be withdrawn.</summary>
    public required bool HasConsents { get; init; }

    /// <summary>The client into whom this one was merged; null if they stand for themselves.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>When the person's records were erased; null if they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, Id);

    /// <summary>The name of the client on screen.</summary>
    public string Alias => Name is { } name
        ? $"{name}（{Client.NumberOf(Number)}）"
        : FriendNumber is { } friend ? Friend.AliasOf(friend, CalledAs) : $"利用者 {Client.NumberOf(Number)}";
}

/// <summary>A telephone number as typed into a form.</summary>
public sealed record PhoneWish(string Phone)
{
    /// <summary>An empty form.</summary>
    public static PhoneWish None { get; } = new("");
}

/// <summary>The result of changing a telephone number.</summary>
/// <param name="Before">The number before, for undoing; not to be shown.</param>
/// <param name="End">The last four digits of the new number; null if it was deleted.</param>
public sealed record PhoneChange(string? Before, string? End);

/// <summary>A consent that can be withdrawn.</summary>
/// <param name="Purpose">The code of the purpose.</param>
/// <param name="Of">The name of the purpose on screen.</param>
public sealed record GivenConsent(string Purpose, string Of);

/// <summary>What ends when a client withdraws a consent.</summary>
/// <param name="Bookings">The coming bookings that would be cancelled.</param>
/// <param name="Waiting">The number of days on whose waiting list the client is.</param>
public sealed record RestingOnConsent(IReadOnlyList<Slot> Bookings, int Waiting)
{
    /// <summary>What else ends, as sentences for staff.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Adds two results.</summary>
    public static RestingOnConsent operator +(RestingOnConsent one, RestingOnConsent other) =>
        new([.. one.Bookings, .. other.Bookings], one.Waiting + other.Waiting) { Others = [.. one.Others, .. other.Others] };
}

/// <summary>利用者の窓口, as far as bookings need it: name and telephone number, eligibility, and consents.</summary>
[DisplayName("利用者")]
public sealed class ClientDesk(DeskContext desk, AuditKey key, IEnumerable<ConsentPurpose> purposes, ConsentWithdrawal withdrawal)
{
    /// <summary>Announced when data of a client have changed.</summary>
    public const string Topic = "clients";

    private const int MostFound = 20;

    /// <summary>Returns the client of a conversation; null if the person is no client yet.</summary>
    [DisplayName("会話の人が利用者かを見る")]
    [Allowed(Casework = true)]
    public async Task<ClientRow?> Of(Guid conversationId)
    {
        desk.MayDo<ClientDesk>();
        await using var db = await desk.Read();
        return desk.ShowOne(await db.Clients.OfTalk(db, conversationId).ToRows(db).SingleOrDefaultAsync());
    }

    /// <summary>Finds clients by number, name or telephone number. Recorded as a search.</summary>
    [DisplayName("利用者をさがす")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ClientRow>> Find(string words)
    {
        desk.MayDo<ClientDesk>();
        var sought = words.Trim();
        if (sought.Length == 0)
            return [];
        await using var db = await desk.Read();
        await db.RecordSearch(nameof(Client), sought, key, desk.Now);
        await db.SaveChangesAsync();
        return desk.Show(await db.Clients.Sought(db, sought).ToRows(db).Take(MostFound).ToListAsync());
    }

    /// <summary>Returns a client and records the look; null if there is none.</summary>
    [DisplayName("利用者を開く")]
    [Allowed(Casework = true)]
    public async Task<ClientRow?> Open(Guid clientId)
    {
        desk.MayDo<ClientDesk>();
        return await desk.Open(db => db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync(), _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns the telephone number and records the look; null if none is known.</summary>
    [DisplayName("電話番号を表示する")]
    [Allowed(Casework = true)]
    public async Task<string?> PhoneOf(Guid clientId)
    {
        desk.MayDo<ClientDesk>();
        var phone = await desk.Open(db => db.Clients.Where(c => c.Id == clientId).Select(c => c.Phone).SingleOrDefaultAsync(),
            _ => OpenedRecord.Client(clientId, nameof(PhoneNumber)));
        return phone is null ? null : PhoneNumber.Say(phone);
    }

    /// <summary>利用者にする: registers a caller, or the person of a conversation.</summary>
    /// <param name="conversationId">The conversation; null if the person came by telephone.</param>
    /// <param name="key">The key of the form: a form that is saved twice creates one client.</param>
    /// <exception cref="RuleException">The name is missing for a person without a conversation, or the telephone number is not valid.</exception>
    [DisplayName("利用者にする")]
    [Allowed(Casework = true)]
    public async Task<Guid> Register(Guid? conversationId, string? name, string? phone, Guid? key = null)
    {
        desk.MayDo<ClientDesk>();
        return await desk.Create(key, async db =>
        {
            var now = desk.Now;
            var talk = conversationId is { } id ? await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == id) : null;
            var client = talk is null ? await db.Register(null, desk.Actor.StaffId, now)
                : await db.GetOrRegister(talk.Friend, now, desk.Actor.StaffId);
            if (talk is null)
                client.CallAs(name ?? "");
            if (!string.IsNullOrWhiteSpace(phone))
                client.CallAt(Read(phone));
            return client.Id;
        });
    }

    /// <summary>対象者の確認: records the answer that the person gave to a member of staff.</summary>
    [DisplayName("対象者の確認を記録する")]
    [Allowed(Casework = true)]
    public async Task Answer(Guid clientId, Eligibility eligibility)
    {
        desk.MayDo<ClientDesk>();
        await Change(clientId, (client, now) => client.Answer(eligibility, EligibilityQuestion.ReadOut.Rule, now));
    }

    /// <summary>
    /// Sets the telephone number; empty deletes it. Returns the previous number, for undoing; so this is recorded as a look at it.
    /// </summary>
    /// <param name="seen">The last four digits that were on the screen; null if there were none.</param>
    /// <exception cref="RuleException">The telephone number is not valid.</exception>
    /// <exception cref="ConflictException{T}">Somebody else has set another one meanwhile; the exception carries its last four digits
    /// only.</exception>
    [DisplayName("電話番号を書く")]
    [Allowed(Casework = true)]
    public async Task<PhoneChange> CallAt(Guid clientId, string phone, string? seen)
    {
        desk.MayDo<ClientDesk>();
        var number = string.IsNullOrWhiteSpace(phone) ? null : Read(phone);
        return (await desk.Open<PhoneChange>(async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            var before = client.Phone;
            if (before?[^4..] != seen && before != number?.Value)
                throw new ConflictException<string>(before?[^4..] ?? "");
            client.CallAt(number);
            return new PhoneChange(before, number?.Value[^4..]);
        }, change => OpenedRecord.Client(clientId, change.Before is null ? ShownPerson.ByClient : nameof(PhoneNumber))))!;
    }

    /// <summary>同意を記録する: the notice was read out, and the person consented.</summary>
    [DisplayName("同意を記録する")]
    [Allowed(Casework = true)]
    public async Task Agree(Guid clientId)
    {
        desk.MayDo<ClientDesk>();
        await Change(async (db, now) =>
        {
            await db.GiveOnce(ConsentPurpose.Consultation, clientId, desk.Actor.StaffId, now);
            return clientId;
        });
    }

    /// <summary>Returns the consents that the client can withdraw, one for each purpose.</summary>
    [DisplayName("同意を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<GivenConsent>> ConsentsOf(Guid clientId)
    {
        desk.MayDo<ClientDesk>();
        var given = await desk.Open<List<string>>(async db =>
            await db.Clients.AnyAsync(c => c.Id == clientId) ? await db.Consents.Given(clientId).Select(c => c.Purpose).ToListAsync() : null,
            _ => OpenedRecord.Client(clientId)) ?? [];
        return [.. purposes.Where(p => given.Contains(p.Code)).Select(p => new GivenConsent(p.Code, p.InJapanese))];
    }

    /// <summary>Returns what would end if the client withdrew the consent now.</summary>
    /// <param name="purpose">The code of the purpose; null for all.</param>
    [DisplayName("同意の撤回で終わるものを見る")]
    [Allowed(Casework = true)]
    public async Task<RestingOnConsent> RestingOn(Guid clientId, string? purpose = null)
    {
        desk.MayDo<ClientDesk>();
        return await desk.Open<RestingOnConsent>(async db =>
            await db.Clients.AnyAsync(c => c.Id == clientId) ? await withdrawal.Ends(db, clientId, purpose, desk.Now) : null,
            _ => OpenedRecord.Client(clientId)) ?? new([], 0);
    }

    /// <summary>同意の撤回: withdraws a consent as the person told a member of staff. What rests on it ends, as the privacy notice says.</summary>
    /// <param name="purpose">The code of the purpose; null for all.</param>
    [DisplayName("同意の撤回を記録する")]
    [Allowed(Casework = true)]
    public async Task Withdraw(Guid clientId, string? purpose = null)
    {
        desk.MayDo<ClientDesk>();
        await Change(async (db, now) =>
        {
            await withdrawal.Withdraw(db, clientId, purpose, desk.Actor.StaffId, now);
            return clientId;
        });
    }

    private static PhoneNumber Read(string phone) =>
        PhoneNumber.TryRead(phone, out var number) ? number : throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。", nameof(PhoneWish.Phone));

    private Task<Guid> Change(Guid clientId, Action<Client, DateTimeOffset> change) => Change(async (db, now) =>
    {
        change(await db.Clients.SingleAsync(c => c.Id == clientId), now);
        return clientId;
    });

    private Task<Guid> Change(Func<OneStopDb, DateTimeOffset, Task<Guid>> change) => desk.Change(db => change(db, desk.Now));
}
