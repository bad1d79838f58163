namespace OneStop.Domain.Safeguards;

/// <summary>A row that shows somebody who is being supported, by name or by their words: who has it on the screen has seen that person.</summary>
public interface IShowsPerson
{
    /// <summary>Whom it shows.</summary>
    ShownPerson Shown { get; }
}

/// <summary>A person as the trail names them: by the talk in LINE where there is one, which is what is opened, else as the client.</summary>
public readonly record struct ShownPerson(string Subject, Guid Id)
{
    /// <summary>The person of a talk.</summary>
    public static ShownPerson Of(Guid conversationId) => new(nameof(Conversations.Conversation), conversationId);

    /// <summary>A client, who may have a talk.</summary>
    public static ShownPerson Of(Guid? conversationId, Guid clientId) => conversationId is { } talk ? Of(talk) : new(nameof(Clients.Client), clientId);
}
