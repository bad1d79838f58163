using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;
using OneStop.Portal.Data;

namespace OneStop.Portal.Commands;

internal static class CommandLine
{
    private const string PasswordVariable = "ONESTOP_PASSWORD";

    /// <summary>Returns the command that the arguments name; null to start the portal.</summary>
    public static Func<IServiceProvider, Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "create-admin" => services => Create(services, args, [Duty.Administrator]),
        "create-staff" => services => Create(services, args, DutiesIn(args)),
        "verify-audit" => services => VerifyAuditCommand.Run(services, args),
        "backup" => services => BackupCommands.Backup(services, args),
        "restore" => services => BackupCommands.Restore(services, args),
        _ => AccountCommands.Find(args),
    };

    private static async Task<int> Create(IServiceProvider services, string[] args, List<Duty> duties)
    {
        if (Option(args, "--sign-in") is not { } signInName || Option(args, "--name") is not { } name || duties.Count == 0)
            return Refuse($"使い方: create-admin --sign-in ログイン名 --name 氏名　または create-staff --sign-in ログイン名 --name 氏名 --duties {string.Join(',', Enum.GetNames<Duty>())}（必要なものだけ）　パスワードは環境変数 {PasswordVariable} か、続けて入力");

        await services.GetRequiredService<Migrator>().Run();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var staff = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var password = Environment.GetEnvironmentVariable(PasswordVariable) ?? Ask("パスワード（12文字以上）: ");
        var member = StaffMember.Create(signInName, name, duties, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var result = await staff.CreateAsync(member, password);
        if (!result.Succeeded)
            return Refuse(string.Join(Environment.NewLine, result.Errors.Select(InJapanese)));

        Console.WriteLine($"「{signInName}」を登録しました（{string.Join("・", duties.Select(d => d.InJapanese))}）。");
        return 0;
    }

    private static string Ask(string question)
    {
        Console.Error.Write(question);
        if (Console.IsInputRedirected)
            return Console.ReadLine() ?? "";

        var typed = "";
        for (var key = Console.ReadKey(true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(true))
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : typed + key.KeyChar;
        Console.Error.WriteLine();
        return typed;
    }

    internal static List<Duty> DutiesIn(string[] args)
    {
        var names = Option(args, "--duties")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var known = names.Where(n => Enum.TryParse<Duty>(n, out _) && !int.TryParse(n, out _)).Select(Enum.Parse<Duty>).ToList();
        return known.Count == names.Length ? known : [];
    }

    internal static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static string InJapanese(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => "このログイン名はすでに使われています。",
        nameof(IdentityErrorDescriber.InvalidUserName) => "ログイン名は半角の英数字にしてください。",
        _ => error.Description,
    };

    internal static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
