using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Today.Notes;
using OneStop.Line.Channels;
using OneStop.Line.Delivery;
using OneStop.Line.Reception;
using OneStop.Line.Webhook;
using OneStop.Portal.Data;
using OneStop.Portal.Health;

namespace OneStop.Portal.Features.Health;

/// <summary>Health check results in words for office staff: what is wrong, and whom to tell.</summary>
internal static class HealthWords
{
    /// <summary>Returns the name of a check on screen.</summary>
    public static string NameOf(string check) => check switch
    {
        HealthChecks.Database => "データベース",
        HealthChecks.Events => "LINEから届いた出来事の処理",
        HealthChecks.Workers => "自動処理",
        HealthChecks.Line => "LINEとの通信",
        HealthChecks.Audit => "監査証跡",
        _ => check,
    };

    /// <summary>Returns what is wrong, and what to do next.</summary>
    public static string Say(string check, HealthReportEntry found) => check switch
    {
        HealthChecks.Database => "データベースにつながりません。受信も返信もできません。システム管理者に、すぐに知らせてください。",
        HealthChecks.Events when found.Data.GetValueOrDefault(EventsCheck.Count) is int count =>
            $"処理できなかった出来事が{count:N0}件あります。相談者からのものは、会話に「読み取れないメッセージが届きました」と出ています。システム管理者に知らせてください。管理者は「LINEチャネル」の画面で、もう一度処理できます。",
        HealthChecks.Workers when found.Data.GetValueOrDefault(WorkersCheck.Silent) is IEnumerable<string> silent =>
            $"止まっている自動処理があります（{string.Join("、", silent.Select(WorkOf))}）。システム管理者に、すぐに知らせてください。ポータルを再起動すると続きから動き、何も失われません。",
        HealthChecks.Line => "LINEから応答がないか、トークンが使えません。返信は、つながりしだい自動で送られます。10分たっても直らないときは、システム管理者に知らせてください。",
        HealthChecks.Audit => "監査証跡の一部が失われたか、書き換えられています。新しい記録は残っています。システム管理者に、すぐに知らせてください。",
        _ => "確かめられませんでした。システム管理者に知らせてください。",
    };

    private static string WorkOf(string worker) => worker switch
    {
        nameof(WebhookWorker) => "メッセージの受け取り",
        nameof(DeliveryWorker) => "メッセージの送信",
        nameof(FileFetcher) => "画像やファイルの取り込み",
        nameof(LaterWorker) => "送信予約",
        nameof(BookingWorker) => "予約のお知らせ",
        nameof(SearchWorker) => "検索の準備",
        nameof(AuditSealer) => "監査証跡の記録",
        nameof(LookWriter) => "一覧で見た人の記録",
        nameof(QuotaWatch) => "送信数の確認",
        nameof(ClientFileSweeper) => "削除した書類の消去",
        nameof(ErasureWorker) => "記録の消去",
        nameof(FormDraftSweeper) => "古い書きかけの消去",
        nameof(ShiftNoteSweeper) => "古い申し送りの消去",
        nameof(LogTrimmer) => "データベースの整理",
        nameof(QueueWatch) => "待ち件数の確認",
        _ => worker,
    };
}
