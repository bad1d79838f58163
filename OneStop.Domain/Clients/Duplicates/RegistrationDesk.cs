using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Duplicates;

/// <summary>A client who may be the person to be registered.</summary>
public sealed record PossibleDuplicate(ClientRow Client, DuplicateReason Reason) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ((IShowsPerson)Client).Shown;
}

/// <summary>登録の窓口: clients are searched for before they are created, so that nobody is registered twice.</summary>
[DisplayName("利用者の登録")]
public sealed class RegistrationDesk(DeskContext desk, AuditKey key)
{
    /// <summary>Returns clients who may be the person, the strongest reason first. Recorded as a search.</summary>
    /// <exception cref="RuleException">Nothing is given by which somebody could be found, or a field is not possible.</exception>
    [DisplayName("登録の前に、同じ人をさがす")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<PossibleDuplicate>> Alike(NewClientWish wish)
    {
        desk.MayDo<RegistrationDesk>();
        var sought = wish.Checked(desk.Now.JapaneseDate);
        var words = string.Join(' ', new[] { sought.FullName, sought.Name, sought.Kana, sought.Phone, $"{sought.BirthDate:yyyy-MM-dd}" }.Where(w => w.Length > 0));
        if (words.Length < PersonTraits.FewestCharacters)
            throw new RuleException("名前、よみ、電話番号、生年月日のどれかを、2文字以上入力してください。", nameof(NewClientWish.FullName));
        await using var db = await desk.Read();
        await db.RecordSearch(nameof(Client), words, key, desk.Now);
        await db.SaveChangesAsync();
        return await Shown(db, await db.Alike(PersonTraits.Of(sought)));
    }

    /// <summary>Returns clients who may be the person of a conversation, by the name that the person gave. Empty for somebody who is a client already.</summary>
    [DisplayName("トークの人と同じ人をさがす")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<PossibleDuplicate>> AlikeIn(Guid conversationId)
    {
        desk.MayDo<RegistrationDesk>();
        await using var db = await desk.Read();
        var name = await db.Conversations.Where(t => t.Id == conversationId && !db.Clients.Any(c => c.FriendId == t.FriendId))
            .Select(t => t.Friend.CalledAs).SingleOrDefaultAsync();
        return name is null ? [] : await Shown(db, await db.Alike(new(PersonTraits.Known(name), "", [], null)));
    }

    /// <summary>Registers a person who came by telephone or in person, or the person of a conversation.</summary>
    /// <param name="formKey">The key of the form: a form that is saved twice creates one client.</param>
    /// <exception cref="RuleException">No name is given for a person without a conversation, or a field is not possible.</exception>
    [DisplayName("利用者を登録する")]
    [Allowed(Casework = true)]
    public Task<Guid> Register(NewClientWish wish, Guid? conversationId = null, Guid? formKey = null)
    {
        desk.MayDo<RegistrationDesk>();
        var known = wish.Checked(desk.Now.JapaneseDate);
        if (conversationId is null && known.FullName.Length == 0 && known.Name.Length == 0)
            throw new RuleException("氏名か呼び名を入力してください。", nameof(NewClientWish.FullName));
        return desk.Create(formKey, async db =>
        {
            var talk = conversationId is { } id ? await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == id) : null;
            var client = talk is null ? await db.Register(null, desk.Actor.StaffId, desk.Now)
                : await db.GetOrRegister(talk.Friend, desk.Now, desk.Actor.StaffId);
            client.Arrive(talk is null ? known.Arrival : Arrival.Line);
            if (known.Identity != new IdentityFacts())
                client.Identify(known.Identity, desk.Now);
            if (talk is null && known.Name.Length > 0)
                client.CallAs(known.Name);
            if (PhoneNumber.TryRead(known.Phone, out var phone))
                client.CallAt(phone);
            return client.Id;
        });
    }

    private async Task<IReadOnlyList<PossibleDuplicate>> Shown(OneStopDb db, IReadOnlyList<(Guid Id, DuplicateReason Reason)> found)
    {
        var ids = found.Select(f => f.Id).ToList();
        var rows = await db.Clients.Where(c => ids.Contains(c.Id)).ToRows(db).ToDictionaryAsync(r => r.Id);
        return desk.Show<PossibleDuplicate>([.. found.Select(f => new PossibleDuplicate(rows[f.Id], f.Reason))]);
    }
}
