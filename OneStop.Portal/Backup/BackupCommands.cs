using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;

namespace OneStop.Portal.Backup;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>. Every failure is reported in one sentence that never quotes a client's words.</summary>
internal static class BackupCommands
{
    public static Task<int> Backup(IServiceProvider services, string[] args) =>
        Run(services, args, "backup", file => ActivatorUtilities.CreateInstance<BackupCommand>(services).Run(file));

    public static Task<int> Restore(IServiceProvider services, string[] args) =>
        Run(services, [.. args.Where(a => a != RestoreCommand.KeyLost)], "restore",
            file => ActivatorUtilities.CreateInstance<RestoreCommand>(services).Run(file, isKeyLost: args.Contains(RestoreCommand.KeyLost)));

    private static async Task<int> Run(IServiceProvider services, string[] args, string command, Func<string, Task> act)
    {
        try
        {
            if (args is not [_, { Length: > 0 } file])
                throw new RuleException($"使い方: {command} ファイル名");
            if (services.GetService<SqliteFile>() is null)
                throw new RuleException($"SQL Serverのバックアップと復元は、SQL Serverで行います。docs/operations/sql-server-{command}.sql と docs/operations/backup.md をご覧ください。");
            await act(Path.GetFullPath(file));
            return 0;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(SentenceFor(exception));
            return 1;
        }
    }

    private static string SentenceFor(Exception exception) => exception switch
    {
        RuleException => exception.Message,
        InvalidDataException or System.Text.Json.JsonException => "このファイルはOneStopのバックアップではないか、途中で切れています。何も変更していません。",
        IOException or UnauthorizedAccessException => $"ファイルを読み書きできませんでした。ディスクの空きと権限を確かめて、もう一度実行してください（{exception.Message.ReplaceLineEndings(" ")}）。",
        SqliteException { SqliteErrorCode: var code } => Unreadable(code),
        DbUpdateException { InnerException: SqliteException { SqliteErrorCode: var code } } => Unreadable(code),
        _ => $"思わぬ誤りで止まりました（{exception.GetType().Name}）。",
    };

    // The messages of SQLite may quote stored values.
    private static string Unreadable(int code) => $"データベースを読み書きできませんでした（SQLiteのエラー {code}）。ディスクの空きを確かめて、もう一度実行してください。";
}
