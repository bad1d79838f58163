using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Safeguards;

/// <summary>
/// The unguessable keys of addresses that clients and LINE open: an id and a MAC over it. They are computed when a message is sent and stored
/// nowhere, so that a reader of the database cannot open the addresses.
/// </summary>
public sealed partial class LinkKeys(AuditKey key)
{
    private const int IdLength = 32;
    private const int CodeLength = 32;

    /// <summary>Returns the key of an id.</summary>
    public string Of(Guid id) => $"{id:N}{CodeOf(id)}";

    /// <summary>Returns the placeholder for the key in a message that waits to be sent.</summary>
    public static string PlaceFor(Guid id) => id.ToString("B");

    /// <summary>Replaces the placeholder at the end of an address by the key.</summary>
    public string Fill(string address) => Place().Replace(address, place => Of(Guid.Parse(place.Value)));

    /// <summary>Returns the id of a key; null if the MAC is not valid.</summary>
    public Guid? Read(string? text) => text is { Length: IdLength + CodeLength } && Guid.TryParseExact(text[..IdLength], "N", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text[IdLength..]), Encoding.UTF8.GetBytes(CodeOf(id))) ? id : null;

    private string CodeOf(Guid id) => key.Digest("link", id.ToString())[..CodeLength]; // 128 bits

    [GeneratedRegex(@"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}\z")]
    private static partial Regex Place();
}
