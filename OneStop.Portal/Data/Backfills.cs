namespace OneStop.Portal.Data;

/// <summary>What migrations do with rows beside changing tables, in SQL that both engines take.</summary>
internal static class Backfills
{
    /// <summary>
    /// For a migration that comes with a change of how texts are folded: everything in the search index waits to be folded again. Until
    /// then the lines of the former folding stay, so that they are found and can be wiped.
    /// </summary>
    public const string FoldedAnew = """
        INSERT INTO "UnindexedMessages" ("MessageId", "Order", "HasLines")
        SELECT m."Id", m."Order", 1 FROM "Messages" m
        WHERE m."By" IN ('Client', 'Staff') AND m."Kind" IN ('Text', 'Note', 'Sticker', 'File', 'Place') AND m."Text" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "UnindexedMessages" w WHERE w."MessageId" = m."Id")
        """;
}
