using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>One press of a button: the friend, the conversation, and the context of the save in which it is handled.</summary>
public sealed record DialogueTurn(OneStopDb Db, Friend Friend, Conversation Conversation, DateTimeOffset Now)
{
    /// <summary>Returns the client who pressed; null if the friend is no client yet.</summary>
    public Task<Client?> Client() => Db.ClientOf(Friend);

    /// <summary>Returns the client who pressed, and registers one if there is none.</summary>
    public Task<Client> Register() => Db.GetOrRegister(Friend, Now);

    /// <summary>Adds an event that makes the client wait for a person.</summary>
    public void LeaveToStaff(string what) => Db.Messages.Add(Conversation.AddWaitingEvent(what, Now));
}
