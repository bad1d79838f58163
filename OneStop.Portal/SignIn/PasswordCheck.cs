using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Looks whether a password is right, with the same work whether or not there is an account: how long it takes tells nobody who works here.</summary>
internal sealed class PasswordCheck(UserManager<StaffMember> staff, NobodysPassword nobodys)
{
    public async Task<bool> IsRight(StaffMember? member, string password)
    {
        if (member?.PasswordHash is not null)
            return await staff.CheckPasswordAsync(member, password);
        staff.PasswordHasher.VerifyHashedPassword(member!, nobodys.Hash, password);
        return false;
    }
}

/// <summary>A password that nobody has, hashed as everybody's is.</summary>
internal sealed class NobodysPassword(IOptions<PasswordHasherOptions> options)
{
    public string Hash { get; } = new PasswordHasher<StaffMember>(options).HashPassword(null!, RandomNumberGenerator.GetHexString(32));
}

/// <summary>The office's rules on passwords, wherever one is set: by a command, by an invitation, by a reset, by oneself.</summary>
internal sealed class OfficePasswords : IPasswordValidator<StaffMember>
{
    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) => Task.FromResult(
        PasswordRules.FaultOf(password ?? "", user.UserName, user.Name) is { } fault
        ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = fault })
        : IdentityResult.Success);
}
