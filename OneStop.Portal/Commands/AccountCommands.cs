using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Line;
using OneStop.Portal.Data;

namespace OneStop.Portal.Commands;

/// <summary>Account commands for when nobody can sign in. They use the same desk as the page, so the same rules hold.</summary>
internal static class AccountCommands
{
    /// <summary>Returns the command that the arguments name; null if it is not an account command.</summary>
    public static Func<IServiceProvider, Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "invite-staff" => services => Run(services, args, "--name 氏名 --duties 担当", async (desk, _) =>
            SayLink(services, await desk.Invite(new(Required(args, "--sign-in"), Required(args, "--name"), [.. CommandLine.DutiesIn(args)])))),
        "set-duties" => services => Run(services, args, "--duties 担当 [--to 引き継ぐ人のログイン名]", async (desk, find) =>
        {
            var (one, to) = (await find(Required(args, "--sign-in")), CommandLine.Option(args, "--to") is { } name ? await find(name) : (Guid?)null);
            var duties = CommandLine.DutiesIn(args);
            if (duties.Count == 0)
                throw new UsageException();
            var work = await desk.OpenWorkOf(one, duties);
            await desk.SetDuties(one, new(new([.. (await desk.List()).Single(r => r.Id == one).Duties.Order()]), new([.. duties])),
                to is null ? null : TransferPlan.To(to, work));
            return "担当業務を変えました。";
        }),
        "reset-password" => services => ForOne(services, args, "", async (desk, one) => SayLink(services, await desk.Reset(one))),
        "unlock-staff" => services => ForOne(services, args, "", async (desk, one) => await Done(desk.Unlock(one), "待ち時間をなくし、すべての端末からログアウトさせました。")),
        "sign-out-staff" => services => ForOne(services, args, "", async (desk, one) => await Done(desk.SignOutEverywhere(one), "すべての端末からログアウトさせました。")),
        "leave-staff" => services => Run(services, args, "[--to 引き継ぐ人のログイン名]", async (desk, find) =>
        {
            var (one, to) = (await find(Required(args, "--sign-in")), CommandLine.Option(args, "--to") is { } name ? await find(name) : (Guid?)null);
            var work = await desk.OpenWorkOf(one);
            await desk.Leave(one, TransferPlan.To(to, work));
            return $"退職の手続きをしました。会話{work.Conversations}件と送信予約{work.PlannedAnswers}件は、{(to is null ? "担当なし・取消にしました" : "引き継ぎました")}。これからの予約{work.Bookings.Count}件は、その時間に空いている人が引き継ぎました。";
        }),
        _ => null,
    };

    private static Task<int> ForOne(IServiceProvider services, string[] args, string more, Func<AccountDesk, Guid, Task<string>> act) =>
        Run(services, args, more, async (desk, find) => await act(desk, await find(Required(args, "--sign-in"))));

    private static async Task<int> Run(IServiceProvider services, string[] args, string more, Func<AccountDesk, Func<string, Task<Guid>>, Task<string>> act)
    {
        await services.GetRequiredService<Migrator>().Run();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        try
        {
            Console.WriteLine(await act(scope.ServiceProvider.GetRequiredService<AccountDesk>(), name => Find(scope.ServiceProvider, name)));
            return 0;
        }
        catch (UsageException)
        {
            return CommandLine.Refuse($"使い方: {args[0]} --sign-in ログイン名 {more}".TrimEnd());
        }
        catch (RuleException rule)
        {
            return CommandLine.Refuse(rule.Message);
        }
    }

    private static async Task<Guid> Find(IServiceProvider services, string signInName)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        var normalized = StaffMember.Normal(signInName);
        return (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedUserName == normalized))?.Id
            ?? throw new RuleException($"「{signInName}」というログイン名はありません。");
    }

    private static string Required(string[] args, string name) => CommandLine.Option(args, name) ?? throw new UsageException();

    private static string SayLink(IServiceProvider services, IssuedCode issued) =>
        $"{issued.Name} さんに、次のリンクを渡してください。{JapanTime.Say(issued.EndsAt)}まで、一度だけ使えます。\n{services.GetRequiredService<PublicAddress>().Below($"w/{issued.Code}")}";

    private static async Task<string> Done(Task act, string sentence)
    {
        await act;
        return sentence;
    }

    private sealed class UsageException : Exception;
}
