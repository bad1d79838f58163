using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>One press of a button: who pressed, in which talk, and the save within which it is answered.</summary>
public sealed record DialogueTurn(OneStopDb Db, Friend Friend, Conversation Conversation, DateTimeOffset Now)
{
    /// <summary>The client who pressed; null if they are none yet.</summary>
    public Task<Client?> Client() => Db.ClientOf(Friend);

    /// <summary>The client who pressed, born now if they are none yet.</summary>
    public Task<Client> Register() => Db.GetOrRegister(Friend, Now);

    /// <summary>Leaves it to a person, who finds this in the talk.</summary>
    public void LeaveToStaff(string what) => Db.Messages.Add(Conversation.AddWaitingEvent(what, Now));
}
