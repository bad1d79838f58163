using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Portal.Commands;

/// <summary>
/// <c>verify-audit</c>: checks the audit trail as stored, before anything is sealed, and then seals the entries that wait. With
/// <c>--since 末尾</c> the trail must still contain a head noted earlier, at the same place.
/// </summary>
internal static class VerifyAuditCommand
{
    private const string Since = "--since";

    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        AuditHead? since = null;
        if (args.Length > 1 && (args is not [_, Since, var noted] || (since = AuditHead.Read(noted)) is null))
            return Refuse($"使い方: verify-audit　または verify-audit {Since} 控えておいた末尾（番号:封）");

        await services.GetRequiredService<Migrator>().Run();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        var verdict = await trail.Verify(since);
        if (!verdict.IsWhole)
            return Refuse(SentenceFor(verdict));

        var head = await SealWhatWaits(trail) ? (await trail.Verify(verdict.Head)).Head : verdict.Head;
        var from = since is null ? "" : $"控えの{since.Number:N0}番目から後の";
        Console.WriteLine($"監査証跡は{from}{verdict.Entries:N0}件すべて正しくつながっています（封をする前だったもの: {verdict.Unsealed:N0}件）。末尾: {head}");
        return 0;
    }

    private static async Task<bool> SealWhatWaits(AuditTrail trail)
    {
        var any = false;
        while (await trail.Seal() > 0)
            any = true;
        return any;
    }

    private static string SentenceFor(AuditVerdict verdict) => verdict switch
    {
        { Broken: { } number } => $"監査証跡の{number:N0}番目が合いません。改ざんされたか、失われています。",
        { IsMarkBroken: true } => $"末尾の控え（{AuditMark.FileName}）が読めません。書き換えられたか、監査証跡の鍵（Audit:Key）が替わっています。",
        _ => $"監査証跡に、このシステムが書いたものではない記録が{verdict.Forged:N0}件あります。書き加えられたか、書き換えられています。",
    };

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
