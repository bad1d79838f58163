using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Portal.Commands;

/// <summary>
/// <c>vouch-audit</c>: where the database was brought to its shape by a script, gives the entries that waited meanwhile their codes, before
/// a portal is started. Alone it only says what it would do; <c>--yes</c> does it.
/// </summary>
internal static class VouchAuditCommand
{
    private const string Yes = "--yes";

    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args.Length > 1 && args is not [_, Yes])
            return CommandLine.Refuse($"使い方: vouch-audit　または vouch-audit {Yes}");

        await services.GetRequiredService<Migrator>().Run();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        if (args.Length == 1)
        {
            Console.WriteLine($"封を待つ、符号のない記録が{await trail.CountFromBefore():N0}件あります。符号のなかった版から更新した直後で、そのあとポータルを起動していなければ、前の版が書いたものとして符号を付けられます。いつ書かれたか分からないときは付けないでください。付けるときは: vouch-audit {Yes}");
            return 0;
        }
        if (await trail.Vouch() is not { } vouched)
            return CommandLine.Refuse("この版のポータルが、もう監査証跡を書いています。符号のない記録を、これから信じることはできません。何も変更していません。");
        Console.WriteLine($"前の版の記録{vouched:N0}件に符号を付けました。");
        return 0;
    }
}
