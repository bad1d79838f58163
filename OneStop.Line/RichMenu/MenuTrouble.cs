using System.Net;
using OneStop.Domain;
using OneStop.Line.Api;

namespace OneStop.Line.RichMenu;

/// <summary>The messages for failures at LINE: the step, the cause, and what to do.</summary>
internal static class MenuTrouble
{
    /// <exception cref="RuleException">LINE refused the call, or did not respond.</exception>
    public static void RefuseUnlessAccepted(LineAnswer answer, string step)
    {
        if (!answer.IsAccepted)
            throw Sentence(answer.Status, step);
    }

    public static RuleException Sentence(HttpStatusCode? status, string step) => new(status switch
    {
        null => $"LINEから応答がありません（{step}）。時間をおいて、もう一度押してください。",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"LINEがこのチャネルからの操作を受け付けません（{step}・{(int)status}）。システム管理者に「LINEチャネル」の画面を見てもらってください。",
        HttpStatusCode.TooManyRequests => $"短い間に何度も変えたため、LINEが受け付けません（{step}）。1時間ほどおいて、もう一度押してください。",
        >= HttpStatusCode.InternalServerError => $"LINEの側で問題が起きています（{step}・{(int)status}）。時間をおいて、もう一度押してください。",
        _ => $"LINEがこのメニューを受け付けませんでした（{step}・{(int)status}）。この文をシステム管理者に伝えてください。",
    });
}
