using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Consents;

/// <summary>How a page that asks for a consent stands.</summary>
public enum ConsentPageState
{
    /// <summary>Expired, withdrawn by staff, or not existing; the page does not tell which.</summary>
    Closed,
    Open,

    /// <summary>It was answered; the page does not tell how.</summary>
    Answered,

    /// <summary>The consent was given already in another way, in the present wording.</summary>
    AlreadyGiven,
}

/// <summary>What the page shows.</summary>
/// <param name="Purpose">The purpose in its present wording; null if the page is not open.</param>
/// <param name="Until">Until when it is open.</param>
public sealed record ConsentScreen(ConsentPageState State, ConsentPurpose? Purpose = null, DateTimeOffset Until = default);

/// <summary>同意のページの窓口: what the client's page shows, and the answer.</summary>
[DisplayName("同意をたずねるページ")]
public sealed class ConsentPageDesk(DeskContext desk, LinkKeys keys, IEnumerable<ConsentPurpose> purposes)
{
    /// <summary>Returns what the page shows. It does not reveal whose page it is, and opening it changes nothing.</summary>
    [DisplayName("同意をたずねるページを開く")]
    [Allowed(Line = true)]
    public async Task<ConsentScreen> Look(string key)
    {
        desk.MayDo<ConsentPageDesk>();
        await using var db = await desk.Read();
        var link = await Find(db, key);
        var state = await StateOf(db, link);
        return state == ConsentPageState.Open ? new(state, PurposeOf(link!), link!.ExpiresAt) : new(state);
    }

    /// <summary>
    /// 同意します, 同意しません: records the consent, or that it was declined, which changes nothing else. The page is used up. The conversation shows that
    /// there was an answer, but not which.
    /// </summary>
    /// <param name="digest">The digest of the wording that the client has read.</param>
    /// <returns>False if nothing was taken, because the page is not open or shows another wording by now.</returns>
    [DisplayName("同意をたずねるページの答えを受け取る")]
    [Allowed(Line = true)]
    public Task<bool> Answer(string key, string digest, bool agrees)
    {
        desk.MayDo<ConsentPageDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // of two answers at once, or an answer and a consent that staff record, the second finds the first
            var link = await Find(db, key);
            if (await StateOf(db, link) != ConsentPageState.Open || PurposeOf(link!) is not { } purpose || purpose.WordingDigest != digest)
                return false;
            if (agrees)
                await db.Give(purpose, link!.ClientId, null, desk.Now, new(ConsentWay.Page));
            link!.Answer(agrees, desk.Now);
            if (await db.Conversations.SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == link.ClientId && k.FriendId == c.FriendId)) is { } talk)
                db.Messages.Add(talk.AddEvent("同意をたずねるページに、答えが届きました", desk.Now));
            return true;
        });
    }

    private async Task<ConsentPageState> StateOf(OneStopDb db, ClientLink? link) =>
        link is null || PurposeOf(link) is not { } purpose || link.WithdrawnAt is not null || desk.Now >= link.ExpiresAt ? ConsentPageState.Closed
        : link.SubmittedAt is not null ? ConsentPageState.Answered
        : await db.Consents.InForce(link.ClientId, purpose, desk.Now.JapaneseDate).AnyAsync() ? ConsentPageState.AlreadyGiven
        : ConsentPageState.Open;

    private ConsentPurpose? PurposeOf(ClientLink link) => purposes.FirstOrDefault(p => p.Code == link.Purpose && !p.HasObject);

    private async Task<ClientLink?> Find(OneStopDb db, string key) =>
        keys.Read(key) is { } id ? await db.ClientLinks.SingleOrDefaultAsync(l => l.Id == id && l.Kind == ConsentLinks.Kind) : null;
}
