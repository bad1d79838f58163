using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Portal.Data;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The keys of sign-in cookies are useless to anybody who reads the database or a backup.</summary>
public sealed class SignInKeysTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task They_lie_in_the_database_only_sealed_and_work_all_the_same()
    {
        var protector = oneStop.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        var closed = protector.Protect("cookie");
        var keys = await oneStop.Read(db => db.DataProtectionKeys.Where(k => k.Xml!.StartsWith("<key ")).Select(k => k.Xml!).ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.Contains(nameof(SignInKeyDecryptor), xml));
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey", xml));
        Assert.All(oneStop.Services.GetRequiredService<IKeyManager>().GetAllKeys(), key => Assert.NotNull(key.CreateEncryptor())); // decrypted again
        Assert.Equal("cookie", protector.Unprotect(closed));
    }

    [Fact]
    public void Another_secret_opens_none_of_them_and_a_changed_one_is_none()
    {
        var keys = new SignInKeys(new string('a', 32));
        var closed = keys.Close([1, 2, 3]);
        Assert.Equal([1, 2, 3], keys.Open(closed));
        Assert.Throws<AuthenticationTagMismatchException>(() => new SignInKeys(new string('b', 32)).Open(closed));
        closed[^1] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => keys.Open(closed));
        Assert.Throws<CryptographicException>(() => keys.Open([1]));
    }
}
