using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Approvals;

/// <summary>Identifies a content: SHA-256 over the SHA-256 of each part, so that moving words from one part to the next changes the digest.</summary>
public static class ContentDigest
{
    /// <summary>In hexadecimal digits.</summary>
    public const int Length = 64;

    /// <summary>Computes the digest of parts in their order.</summary>
    public static string Of(params IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(SHA256.HashData(part));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Computes the digest of texts in their order.</summary>
    public static string Of(params IEnumerable<string> texts) => Of(texts.Select(Encoding.UTF8.GetBytes));
}
