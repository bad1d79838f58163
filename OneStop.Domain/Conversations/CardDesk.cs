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
    [DisplayName("呼び名を書く")]
    [Allowed(Casework = true)]
    public async Task CallAs(Guid conversationId, string? name)
    {
        desk.MayDo<CardDesk>();
        await desk.Change(async db =>
        {
            (await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == conversationId)).Friend.CallAs(name);
            db.Announce(ConversationTopics.One, conversationId); // the name is the friend's, whose row does not say in which talk it is shown
        });
    }

    /// <summary>要注意, with its reason; null takes it away.</summary>
    /// <exception cref="RuleException">No reason, or too long.</exception>
    [DisplayName("要注意の印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task SetCaution(Guid conversationId, string? reason)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, (c, me, now) => c.SetCaution(reason is null ? null : new(now, me, Checked(reason))));
    }

    /// <summary>連絡は控えめに: answers go out as a notice with a button; null takes it away.</summary>
    /// <exception cref="RuleException">No reason, or too long.</exception>
    [DisplayName("連絡は控えめにの印をつける・外す")]
    [Allowed(Casework = true)]
    public async Task BeDiscreet(Guid conversationId, string? reason)
    {
        desk.MayDo<CardDesk>();
        await Change(conversationId, (c, me, now) => c.BeDiscreet(reason is null ? null : new(now, me, Checked(reason))));
    }

    /// <summary>連絡不可の時間帯; null takes it away.</summary>
    /// <exception cref="RuleException">It begins when it ends.</exception>
    [DisplayName("連絡不可の時間帯を決める")]
    [Allowed(Casework = true)]
    public async Task KeepAway(Guid conversationId, TimeOnly? from, TimeOnly? until)
    {
        desk.MayDo<CardDesk>();
        if (from is not null && from == until)
            throw new RuleException("始まりと終わりに、ちがう時刻を入れてください。");
        await Change(conversationId, (c, me, now) => c.KeepAway(from is { } begin && until is { } end ? new(now, me, begin, end) : null));
    }

    /// <summary>Writes the memo about the person.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague wrote in between: nobody writes over their words unseen.</exception>
    [DisplayName("メモを書く")]
    [Allowed(Casework = true)]
    public async Task Remember(Guid conversationId, Edit<MemoWish> edit)
    {
        desk.MayDo<CardDesk>();
        await desk.Change(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId);
            conversation.Remember(db.Accept(edit, conversation, c => new MemoWish(c.Memo?.Text ?? "")).Text, desk.Actor.StaffId, desk.Now);
        });
    }

    private Task Change(Guid conversationId, Action<Conversation, Guid, DateTimeOffset> change) =>
        desk.Change(async db => change(await db.Conversations.SingleAsync(c => c.Id == conversationId), desk.Actor.StaffId, desk.Now));

    private static string Checked(string reason) => reason.Trim() switch
    {
        "" => throw new RuleException("理由を入力してください。"),
        { Length: > Mark.LongestReason } => throw new RuleException($"理由は{Mark.LongestReason}文字までです。"),
        var trimmed => trimmed,
    };
}
