using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace OneStop.Portal.Data;

/// <summary>
/// Encrypts the keys that protect sign-in cookies (<c>DataProtection:Key</c>). The keys are in the database, where all portals find
/// them; without this secret, which is in neither the database nor a backup, they are useless to anybody who reads them.
/// </summary>
internal sealed class SignInKeys
{
    /// <summary>The name of the file in the data folder; used when the setting is missing.</summary>
    public const string FileName = "data-protection.key";

    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] key;

    /// <param name="secret">At least 32 characters.</param>
    public SignInKeys(string secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "OneStop data protection"u8.ToArray());
    }

    public byte[] Close(byte[] plain)
    {
        var closed = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(closed.AsSpan(0, Nonce), plain, closed.AsSpan(Nonce + Tag), closed.AsSpan(Nonce, Tag));
        return closed;
    }

    /// <exception cref="CryptographicException">The bytes were encrypted with another secret, or changed since.</exception>
    public byte[] Open(byte[] closed)
    {
        if (closed.Length < Nonce + Tag)
            throw new CryptographicException("Too short.");
        var plain = new byte[closed.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(closed.AsSpan(0, Nonce), closed.AsSpan(Nonce + Tag), closed.AsSpan(Nonce, Tag), plain);
        return plain;
    }
}

/// <summary>Resolves the secret only when the first key is made, so that a restore into an empty folder finds it empty.</summary>
internal sealed class SignInKeySealing(Lazy<SignInKeys> keys) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = new SignInKeyEncryptor(keys);
}

internal sealed class SignInKeyEncryptor(Lazy<SignInKeys> keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed",
            Convert.ToBase64String(keys.Value.Close(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
            typeof(SignInKeyDecryptor));
}

/// <summary>Created by Data Protection, by the type name stored beside the key.</summary>
internal sealed class SignInKeyDecryptor : IXmlDecryptor
{
    private readonly Lazy<SignInKeys> keys;

    public SignInKeyDecryptor(IServiceProvider services) => keys = services.GetRequiredService<Lazy<SignInKeys>>();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(keys.Value.Open(Convert.FromBase64String(encryptedElement.Value))));
}
