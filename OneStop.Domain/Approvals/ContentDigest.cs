using System.Security.Cryptography;
using System.Text;

namespace OneStop.Domain.Approvals;

/// <summary>Says of a content which it is exactly: SHA-256 over the SHA-256 of each part, so that no word moves from one part to the next unseen.</summary>
public static class ContentDigest
{
    /// <summary>Hexadecimal.</summary>
    public const int Length = 64;

    /// <summary>Of parts in their order.</summary>
    public static string Of(params IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(SHA256.HashData(part));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of texts in their order.</summary>
    public static string Of(params IEnumerable<string> texts) => Of(texts.Select(Encoding.UTF8.GetBytes));
}
