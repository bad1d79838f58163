namespace OneStop.Portal.Data;

/// <summary>Changes of rows that accompany a migration, in SQL that both engines accept.</summary>
internal static class Backfills
{
    /// <summary>
    /// Queues the whole search index to be built again; for a migration that comes with a change of text folding. Until a message is
    /// indexed again its former lines stay, so that it is found and can be wiped.
    /// </summary>
    public const string FoldedAnew = """
        INSERT INTO "UnindexedMessages" ("MessageId", "Order", "HasLines")
        SELECT m."Id", m."Order", 1 FROM "Messages" m
        WHERE m."By" IN ('Client', 'Staff') AND m."Kind" IN ('Text', 'Note', 'Sticker', 'File', 'Place') AND m."Text" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "UnindexedMessages" w WHERE w."MessageId" = m."Id")
        """;
}
