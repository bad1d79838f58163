using System.ComponentModel;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Inbox;

/// <summary>居合わせの窓口: a screen tells that its user has a conversation open or writes in it, and asks who else does. Nothing is stored.</summary>
[DisplayName("居合わせ")]
public sealed class PresenceDesk(DeskContext desk, Presence presence)
{
    /// <summary>Registers that I have the conversation open, until the result is disposed.</summary>
    [DisplayName("会話を開いていることを知らせる")]
    [Allowed(Casework = true)]
    public Task<IDisposable> Enter(Guid conversationId)
    {
        desk.MayDo<PresenceDesk>();
        return Task.FromResult(presence.Enter(conversationId, desk.Actor.StaffId, desk.Actor.Name));
    }

    /// <summary>Records that I am writing an answer, or have emptied the draft.</summary>
    [DisplayName("返信を書いていることを知らせる")]
    [Allowed(Casework = true)]
    public Task Write(Guid conversationId, bool isWriting)
    {
        desk.MayDo<PresenceDesk>();
        presence.Write(conversationId, desk.Actor.StaffId, isWriting);
        return Task.CompletedTask;
    }

    /// <summary>Returns the colleagues who have the conversation open too.</summary>
    [DisplayName("会話を開いている人を見る")]
    [Allowed(Casework = true)]
    public Task<IReadOnlyList<PresentColleague>> Others(Guid conversationId)
    {
        desk.MayDo<PresenceDesk>();
        return Task.FromResult(presence.Others(conversationId, desk.Actor.StaffId));
    }
}
