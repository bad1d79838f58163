using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>The result of a sign-in.</summary>
internal enum SignInEnd
{
    SignedIn,

    /// <summary>Name or password is wrong, or the person has left; the answer does not say which.</summary>
    Wrong,

    /// <summary>Too many tries have failed; this one was not checked.</summary>
    TooSoon,
}

/// <summary>Checks name and password and begins a sitting (a session from sign-in to sign-out).</summary>
internal sealed class SignInDesk(SignInManager<StaffMember> signIn, PasswordCheck passwords, SignInThrottle throttle, KnownDevices devices,
    SignInRecords records)
{
    /// <summary>Signs in. An unknown name costs the same work and gets the same answer as a wrong password.</summary>
    public async Task<SignInEnd> SignIn(string name, string password)
    {
        var member = await signIn.UserManager.FindByNameAsync(name);
        var tries = throttle.For(member, name, signIn.Context.Connection.RemoteIpAddress, devices.Of(member));
        if (!await throttle.Admit(tries))
            return SignInEnd.TooSoon;
        if (!await passwords.IsRight(member, password) || member!.LeftAt is not null)
        {
            await records.Failed(member, name, signIn.Context.Connection.RemoteIpAddress);
            return SignInEnd.Wrong;
        }

        await throttle.Forgive(tries);
        var sitting = await records.Begun(member);
        devices.Remember(member);
        // only after the sign-in is recorded: nothing may be opened without the record
        await signIn.SignInWithClaimsAsync(member, isPersistent: false, [new(StaffSignIn.SittingClaim, sitting)]);
        return SignInEnd.SignedIn;
    }

    /// <summary>Ends the sitting in all its windows.</summary>
    public async Task SignOut()
    {
        await records.Ended();
        await signIn.SignOutAsync();
    }
}
