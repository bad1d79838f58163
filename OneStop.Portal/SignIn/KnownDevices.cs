using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>
/// Devices from which somebody has signed in, kept in a signed cookie. It gives no access: it only keeps failed tries of strangers from locking the owner out.
/// </summary>
internal sealed class KnownDevices(IHttpContextAccessor http, IDataProtectionProvider protection, IHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);
    private const int MostPeople = 12; // on a shared computer
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("OneStop.Device").ToTimeLimitedDataProtector();

    private string CookieName => StaffCookies.NameOf("OneStop.Device", environment);

    /// <summary>Returns the id of this device if the person has signed in from it before; otherwise null.</summary>
    public Guid? Of(StaffMember? member) => member is not null && Read() is { } device && device.People.Contains(member.Id) ? device.Id : null;

    /// <summary>Records that the person has signed in from this device.</summary>
    public void Remember(StaffMember member)
    {
        var known = Read() ?? new(Guid.CreateVersion7(clock.GetUtcNow()), []);
        var people = known.People.Where(p => p != member.Id).TakeLast(MostPeople - 1).Append(member.Id);
        var value = protector.Protect(string.Join('.', people.Prepend(known.Id).Select(id => id.ToString("N"))), KeptFor);
        http.HttpContext!.Response.Cookies.Append(CookieName, value, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = KeptFor,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = !environment.IsDevelopment(),
        });
    }

    private Device? Read()
    {
        if (http.HttpContext?.Request.Cookies[CookieName] is not { } cookie)
            return null;
        try
        {
            var ids = protector.Unprotect(cookie).Split('.').Select(Guid.Parse).ToList();
            return new(ids[0], ids[1..]);
        }
        catch (CryptographicException)
        {
            return null; // forged, expired, or protected with keys that no longer exist
        }
    }

    private sealed record Device(Guid Id, IReadOnlyList<Guid> People);
}
