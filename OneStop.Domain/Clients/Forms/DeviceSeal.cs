using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Clients.Forms;

/// <summary>
/// The token of the device on which a link was first used. Only its digest is stored here, and drafts are encrypted with a key derived from it:
/// database and backups cannot be read without the device.
/// </summary>
public static class DeviceSeal
{
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16;

    /// <summary>Creates a token for a device.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>Returns the digest by which a device is recognized.</summary>
    internal static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Encrypts a text for one link (AES-GCM).</summary>
    internal static byte[] Seal(string token, Guid link, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var made = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(KeyOf(token), TagLength);
        cipher.Encrypt(made.AsSpan(0, NonceLength), plain, made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), link.ToByteArray());
        return made;
    }

    /// <summary>Decrypts what <see cref="Seal"/> has returned.</summary>
    /// <exception cref="CryptographicException">It belongs to another device or link, or was changed.</exception>
    internal static string Open(string token, Guid link, byte[] made)
    {
        var plain = new byte[made.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(KeyOf(token), TagLength);
        cipher.Decrypt(made.AsSpan(0, NonceLength), made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), plain, link.ToByteArray());
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] KeyOf(string token) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), KeyLength, info: "client form"u8.ToArray());
}
