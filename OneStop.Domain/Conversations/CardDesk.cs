using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>人の情報の窓口: what colleagues know of a person beside the talk. Each change is in the audit trail; undoing one is the change back.</summary>
[DisplayName("人の情報")]
public sealed class CardDesk(DeskContext desk)
{
    /// <summary>呼び名: how the person asked to be called; empty forgets it.</summary>
    /// <exception cref="RuleException">Too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague, or the person in a form of their own, wrote another one in between.</exception>
    [DisplayName("呼び名を書く")]
    [Allowed(Casework = true)]
    public async Task CallAs(Guid conversationId, Edit<NameWish> edit)
    {
        desk.MayDo<CardDesk>();
        await desk.Change(async db =>
        {
            var friend = (await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId)).Friend;
            friend.CallAs(db.Accept(edit, friend, f => new NameWish(f.CalledAs ?? "")).Name);
            db.Announce(ConversationTopics.One, conversationId); // the name is the friend's, whose row does not say in which talk it is shown
        });
    }

    /// <summary>要注意, with its reason; an empty one takes it away.</summary>
    /// <exception cref="RuleException">The reason is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague set or took it away in between.</exception>
    [DisplayName("要注意の印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task SetCaution(Guid conversationId, Edit<MarkWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => MarkWish.Of(c.Caution), (c, wish) => c.SetCaution(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>連絡は控えめに: answers go out as a notice with a button; an empty reason takes it away.</summary>
    /// <inheritdoc cref="SetCaution" path="/exception"/>
    [DisplayName("連絡は控えめにの印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task BeDiscreet(Guid conversationId, Edit<MarkWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => MarkWish.Of(c.Discretion), (c, wish) => c.BeDiscreet(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>連絡不可の時間帯; no times take it away.</summary>
    /// <exception cref="RuleException">It begins when it ends, or one of the two is missing.</exception>
    /// <exception cref="ConflictException{T}">A colleague set other hours in between.</exception>
    [DisplayName("連絡不可の時間帯を決める")]
    [Allowed(Casework = true)]
    public async Task KeepAway(Guid conversationId, Edit<NoContactWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => NoContactWish.Of(c.NoContact), (c, wish) => c.KeepAway(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>Writes the memo about the person.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague wrote in between: nobody writes over their words unseen.</exception>
    [DisplayName("メモを書く")]
    [Allowed(Casework = true)]
    public async Task Remember(Guid conversationId, Edit<MemoWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => new(c.Memo?.Text ?? ""), (c, wish) => c.Remember(wish.Text, desk.Actor.StaffId, desk.Now));
    }

    private Task Change<T>(Guid conversationId, Edit<T> edit, Func<Conversation, T> now, Action<Conversation, T> change) where T : class,
        IEquatable<T> => desk.Change(async db =>
    {
        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId);
        change(conversation, db.Accept(edit, conversation, now));
    });
}
