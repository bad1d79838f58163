using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients;

/// <summary>連絡先ページの窓口: whoever has the unguessable address fills it in, once.</summary>
[DisplayName("連絡先ページ")]
public sealed class ContactFormDesk(DeskContext desk, LinkKeys keys, DangerWatch danger, OutgoingSignal outgoing)
{
    /// <summary>Can a form still be filled in? It tells nothing of whose it is.</summary>
    [DisplayName("連絡先ページを開く")]
    [Allowed(Line = true)]
    public async Task<ContactFormState> Look(string key)
    {
        desk.MayDo<ContactFormDesk>();
        await using var db = await desk.Read();
        return await StateOf(db, await Find(db, key), desk.Now);
    }

    /// <summary>Keeps what was filled in, and tells the talk that it was, without saying what.</summary>
    /// <param name="phone">Empty leaves it as it is.</param>
    /// <param name="name">What they wish to be called; empty leaves it as it is.</param>
    /// <exception cref="RuleException">The number or the name cannot be taken, neither was given, the form is closed, or consent was withdrawn.</exception>
    [DisplayName("連絡先を受け取る")]
    [Allowed(Line = true)]
    public async Task FillIn(string key, string? phone, string? name)
    {
        desk.MayDo<ContactFormDesk>();
        await Hear(key, phone, name);
        var wished = string.IsNullOrWhiteSpace(name) ? null : name;
        if (string.IsNullOrWhiteSpace(phone) && wished is null)
            throw new RuleException("電話番号か、お呼びする名前を入力してください。");
        PhoneNumber? number = null;
        if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryRead(phone, out number))
            throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。");
        var talk = await desk.Change(async db =>
        {
            var now = desk.Now;
            var form = await Find(db, key);
            var state = await StateOf(db, form, now);
            if (state == ContactFormState.LacksConsent)
                throw new RuleException("個人情報の取り扱いへの同意がないため、受け取れません。");
            if (form is null || state == ContactFormState.Closed)
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
                db.Messages.Add(conversation.AddEvent("連絡先が登録されました", now));
            return conversation?.Id;
        });
        if (talk is { } id)
            desk.Live.AnnounceConversation(id);
    }

    /// <summary>Before anything is refused: whoever writes of danger into a field, however it is filled in and in whatever form, is answered in the talk.</summary>
    private async Task Hear(string key, params string?[] texts)
    {
        if (!await danger.Finds(texts))
            return;
        var talk = await desk.Change(async db =>
        {
            var clientId = (await Find(db, key))?.ClientId;
            var conversation = await db.Conversations.Include(c => c.Friend).SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId));
            if (conversation is not null)
                await danger.Hear(db, conversation.Friend, conversation, texts, desk.Now);
            return conversation?.Id;
        });
        if (talk is not { } id)
            return;
        desk.Live.AnnounceConversation(id);
        outgoing.Raise();
    }

    private static async Task<ContactFormState> StateOf(OneStopDb db, ContactForm? form, DateTimeOffset now) => form?.IsOpen(now) != true ? ContactFormState.Closed
        : await db.Consents.InForce(form.ClientId, ConsentPurpose.Consultation).AnyAsync() ? ContactFormState.Open
        : ContactFormState.LacksConsent;

    private Task<ContactForm?> Find(OneStopDb db, string? key)
    {
        if (keys.Read(key) is { } id)
            return db.ContactForms.SingleOrDefaultAsync(f => f.Id == id);
        var digest = ContactForm.DigestOf(key ?? "");
        return db.ContactForms.SingleOrDefaultAsync(f => f.KeyDigest == digest);
    }
}
