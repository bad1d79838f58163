using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients;

/// <summary>連絡先ページの窓口: whoever has the unguessable address fills it in, once.</summary>
[DisplayName("連絡先ページ")]
public sealed class ContactFormDesk(Actor actor, IDbContextFactory<OneStopDb> dbs, LiveUpdates live, TimeProvider clock)
{
    /// <summary>Can a form still be filled in? It tells nothing of whose it is.</summary>
    [DisplayName("連絡先ページを開く")]
    [Allowed(Line = true)]
    public async Task<bool> IsOpen(string key)
    {
        actor.MayDo<ContactFormDesk>();
        await using var db = await dbs.CreateDbContextAsync();
        return await Find(db, key) is { } form && form.IsOpen(clock.GetUtcNow());
    }

    /// <summary>Keeps what was filled in, and tells the talk that it was, without saying what.</summary>
    /// <param name="phone">Empty leaves it as it is.</param>
    /// <param name="name">What they wish to be called; empty leaves it as it is.</param>
    /// <exception cref="RuleException">The number or the name cannot be taken, neither was given, or the form is closed.</exception>
    [DisplayName("連絡先を受け取る")]
    [Allowed(Line = true)]
    public async Task FillIn(string key, string? phone, string? name)
    {
        actor.MayDo<ContactFormDesk>();
        var wished = string.IsNullOrWhiteSpace(name) ? null : name;
        if (string.IsNullOrWhiteSpace(phone) && wished is null)
            throw new RuleException("電話番号か、お呼びする名前を入力してください。");
        PhoneNumber? number = null;
        if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryRead(phone, out number))
            throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。");
        var talk = await dbs.Change(async db =>
        {
            var now = clock.GetUtcNow();
            if (await Find(db, key) is not { } form || !form.IsOpen(now))
                throw new RuleException("このページは、すでに使われたか、期限が切れています。");
            var client = await db.Clients.SingleAsync(c => c.Id == form.ClientId);
            form.Use(now);
            if (number is not null)
                client.CallAt(number);
            var conversation = await db.Conversations.Include(c => c.Friend).SingleOrDefaultAsync(c => c.FriendId == client.FriendId);
            if (conversation is null && wished is not null)
                client.CallAs(wished);
            if (conversation is not null && wished is not null)
                conversation.Friend.CallAs(wished);
            if (conversation is not null)
                db.Messages.Add(conversation.Happen("連絡先が登録されました", now));
            return conversation?.Id;
        });
        if (talk is { } id)
            live.AnnounceConversation(id);
    }

    private static Task<ContactForm?> Find(OneStopDb db, string? key)
    {
        var digest = ContactForm.DigestOf(key ?? "");
        return db.ContactForms.SingleOrDefaultAsync(f => f.KeyDigest == digest);
    }
}
