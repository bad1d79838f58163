using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Erasures;

/// <summary>消去の窓口: a manager examines the wish of a person, a second one approves, and what is carried out cannot be taken back.</summary>
[DisplayName("消去")]
public sealed partial class ErasureDesk(DeskContext desk)
{
    /// <summary>Announced when a wish for erasure has changed, or its deletion goes on.</summary>
    public const string Topic = "erasures";

    /// <summary>受け付ける: enters the wish of a client, or corrects what was entered.</summary>
    /// <exception cref="RuleException">Something is missing, or the client has no open wish to correct any more.</exception>
    [DisplayName("消去の依頼を受け付ける")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Take(Guid clientId, Guid? id, Edit<ErasureWish> edit)
    {
        desk.MayDo<ErasureDesk>();
        return id is null ? desk.Create(edit.Key, async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            if (client.MergedIntoId is not null || client.ErasedAt is not null || await db.Erasures.AnyAsync(e => e.ClientId == clientId && e.ClosedAt == null))
                throw new RuleException("この利用者の消去の依頼は、すでに受け付けています。画面を開き直してください。");
            client.AskErasure(JapanTime.At(edit.Wish.AskedOn ?? desk.Now.JapaneseDate, TimeOnly.MinValue));
            return db.Add(Erasure.Take(await db.NextNumber<Erasure>(nameof(Erasure.Number)), clientId, edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id;
        }) : Change(id.Value, (db, erasure) => erasure.Correct(db.Accept(edit, erasure, e => e.Wish), desk.Now));
    }

    /// <summary>Tells the person in LINE, once, that it has begun, in words that say nothing to others who see the telephone.</summary>
    /// <returns>Whether they are told; not without a conversation that can be reached.</returns>
    [DisplayName("消去の手続きを本人に知らせる")]
    [Allowed(Duty.Manager)]
    public Task<bool> Tell(Guid id)
    {
        desk.MayDo<ErasureDesk>();
        return desk.Change(async db =>
        {
            var erasure = await Open(db, id);
            if (erasure.ToldAt is not null)
                return true; // pressed twice, or by a colleague at the same time
            if (await db.TalkOf(erasure.ClientId) is not { } talk)
                return false;
            erasure.Tell(desk.Now);
            db.Tell(talk, Notice, desk.Now);
            return true;
        });
    }

    /// <summary>The message of <see cref="Tell"/>.</summary>
    public static CardContent Notice { get; } = new("お知らせがあります", "お手続きをはじめました",
        "ご依頼のお手続きをはじめました。終わると、こちらには何も残りません。\n\nやめたいときや、聞きたいことがあるときは、このトークでお知らせください。", []);

    /// <summary>Records the answer that nothing, or only a part, is deleted, with the reason as the person was told.</summary>
    /// <exception cref="RuleException">The reason is missing.</exception>
    [DisplayName("消去の依頼を断る・一部に応じる")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Refuse(Guid id, Edit<AnswerWish> edit)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) =>
        {
            erasure.Refuse(edit.Wish.IsPartly ?? throw new RuleException("答えを選んでください。", nameof(AnswerWish.IsPartly)), edit.Wish.Words, desk.Actor.StaffId, desk.Now);
            (await db.Clients.SingleAsync(c => c.Id == erasure.ClientId)).TakeErasureBack();
        });
    }

    /// <summary>取り下げ: the person does not wish it any more.</summary>
    [DisplayName("消去の依頼の取り下げを記録する")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Withdraw(Guid id)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) =>
        {
            erasure.Withdraw(desk.Actor.StaffId, desk.Now);
            (await db.Clients.SingleAsync(c => c.Id == erasure.ClientId)).TakeErasureBack();
        });
    }

    /// <summary>Undoes <see cref="Withdraw"/>: the wish is being examined again. An approval does not come back.</summary>
    /// <exception cref="RuleException">It was not withdrawn, or another wish was received meanwhile.</exception>
    [DisplayName("消去の依頼の取り下げを取り消す")]
    [Allowed(Duty.Manager)]
    public Task<Guid> BringBack(Guid id)
    {
        desk.MayDo<ErasureDesk>();
        return Change(id, async (db, erasure) =>
        {
            if (await db.Erasures.AnyAsync(e => e.ClientId == erasure.ClientId && e.ClosedAt == null))
                throw new RuleException("この利用者の消去の依頼は、もう別に受け付けています。画面を開き直してください。");
            erasure.BringBack();
            (await db.Clients.SingleAsync(c => c.Id == erasure.ClientId)).AskErasure(JapanTime.At(erasure.AskedOn, TimeOnly.MinValue));
        });
    }

    private Task<Guid> Change(Guid id, Action<OneStopDb, Erasure> change) => Change(id, (db, erasure) =>
    {
        change(db, erasure);
        return Task.CompletedTask;
    });

    private Task<Guid> Change(Guid id, Func<OneStopDb, Erasure, Task> change) => desk.Change(async db =>
    {
        var erasure = await Open(db, id);
        await change(db, erasure);
        db.Announce(Topic, default); // a decision changes the row of the approval alone
        db.Announce(CasePerson.Topic, erasure.ClientId);
        return id;
    });

    private static Task<Erasure> Open(OneStopDb db, Guid id) => db.Erasures.Include(e => e.Approval).SingleAsync(e => e.Id == id);
}
