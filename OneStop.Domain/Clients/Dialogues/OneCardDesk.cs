using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>An approval as a row on screen.</summary>
/// <param name="EnteredBy">The name of the member of staff who entered it; <paramref name="EndedBy"/> likewise.</param>
/// <param name="EndedAt">Null if it was not ended.</param>
/// <param name="Holds">Whether it was not ended and is for the present words.</param>
public sealed record OneCardRow(Guid Id, string Number, DateOnly ApprovedOn, string ApprovedBy, string EnteredBy, DateTimeOffset EnteredAt,
    string? EndedBy, DateTimeOffset? EndedAt, bool Holds);

/// <summary>The letter by which the City approved.</summary>
/// <param name="Number">文書番号</param>
/// <param name="On">承認日</param>
/// <param name="By">承認者の職・氏名</param>
public sealed record OneCardWish(string Number, DateOnly? On, string By);

/// <summary>はじめのカードの窓口: the City's approval to ask for eligibility and consent on one card. Off until it is entered.</summary>
[DisplayName("はじめのカード")]
public sealed class OneCardDesk(DeskContext desk)
{
    /// <summary>Returns all approvals, the newest first; at most the first one is valid.</summary>
    [DisplayName("はじめのカードの承認を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<OneCardRow>> List()
    {
        desk.MayDo<OneCardDesk>();
        await using var db = await desk.Read();
        var names = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
        var approvals = await db.Approvals.AsNoTracking().Where(a => a.Kind == OneCard.Kind && a.Decision != null)
            .OrderByDescending(a => a.Number).ToListAsync();
        return [.. approvals.Select(a => new OneCardRow(a.Id, a.Decision!.Number!, a.Decision.On!.Value, a.Decision.By!, names[a.AskedBy], a.AskedAt,
            a.Withdrawal is { } end ? names[end.StaffId] : null, a.Withdrawal?.At, a.State == ApprovalState.Granted && a.Digest == OneCard.Digest))];
    }

    /// <summary>始める: new clients get the one card from now on.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one approval.</param>
    /// <exception cref="RuleException">A part of the letter is missing, or a valid approval exists already.</exception>
    [DisplayName("はじめのカードを1枚にする")]
    [Allowed(Duty.Manager)]
    public async Task<Guid> Begin(OneCardWish wish, Guid? key = null)
    {
        desk.MayDo<OneCardDesk>();
        var now = desk.Now;
        var letter = ApprovalLetter.Of(wish.Number, wish.On ?? default, wish.By, now.JapaneseDate);
        return await desk.Create(key, async db =>
        {
            if (await db.AsksOnOneCard(now))
                throw new RuleException("承認は、すでに入っています。入れ直すときは、先に「やめる」を押してください。");
            var last = await db.Approvals.Where(a => a.Kind == OneCard.Kind).MaxAsync(a => (int?)a.Number) ?? 0;
            var approval = Approval.Enter(new(OneCard.Kind, last + 1, "はじめのカード", Duty.City, OneCard.Digest), letter, desk.Actor.StaffId, now);
            db.Approvals.Add(approval);
            return approval.Id;
        });
    }

    /// <summary>やめる: the questions are asked one after the other again. Answers given on the card stay valid.</summary>
    [DisplayName("はじめのカードを2枚に戻す")]
    [Allowed(Duty.Manager)]
    public async Task End(Guid approvalId)
    {
        desk.MayDo<OneCardDesk>();
        await desk.Change(async db => (await db.Approvals.SingleAsync(a => a.Id == approvalId && a.Kind == OneCard.Kind)).End(desk.Actor.StaffId, desk.Now));
    }
}
