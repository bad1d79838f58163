using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// The token of the device on which a link was first used. The device keeps it and we only its digest. What was typed so far is sealed
/// with it: neither the database nor a backup can be read without the device.
/// </summary>
internal static class DeviceSeal
{
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;

    /// <summary>A token for a device.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>By which a device is known again.</summary>
    public static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Seals a text for one link.</summary>
    public static byte[] Seal(string token, Guid link, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var made = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(KeyOf(token), TagLength);
        cipher.Encrypt(made.AsSpan(0, NonceLength), plain, made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), link.ToByteArray());
        return made;
    }

    /// <summary>What <see cref="Seal"/> made of it.</summary>
    /// <exception cref="CryptographicException">It is another device's or another link's, or it was changed.</exception>
    public static string Open(string token, Guid link, byte[] made)
    {
        var plain = new byte[made.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(KeyOf(token), TagLength);
        cipher.Decrypt(made.AsSpan(0, NonceLength), made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), plain, link.ToByteArray());
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] KeyOf(string token) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), KeyLength, info: "client form"u8.ToArray());
}
