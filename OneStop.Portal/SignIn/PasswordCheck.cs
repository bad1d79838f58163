using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Verifies a password with the same work whether or not the account exists, so that the response time does not reveal accounts.</summary>
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

/// <summary>The hash of a random password that nobody has.</summary>
internal sealed class NobodysPassword(IOptions<PasswordHasherOptions> options)
{
    public string Hash { get; } = new PasswordHasher<StaffMember>(options).HashPassword(null!, RandomNumberGenerator.GetHexString(32));
}

/// <summary>The office's password rules, applied wherever a password is set: by command, invitation, reset or the person.</summary>
internal sealed class OfficePasswords : IPasswordValidator<StaffMember>
{
    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) => Task.FromResult(
        PasswordRules.FaultOf(password ?? "", user.UserName, user.Name) is { } fault
        ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = fault })
        : IdentityResult.Success);
}
