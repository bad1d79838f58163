using System.Buffers.Text;
using System.Security.Cryptography;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Bookings.Feeds;

/// <summary>
/// The address at which a member of staff subscribes to the times of their own bookings. It is shown once, when it is made: kept is only its keyed
/// digest, so that nobody who reads the database, a backup or, later, the screen can use it. Who has lost it makes a new one.
/// </summary>
public sealed class BookingFeed
{
    private const int SecretBytes = 32;

    private BookingFeed() { }

    /// <summary>Creates the row of a member of staff.</summary>
    public static BookingFeed Of(Guid staffId) => new() { StaffId = staffId };

    public Guid StaffId { get; private set; }
    public string Digest { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Makes a new secret; the one before stops working.</summary>
    /// <returns>The secret, to be shown once.</returns>
    public string Renew(AuditKey key, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        (Digest, MadeAt) = (DigestOf(secret, key), now);
        return secret;
    }

    /// <summary>Computes the digest by which a secret is found.</summary>
    public static string DigestOf(string secret, AuditKey key) => key.Digest("booking feed", secret);
}
