namespace OneStop.Portal.Data;

/// <summary>What migrations do with rows beside changing tables, in words that both engines know.</summary>
internal static class Backfills
{
    /// <summary>All that was said before there was a search index waits for it.</summary>
    public const string Unindexed = """
        INSERT INTO "UnindexedMessages" ("MessageId", "Order")
        SELECT "Id", "Order" FROM "Messages"
        WHERE "By" IN ('Client', 'Staff') AND "Kind" IN ('Text', 'Note', 'Sticker', 'File', 'Place') AND "Text" IS NOT NULL
        """;
}
