using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Safeguards;

/// <summary>
/// The secret key of the trail's digests and seals: without it nobody can make a changed trail look intact, or guess a short value from its digest.
/// </summary>
public sealed class AuditKey
{
    private readonly byte[] key;

    /// <param name="secret">At least 32 characters.</param>
    public AuditKey(string secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        key = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>Computes the keyed digest of some parts; each part's length is included, so that moving text between parts changes it.</summary>
    public string Digest(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
