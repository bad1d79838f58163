using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Sets passwords: one's own, or with a link. Each change renews the security stamp, so that all other windows must sign in again.</summary>
internal sealed class PasswordDesk(DeskContext desk, SignInManager<StaffMember> signIn, PasswordCheck passwords, SignInThrottle throttle,
    KnownDevices devices, SignInRecords records)
{
    private UserManager<StaffMember> Staff => signIn.UserManager;

    private IPAddress? Address => signIn.Context.Connection.RemoteIpAddress;

    /// <summary>Returns the sign-in name that a link belongs to; null if the link cannot be used. Looking does not use it up.</summary>
    public async Task<string?> WhoseLink(string shown)
    {
        await using var db = await desk.Read();
        return await Find(db, shown) is { } found && found.Code.Opens(desk.Now) ? found.Member.UserName : null;
    }

    /// <summary>Sets a first or a new password with a link.</summary>
    /// <returns>Why the password was not set; null if it was.</returns>
    public async Task<string?> SetByLink(string shown, string password)
    {
        try
        {
            return await desk.Change(async db =>
            {
                if (await Find(db, shown) is not { } found)
                    return "このリンクは使えません。アドレスがすべて入っているか確かめてください。";
                found.Code.Use(desk.Now);
                if (PasswordRules.FaultOf(password, found.Member.UserName, found.Member.Name) is { } tooEasy)
                {
                    db.ChangeTracker.Clear(); // nothing was set, and the link stays valid
                    return tooEasy;
                }
                found.Member.TakePassword(Staff.PasswordHasher.HashPassword(found.Member, password), desk.Now);
                return null;
            });
        }
        catch (RuleException rule)
        {
            return rule.Message;
        }
    }

    /// <summary>Changes one's own password, after checking the present one.</summary>
    /// <returns>Why the password was not changed; null if it was.</returns>
    public async Task<string?> ChangeOwn(string before, string password)
    {
        var me = await Staff.FindByIdAsync(desk.Actor.StaffId.ToString());
        var tries = throttle.For(me, me!.UserName!, Address, devices.Of(me));
        if (!await throttle.Admit(tries))
            return "続けて失敗したため、いまは確かめませんでした。少し待ってから、もう一度試してください。";
        if (!await passwords.IsRight(me, before))
        {
            await records.Failed(me, me.UserName!, Address); // somebody who finds the window open may guess here too
            return "今のパスワードが違います。";
        }
        await throttle.Forgive(tries);
        if (PasswordRules.FaultOf(password, me.UserName, me.Name) is { } fault)
            return fault;

        var changed = await desk.Change(async db =>
        {
            var member = await db.Users.SingleAsync(u => u.Id == me.Id);
            member.TakePassword(Staff.PasswordHasher.HashPassword(member, password), desk.Now);
            return member;
        });
        // this browser stays signed in, in the same sitting
        await signIn.SignInWithClaimsAsync(changed, isPersistent: false, [new(StaffSignIn.SittingClaim, desk.Actor.Sitting!)]);
        return null;
    }

    private static async Task<Found?> Find(OneStopDb db, string shown)
    {
        var digest = SignInCode.DigestOf(shown);
        return await db.SignInCodes.SingleOrDefaultAsync(c => c.Digest == digest) is { } code
            && await db.Users.SingleOrDefaultAsync(u => u.Id == code.StaffId && u.LeftAt == null) is { } member
            ? new(code, member)
            : null;
    }

    private sealed record Found(SignInCode Code, StaffMember Member);
}
