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

    /// <summary>Who blocks the account is known beside their conversation too.</summary>
    public const string Blocked = """
        UPDATE "Conversations" SET "IsBlocked" = 1
        WHERE "FriendId" IN (SELECT f."Id" FROM "Friends" f WHERE f."BlockedAt" IS NOT NULL)
        """;

    /// <summary>All that the search index has is folded anew; until then its lines of the former folding stay, to be found and to be wiped.</summary>
    public const string FoldedAnew = """
        INSERT INTO "UnindexedMessages" ("MessageId", "Order", "HasLines")
        SELECT m."Id", m."Order", 1 FROM "Messages" m
        WHERE m."By" IN ('Client', 'Staff') AND m."Kind" IN ('Text', 'Note', 'Sticker', 'File', 'Place') AND m."Text" IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM "UnindexedMessages" w WHERE w."MessageId" = m."Id")
        """;

    /// <summary>Going back: forms without a digest get one of their own that no key has.</summary>
    public const string DigestsOfNothing = """
        UPDATE "ContactForms" SET "KeyDigest" = CAST("Id" AS nvarchar(64)) WHERE "KeyDigest" IS NULL
        """;

    /// <summary>Going back on SQL Server: texts for which there is no more room are cut, and not within a character.</summary>
    public static string Shortened(string table, string column, int longest) => $"""
        UPDATE "{table}" SET "{column}" = LEFT("{column}", CASE WHEN UNICODE(SUBSTRING("{column}", {longest}, 1)) BETWEEN 55296 AND 56319 THEN {longest - 1} ELSE {longest} END)
        WHERE DATALENGTH("{column}") > {2 * longest}
        """;

    /// <summary>For SQL Server, of columns that the same migration adds: as a script a migration is one batch, whose names are looked up before any of it runs.</summary>
    public static string BoundWhenRun(string sql) => $"EXEC(N'{sql.Replace("'", "''", StringComparison.Ordinal)}')";
}
