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

    /// <summary>All that the search index has is folded anew; until then its lines of the former folding stay, to be found and to be wiped.</summary>
    public const string FoldedAnew = """
        INSERT INTO "UnindexedMessages" ("MessageId", "Order", "HasLines")
        SELECT m."Id", m."Order", 1 FROM "Messages" m
        WHERE m."By" IN ('Client', 'Staff') AND m."Kind" IN ('Text', 'Note', 'Sticker', 'File', 'Place') AND m."Text" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "UnindexedMessages" w WHERE w."MessageId" = m."Id")
        """;
}
