namespace OneStop.Portal.Data;

/// <summary>Version and settings of SQL Server and of the database. The portal refuses to start on those it was not built for.</summary>
/// <param name="Version">The major version; 15 is 2019. Azure numbers its versions differently and is always new enough.</param>
/// <param name="Level">The database's compatibility level.</param>
/// <param name="ReadsSnapshots">READ_COMMITTED_SNAPSHOT: readers do not wait for writers. EF sets it only on a database that it creates.</param>
internal sealed record SqlServerState(int Version, int Level, bool ReadsSnapshots)
{
    internal const int LeastVersion = 15;
    internal const int LeastLevel = 150;

    // By name: on Azure SQL Database, DB_ID() is not the number that sys.databases has.
    internal const string Query = """
        SELECT CASE WHEN CAST(SERVERPROPERTY('EngineEdition') AS int) IN (5, 8) THEN 99
            ELSE CAST(SERVERPROPERTY('ProductMajorVersion') AS int) END AS [Version],
            CAST([compatibility_level] AS int) AS [Level], [is_read_committed_snapshot_on] AS [ReadsSnapshots]
        FROM sys.databases WHERE [name] = DB_NAME()
        """;

    /// <summary>Returns the first setting to change, in one sentence; null if all fit.</summary>
    /// <param name="answered">The answer of the server: one row, or none if the login cannot see the database.</param>
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
