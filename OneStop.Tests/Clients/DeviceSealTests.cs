using System.Security.Cryptography;
using OneStop.Domain.Clients.Forms;

namespace OneStop.Tests.Clients;

/// <summary>The encryption of what a client has typed into a form and not sent.</summary>
public sealed class DeviceSealTests
{
    private static readonly Guid Link = new("0199b1a0-0000-7000-8000-000000000001");

    [Fact]
    public void Only_the_device_and_the_link_for_which_it_was_encrypted_can_read_it()
    {
        var token = DeviceSeal.NewToken();
        var made = DeviceSeal.Seal(token, Link, "090から始まる番号");
        Assert.Equal("090から始まる番号", DeviceSeal.Open(token, Link, made));
        Assert.ThrowsAny<CryptographicException>(() => DeviceSeal.Open(DeviceSeal.NewToken(), Link, made));
        Assert.ThrowsAny<CryptographicException>(() => DeviceSeal.Open(token, Guid.Empty, made));
        made[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => DeviceSeal.Open(token, Link, made));
    }

    [Fact]
    public void The_same_text_is_never_encrypted_with_the_same_nonce()
    {
        var token = DeviceSeal.NewToken();
        Assert.NotEqual(DeviceSeal.Seal(token, Link, "同じ言葉"), DeviceSeal.Seal(token, Link, "同じ言葉"));
    }
}
