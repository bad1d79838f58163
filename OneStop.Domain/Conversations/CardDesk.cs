using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>
/// 人の情報の窓口: what staff keeps about a person beside the conversation. Each change is in the audit trail; undoing one is the reverse change.
/// </summary>
[DisplayName("人の情報")]
public sealed class CardDesk(DeskContext desk)
{
    /// <summary>呼び名: sets what the person wishes to be called; empty deletes it.</summary>
    /// <exception cref="RuleException">The name is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague, or the person in the contact form, has set another one meanwhile.</exception>
    [DisplayName("呼び名を書く")]
    [Allowed(Casework = true)]
    public async Task CallAs(Guid conversationId, Edit<NameWish> edit)
    {
        desk.MayDo<CardDesk>();
        await desk.Change(async db =>
        {
            var friend = (await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId)).Friend;
            friend.CallAs(db.Accept(edit, friend, f => new NameWish(f.CalledAs ?? "")).Name);
            db.Announce(ConversationTopics.One, conversationId); // the friend's row does not say in which conversation the name is shown
        });
    }

    /// <summary>要注意: sets the mark with its reason; an empty reason removes it.</summary>
    /// <exception cref="RuleException">The reason is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has set or removed it meanwhile.</exception>
    [DisplayName("要注意の印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task SetCaution(Guid conversationId, Edit<MarkWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => MarkWish.Of(c.Caution), (c, wish) => c.SetCaution(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>連絡は控えめに: answers are announced by a notice with a button. An empty reason removes the mark.</summary>
    /// <inheritdoc cref="SetCaution" path="/exception"/>
    [DisplayName("連絡は控えめにの印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task BeDiscreet(Guid conversationId, Edit<MarkWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => MarkWish.Of(c.Discretion), (c, wish) => c.BeDiscreet(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>連絡不可の時間帯: sets the hours; empty times remove them.</summary>
    /// <exception cref="RuleException">Begin and end are equal, or one of them is missing.</exception>
    /// <exception cref="ConflictException{T}">A colleague has set other hours meanwhile.</exception>
    [DisplayName("連絡不可の時間帯を決める")]
    [Allowed(Casework = true)]
    public async Task KeepAway(Guid conversationId, Edit<NoContactWish> edit)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, edit, c => NoContactWish.Of(c.NoContact), (c, wish) => c.KeepAway(wish.By(desk.Actor.StaffId, desk.Now)));
    }

    /// <summary>Sets the memo about the person.</summary>
    /// <exception cref="RuleException">The memo is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile; their text is not overwritten unseen.</exception>
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
