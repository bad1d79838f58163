using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain;

/// <summary>The topics of conversations. Features below conversations (channels, friends) announce them too.</summary>
public static class ConversationTopics
{
    /// <summary>The topic of the inbox: some conversation has changed.</summary>
    public const string Inbox = "inbox";

    /// <summary>The kind of the topics of single conversations.</summary>
    public const string One = "conversation";

    /// <summary>Returns the topic of one conversation.</summary>
    public static string Of(Guid conversationId) => $"{One}:{conversationId}";

    /// <summary>Makes a change of a row announce its conversation and the inbox.</summary>
    internal static void AnnouncesConversation<T>(this EntityTypeBuilder<T> table, Expression<Func<T, Guid?>> id) where T : class
    {
        table.AnnouncesOne(One, id);
        table.Announces(Inbox);
    }
}
