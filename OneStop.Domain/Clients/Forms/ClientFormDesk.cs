using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Forms;

/// <summary>The state of a page.</summary>
public enum ClientFormState
{
    /// <summary>Sent, expired, withdrawn, used on another device, or not existing; the page does not tell which.</summary>
    Closed,
    Open,

    /// <summary>The client has not consented in the present wording, so nothing may be stored.</summary>
    LacksConsent,
}

/// <summary>What the page shows on a device.</summary>
/// <param name="Answers">What was typed on this device so far.</param>
/// <param name="IsSubmitted">Whether it was submitted on this device.</param>
public sealed record ClientFormView(ClientFormState State, ClientAnswers Answers, bool IsSubmitted = false);

/// <summary>What was kept.</summary>
/// <param name="Device">The token that the device has to send from now on.</param>
/// <param name="IsDanger">Whether there were words of danger: the page shows whom to call.</param>
public sealed record KeptForm(string Device, bool IsDanger);

/// <summary>専用ページの窓口: whoever has the unguessable address fills in its form, on one device, once.</summary>
[DisplayName("利用者の専用ページ")]
public sealed class ClientFormDesk(DeskContext desk, LinkKeys keys, IEnumerable<IClientForm> forms, DangerWatch danger)
{
    /// <summary>Returns the state of the page. It does not reveal whose page it is.</summary>
    /// <param name="device">The device's token; null if it has none.</param>
    [DisplayName("専用ページを開く")]
    [Allowed(Line = true)]
    public async Task<ClientFormView> Look(string key, string kind, string? device)
    {
        desk.MayDo<ClientFormDesk>();
        await using var db = await desk.Read();
        var link = await Find(db, key, kind);
        var state = await StateOf(db, link, device);
        return new(state, state == ClientFormState.Open ? link!.AnswersOf(device) : ClientAnswers.None, link?.IsSubmittedBy(device) == true);
    }

    /// <summary>Saves what was typed so far.</summary>
    /// <exception cref="RuleException">The page is closed, or the consent is missing.</exception>
    /// <exception cref="RefusedInDangerException">The same, and there were words of danger.</exception>
    [DisplayName("専用ページの途中を受け取る")]
    [Allowed(Line = true)]
    public async Task<KeptForm> Keep(string key, string kind, string? device, ClientAnswers answers)
    {
        desk.MayDo<ClientFormDesk>();
        var isDanger = await Hear(key, kind, answers.Texts);
        var token = device ?? DeviceSeal.NewToken();
        try
        {
            await desk.Change(async db =>
            {
                var link = await Open(db, key, kind, device);
                link.Keep(await FormOf(link).Keep(link.AnswersOf(device), answers, await TurnOf(db, link)), token);
            });
        }
        catch (RuleException refusal) when (isDanger)
        {
            throw new RefusedInDangerException(refusal);
        }
        return new(token, isDanger);
    }

    /// <summary>
    /// Submits what was saved. The conversation shows that the form was sent, but not what it contains. Submitted on this device before, it stays so: the
    /// button was pressed twice, or the answer to the first press got lost on the way.
    /// </summary>
    /// <exception cref="RuleException">The form rejects the answers, the page is closed, or the consent is missing.</exception>
    [DisplayName("専用ページを受け取る")]
    [Allowed(Line = true)]
    public async Task Submit(string key, string kind, string device)
    {
        desk.MayDo<ClientFormDesk>();
        await desk.Change(async db =>
        {
            if ((await Find(db, key, kind))?.IsSubmittedBy(device) == true)
                return;
            var link = await Open(db, key, kind, device);
            await FormOf(link).Submit(link.AnswersOf(device), await TurnOf(db, link));
            link.Submit(desk.Now);
        });
    }

    /// <summary>
    /// Answers danger words in any field with a message in the conversation. Runs before every check, so also for incomplete input and on any device.
    /// </summary>
    /// <returns>Whether there was a danger word.</returns>
    private async Task<bool> Hear(string key, string kind, IReadOnlyCollection<string> texts)
    {
        if (!await danger.Finds([.. texts]))
            return false;
        await desk.Change(async db =>
        {
            if (await Find(db, key, kind) is not { } link)
                return;
            if (await TalkOf(db, link.ClientId) is { } conversation)
                await danger.Hear(db, conversation.Friend, conversation, [.. texts], desk.Now);
            else
                await FormOf(link).MeetDanger(link, db, desk.Now);
        });
        return true;
    }

    private IClientForm FormOf(ClientLink link) => forms.Single(f => f.Kind == link.Kind);

    private async Task<FormTurn> TurnOf(OneStopDb db, ClientLink link) =>
        new(db, link, await db.Clients.SingleAsync(c => c.Id == link.ClientId), await TalkOf(db, link.ClientId), desk.Now);

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
        : await db.Consents.InForce(link.ClientId, FormOf(link).Purpose, desk.Now.JapaneseDate).AnyAsync() ? ClientFormState.Open
        : ClientFormState.LacksConsent;

    private async Task<ClientLink?> Find(OneStopDb db, string key, string kind) =>
        keys.Read(key) is { } id ? await db.ClientLinks.SingleOrDefaultAsync(l => l.Id == id && l.Kind == kind) : null;

    private static Task<Conversation?> TalkOf(OneStopDb db, Guid clientId) =>
        db.Conversations.Include(c => c.Friend).SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId));
}
