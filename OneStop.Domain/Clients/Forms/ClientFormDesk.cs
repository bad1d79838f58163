using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Forms;

/// <summary>How a page stands.</summary>
public enum ClientFormState
{
    /// <summary>Sent, too old, withdrawn, another device's, or never there: which, nobody is told.</summary>
    Closed,
    Open,

    /// <summary>Nothing may be kept before the client agrees, in the wording of now.</summary>
    LacksConsent,
}

/// <summary>What a device is shown.</summary>
/// <param name="Answers">What was typed on it so far.</param>
public sealed record ClientFormView(ClientFormState State, ClientAnswers Answers);

/// <summary>専用ページの窓口: whoever has the unguessable address fills its form in, on one device, once.</summary>
[DisplayName("利用者の専用ページ")]
public sealed class ClientFormDesk(DeskContext desk, LinkKeys keys, IEnumerable<IClientForm> forms, DangerWatch danger)
{
    /// <summary>How the page stands. It tells nothing of whose it is.</summary>
    /// <param name="device">The token that the device brought, if it has one.</param>
    [DisplayName("専用ページを開く")]
    [Allowed(Line = true)]
    public async Task<ClientFormView> Look(string key, string kind, string? device)
    {
        desk.MayDo<ClientFormDesk>();
        await using var db = await desk.Read();
        var link = await Find(db, key, kind);
        var state = await StateOf(db, link, device);
        return new(state, state == ClientFormState.Open ? link!.AnswersOf(device) : ClientAnswers.None);
    }

    /// <summary>Keeps what was typed so far.</summary>
    /// <returns>The token that the device is to bring from now on.</returns>
    /// <exception cref="RuleException">The page takes nothing any more.</exception>
    [DisplayName("専用ページの途中を受け取る")]
    [Allowed(Line = true)]
    public async Task<string> Keep(string key, string kind, string? device, ClientAnswers answers)
    {
        desk.MayDo<ClientFormDesk>();
        await Hear(key, kind, answers.Texts);
        var token = device ?? DeviceSeal.NewToken();
        await desk.Change(async db => (await Open(db, key, kind, device)).Keep(answers, token));
        return token;
    }

    /// <summary>Sends what was kept, and tells the talk that it was, without saying what.</summary>
    /// <exception cref="RuleException">The form cannot take it, or the page takes nothing any more.</exception>
    [DisplayName("専用ページを受け取る")]
    [Allowed(Line = true)]
    public async Task Submit(string key, string kind, string device)
    {
        desk.MayDo<ClientFormDesk>();
        await desk.Change(async db =>
        {
            var link = await Open(db, key, kind, device);
            var client = await db.Clients.SingleAsync(c => c.Id == link.ClientId);
            var conversation = await TalkOf(db, client.Id);
            forms.Single(f => f.Kind == link.Kind).Submit(link.AnswersOf(device), new(db, client, conversation, desk.Now));
            link.Submit(desk.Now);
        });
    }

    /// <summary>
    /// Before anything is refused: whoever writes of danger into a field, however it is filled in and on whatever device, is answered in the talk.
    /// </summary>
    private async Task Hear(string key, string kind, IReadOnlyCollection<string> texts)
    {
        if (!await danger.Finds([.. texts]))
            return;
        await desk.Change(async db =>
        {
            var conversation = await Find(db, key, kind) is { } link ? await TalkOf(db, link.ClientId) : null;
            if (conversation is not null)
                await danger.Hear(db, conversation.Friend, conversation, [.. texts], desk.Now);
        });
    }

    private async Task<ClientLink> Open(OneStopDb db, string key, string kind, string? device)
    {
        var link = await Find(db, key, kind);
        return await StateOf(db, link, device) switch
        {
            ClientFormState.LacksConsent => throw new RuleException("個人情報の取り扱いへの同意がないため、受け取れません。"),
            ClientFormState.Closed => throw new RuleException("このページは、すでに使われたか、期限が切れています。"),
            _ => link!,
        };
    }

    private async Task<ClientFormState> StateOf(OneStopDb db, ClientLink? link, string? device) =>
        link?.IsOpen(device, desk.Now) != true ? ClientFormState.Closed
        : await db.Consents.InForce(link.ClientId, forms.Single(f => f.Kind == link.Kind).Purpose).AnyAsync() ? ClientFormState.Open
        : ClientFormState.LacksConsent;

    private async Task<ClientLink?> Find(OneStopDb db, string key, string kind) =>
        keys.Read(key) is { } id ? await db.ClientLinks.SingleOrDefaultAsync(l => l.Id == id && l.Kind == kind) : null;

    private static Task<Conversation?> TalkOf(OneStopDb db, Guid clientId) =>
        db.Conversations.Include(c => c.Friend).SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId));
}
