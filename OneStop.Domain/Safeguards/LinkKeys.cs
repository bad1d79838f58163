using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Safeguards;

/// <summary>
/// The unguessable ends of the addresses that clients and LINE open: the id of what they name, and a keyed code over it. They are
/// made as a message goes out and stored nowhere, so that whoever reads the database can open none.
/// </summary>
public sealed partial class LinkKeys(AuditKey key)
{
    private const int IdLength = 32;
    private const int CodeLength = 32;

    /// <summary>The key of what has this id.</summary>
    public string Of(Guid id) => $"{id:N}{CodeOf(id)}";

    /// <summary>Stands for the key in what waits to be sent.</summary>
    public static string PlaceFor(Guid id) => id.ToString("B");

    /// <summary>Puts the key in its place at the end of an address.</summary>
    public string Fill(string address) => Place().Replace(address, place => Of(Guid.Parse(place.Value)));

    /// <summary>The id that a key names; null if we did not make it.</summary>
    public Guid? Read(string? text) => text is { Length: IdLength + CodeLength } && Guid.TryParseExact(text[..IdLength], "N", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text[IdLength..]), Encoding.UTF8.GetBytes(CodeOf(id))) ? id : null;

    private string CodeOf(Guid id) => key.Digest("link", id.ToString())[..CodeLength]; // 128 bits

    [GeneratedRegex(@"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}\z")]
    private static partial Regex Place();
}
