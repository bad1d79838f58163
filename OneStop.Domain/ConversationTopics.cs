using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain;

/// <summary>The topics of conversations. What lies below conversations announces them too: sendings, friends.</summary>
public static class ConversationTopics
{
    /// <summary>The inbox: some conversation changed.</summary>
    public const string Inbox = "inbox";

    /// <summary>The topics of single conversations.</summary>
    public const string One = "conversation";

    /// <summary>One conversation changed.</summary>
    public static string Of(Guid conversationId) => $"{One}:{conversationId}";

    /// <summary>A change of a row is told to whoever has its conversation or the inbox open.</summary>
    internal static void AnnouncesConversation<T>(this EntityTypeBuilder<T> table, Expression<Func<T, Guid>> id) where T : class
    {
        table.AnnouncesOne(One, id);
        table.Announces(Inbox);
    }
}
