using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners.Cards;

/// <summary>What a client would get, before it is sent.</summary>
/// <param name="Asks">The card that asks first; null if none does.</param>
/// <param name="Card">The card that names the partner.</param>
/// <param name="IsBehindButton">連絡は控えめに: a notice with a button is sent in its place.</param>
/// <param name="Doubts">What speaks against sending it now, as sentences for staff.</param>
public sealed record PartnerCardPreview(CardContent? Asks, CardContent Card, bool IsBehindButton, IReadOnlyList<string> Doubts);

/// <summary>A card that waits to be sent.</summary>
/// <param name="OutgoingId">For taking it back within the hold (<see cref="AnswerDesk.TakeBack"/>).</param>
public sealed record SentPartnerCard(Guid Id, Guid OutgoingId);

/// <summary>What the page shows that names a partner.</summary>
/// <param name="Link">The address of the partner's own page; null if there is none.</param>
/// <param name="Until">Until when the page can be opened.</param>
public sealed record PartnerOnPage(string Name, IReadOnlyList<string> Lines, string Phone, Uri? Map, Uri? Link, DateTimeOffset Until);

/// <summary>窓口のカードの窓口: sends a partner's card to a person in LINE, with a preview (仕様書 7(2)①(ク)).</summary>
[DisplayName("窓口のカード")]
public sealed class PartnerCardDesk(DeskContext desk, LinkKeys keys)
{
    /// <summary>The part before the conversation's id of the topic that is announced when a card was sent or answered.</summary>
    public const string Topic = "partner-cards";

    /// <summary>The path of the page, before its key. It says nothing, like its title.</summary>
    public const string PagePath = "p/";

    /// <summary>Returns what the person would get; nothing is saved.</summary>
    /// <exception cref="RuleException">The partner has closed down or was never checked, or the person has blocked the account.</exception>
    [DisplayName("窓口のカードを下見する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<PartnerCardPreview> Preview(Guid conversationId, Guid partnerId)
    {
        desk.MayDo<PartnerCardDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == partnerId);
        var conversation = await db.Conversations.AsNoTracking().Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
        partner.RefuseUnlessChecked();
        conversation.RefuseIfBlocked();
        return new(partner.IsSensitive ? PartnerCardWords.Asking(Guid.Empty) : null, PartnerCardWords.Of(partner), conversation.Discretion is not null,
        [
            .. conversation.NoContact is { } hours && hours.Cover(now) ? [$"いまは、この方の連絡不可の時間帯です（{JapanTime.Say(hours.EndAfter(now))} まで）。"]
                : Array.Empty<string>(),
            .. partner.CheckDueAt <= now ? [$"この窓口は、{JapanTime.Say(partner.Check!.At.JapaneseDate)} から内容を確かめていません。"] : Array.Empty<string>(),
        ]);
    }

    /// <summary>Sends the card, or the question whether it may be sent. It can be taken back within the hold of answers.</summary>
    /// <param name="key">The key of the form: a form that is saved twice sends one card.</param>
    /// <exception cref="RuleException">The partner has closed down or was never checked, or the person has blocked the account.</exception>
    [DisplayName("窓口のカードを送る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<SentPartnerCard> Send(Guid conversationId, Guid partnerId, Guid? key = null)
    {
        desk.MayDo<PartnerCardDesk>();
        var id = await desk.Create(key, async db =>
        {
            var (me, now) = (desk.Actor.StaffId, desk.Now);
            var partner = await db.Partners.SingleAsync(p => p.Id == partnerId);
            var conversation = await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId);
            conversation.RefuseIfBlocked();
            var card = PartnerCard.Of(partner, conversationId, me, now);
            card.Carry(db.Answer(conversation, [Part.Of(card.AsksFirst ? PartnerCardWords.Asking(card.Id) : PartnerCardWords.Of(partner))], me, now,
                now + AnswerDesk.Hold));
            return db.PartnerCards.Add(card).Entity.Id;
        });
        await using var read = await desk.Read();
        return new(id, await read.PartnerCards.Where(c => c.Id == id)
            .Select(c => read.Messages.Where(m => m.Id == c.MessageId).Select(m => m.OutgoingId!.Value).Single()).SingleAsync());
    }

    /// <summary>Returns what the page shows; null if it is closed. It does not tell why, and opening it changes nothing.</summary>
    [DisplayName("窓口のページを開く")]
    [Allowed(Line = true)]
    public async Task<PartnerOnPage?> Look(string key)
    {
        desk.MayDo<PartnerCardDesk>();
        if (keys.Read(key) is not { } id)
            return null;
        await using var db = await desk.Read();
        if (await db.PartnerCards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } card || !card.IsPageOpen(desk.Now))
            return null;
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == card.PartnerId);
        return partner.Closing is not null ? null : new(partner.Name, [.. PartnerCardWords.Lines(partner)], partner.Phone, Address(partner.MapLink),
            Address(partner.WebAddress), card.Answer!.At + PartnerCard.PageOpenFor);
    }

    private static Uri? Address(string link) => link.Length > 0 ? new(link) : null;
}
