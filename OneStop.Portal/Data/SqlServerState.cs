namespace OneStop.Portal.Data;

/// <summary>What SQL Server says of itself and of the database: the start is refused where the portal was not built for it.</summary>
/// <param name="Version">The major version; 15 is 2019. Azure counts otherwise and is always new enough.</param>
/// <param name="Level">The database's compatibility level.</param>
/// <param name="ReadsSnapshots">READ_COMMITTED_SNAPSHOT: who reads does not wait for who writes. EF sets it only where it makes the database itself.</param>
internal sealed record SqlServerState(int Version, int Level, bool ReadsSnapshots)
{
    internal const int LeastVersion = 15;
    internal const int LeastLevel = 150;

    // By the name: on Azure SQL Database DB_ID() is not the number that sys.databases has.
    internal const string Query = """
        SELECT CASE WHEN CAST(SERVERPROPERTY('EngineEdition') AS int) IN (5, 8) THEN 99
            ELSE CAST(SERVERPROPERTY('ProductMajorVersion') AS int) END AS [Version],
            CAST([compatibility_level] AS int) AS [Level], [is_read_committed_snapshot_on] AS [ReadsSnapshots]
        FROM sys.databases WHERE [name] = DB_NAME()
        """;

    /// <summary>What is to be set first, in one sentence; null if nothing.</summary>
    /// <param name="answered">What the server answered: one row, or it was not seen and nothing is known.</param>
    public static string? ComplaintOf(IReadOnlyList<SqlServerState> answered) => answered is [var facts]
        ? facts.Complaint
        : "データベースの設定を読めません（sys.databases に、接続先のデータベースの行がありません）。接続文字列のデータベース名と、ログインの権限を確かめてください。";

    /// <inheritdoc cref="ComplaintOf"/>
    public string? Complaint => this switch
    {
        { Version: < LeastVersion } => $"SQL Server は2019（15.0）以上が必要です（いまは {Version}.0）。",
        { Level: < LeastLevel } => $"データベースの互換性レベルを{LeastLevel}以上にしてください（いまは {Level}）: ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = {LeastLevel}",
        { ReadsSnapshots: false } => "ポータルをすべて止めて、データベースの READ_COMMITTED_SNAPSHOT をオンにしてください: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE",
        _ => null,
    };
}
