using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>説明の窓口: explaining measures to a client, by a card in LINE or otherwise, and what came of it (仕様書 7(2)①(ク)).</summary>
[DisplayName("支援策の説明")]
public sealed class ExplanationDesk(DeskContext desk, IProgramGate programs)
{
    /// <summary>Returns what was explained to a client, and the measures on offer; null if there is no such client.</summary>
    [DisplayName("説明した支援策を見る")]
    [Allowed(Casework = true)]
    public async Task<ClientMeasures?> Of(Guid clientId)
    {
        desk.MayDo<ExplanationDesk>();
        await using var db = await desk.Read();
        return await db.Clients.AnyAsync(c => c.Id == clientId)
            ? desk.ShowOne(await db.MeasuresOf(clientId, desk.Actor.SeesSupport, programs, desk.Now)) : null;
    }

    /// <summary>Returns which of the four measures clients were told about, for a list of them.</summary>
    [DisplayName("4つの支援策の説明の済み・まだを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<FourToldRow>> ToldOf(IReadOnlyCollection<Guid> clients)
    {
        desk.MayDo<ExplanationDesk>();
        await using var db = await desk.Read();
        var told = await db.FourTold(clients);
        var talks = await db.Conversations.Where(t => db.Clients.Any(c => clients.Contains(c.Id) && c.FriendId == t.FriendId))
            .Select(t => new { Client = db.Clients.First(c => c.FriendId == t.FriendId).Id, t.Id }).ToDictionaryAsync(t => t.Client, t => t.Id);
        return desk.Show([.. told.Select(t => new FourToldRow(t.Key, talks.TryGetValue(t.Key, out var talk) ? talk : null, t.Value))]);
    }

    /// <summary>Returns the card that the client would get; nothing is saved.</summary>
    /// <exception cref="RuleException">No measure is chosen, one may not be sent, or the client cannot be reached in LINE.</exception>
    [DisplayName("支援策のカードを下見する")]
    [Allowed(Casework = true)]
    public async Task<MeasureCardPlan> Preview(Guid clientId, IReadOnlyCollection<Guid> measures)
    {
        desk.MayDo<ExplanationDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var talk = await db.MeasureTalk(clientId);
        var card = await db.MeasureCard(await db.Chosen(measures), now);
        return new(card, talk.Discretion is not null, talk.NoContact is { } hours && hours.Cover(now) ? hours.EndAfter(now) : null);
    }

    /// <summary>説明する: records that measures were explained, and sends their card if that is the way. Like an answer, the card is held for some
    /// seconds.</summary>
    /// <param name="key">The key of the form: a form that is saved twice explains and sends once.</param>
    /// <returns>The id of the act, for undoing by <see cref="TakeBack"/>.</returns>
    /// <exception cref="RuleException">No measure is chosen, one may not be sent, or the client cannot be reached in LINE.</exception>
    [DisplayName("支援策を説明する")]
    [Allowed(Casework = true)]
    public Task<Guid> Tell(Guid clientId, TellingWish wish, Guid? key = null)
    {
        desk.MayDo<ExplanationDesk>();
        var (me, now) = (desk.Actor.StaffId, desk.Now);
        return desk.Create(key, async db =>
        {
            await db.Clients.SingleAsync(c => c.Id == clientId);
            var chosen = await db.Chosen(wish.Measures);
            var card = wish.Way == ExplanationWay.Card
                ? db.SendCard(await db.MeasureTalk(clientId), await db.MeasureCard(chosen, now), me, now)
                : (Guid?)null;
            var telling = Guid.CreateVersion7(now);
            db.AddRange(chosen.Select(m => Explanation.Of(telling, clientId, m, wish.Way, wish.Response, card, me, now)));
            return telling;
        });
    }

    /// <summary>Undoes <see cref="Tell"/>; a card only before it has gone out.</summary>
    /// <exception cref="RuleException">The card has gone out.</exception>
    [DisplayName("支援策の説明を取り消す")]
    [Allowed(Casework = true)]
    public async Task TakeBack(Guid tellingId)
    {
        desk.MayDo<ExplanationDesk>();
        await desk.Change(async db =>
        {
            var rows = await db.Explanations.Where(e => e.TellingId == tellingId).ToListAsync();
            if (rows.Select(e => e.CardId).FirstOrDefault() is { } card)
                await db.TakeCardBack(card, desk.Now);
            db.RemoveRange(rows);
        });
    }

    /// <summary>直す: corrects day, way and response.</summary>
    /// <exception cref="RuleException">The day is missing or in the future, or a card's record would change.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("説明の記録を直す")]
    [Allowed(Casework = true)]
    public async Task Correct(Guid explanationId, Edit<ExplanationWish> edit)
    {
        desk.MayDo<ExplanationDesk>();
        await desk.Change(async db =>
        {
            var explanation = await db.Explanations.SingleAsync(e => e.Id == explanationId);
            explanation.Correct(db.Accept(edit, explanation, e => e.Wish), desk.Now);
        });
    }

    /// <summary>誤記として取り消す, and restoring it.</summary>
    [DisplayName("説明の記録を誤記にする・戻す")]
    [Allowed(Casework = true)]
    public async Task Annul(Guid explanationId, bool isAnnulled)
    {
        desk.MayDo<ExplanationDesk>();
        await desk.Change(async db =>
        {
            var explanation = await db.Explanations.SingleAsync(e => e.Id == explanationId);
            if (isAnnulled)
                explanation.Annul(desk.Actor.StaffId, desk.Now);
            else
                explanation.Restore();
        });
    }
}
