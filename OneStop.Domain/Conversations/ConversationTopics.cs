namespace OneStop.Domain.Conversations;

/// <summary>What screens watch.</summary>
public static class ConversationTopics
{
    /// <summary>The inbox: some conversation changed.</summary>
    public const string Inbox = "inbox";

    /// <summary>One conversation changed.</summary>
    public static string Of(Guid conversationId) => $"conversation:{conversationId}";

    extension(LiveUpdates live)
    {
        /// <summary>Tells whoever has one of the conversations or the inbox open.</summary>
        public void AnnounceConversations(IReadOnlyCollection<Guid> conversationIds)
        {
            foreach (var id in conversationIds)
                live.Announce(Of(id));
            if (conversationIds.Count > 0)
                live.Announce(Inbox);
        }

        /// <summary>Tells whoever has the conversation or the inbox open.</summary>
        public void AnnounceConversation(Guid conversationId)
        {
            live.Announce(Of(conversationId));
            live.Announce(Inbox);
        }
    }
}
