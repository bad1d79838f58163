using System.Security.Cryptography;
using System.Text;

namespace OneStop.Line.Webhook;

/// <summary>LINE's signature: Base64 of HMAC-SHA256 over the raw body, keyed with the characters of the channel secret.</summary>
public static class WebhookSignature
{
    /// <summary>Computes the signature of a body.</summary>
    public static string Of(ReadOnlySpan<byte> body, string channelSecret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body));

    /// <summary>Whether the body was signed with the secret. The comparison takes constant time; a malformed signature is not valid.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, string? signature, string channelSecret)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature is not { Length: 44 } || !Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
            return false;

        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body, right);
        return CryptographicOperations.FixedTimeEquals(given, right);
    }
}
