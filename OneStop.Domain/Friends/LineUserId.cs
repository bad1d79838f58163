using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Friends;

/// <summary>
/// The address of a friend: <c>U</c> and 32 hexadecimal digits, scoped to the provider. The one thing that is taken from a
/// client's device without asking (仕様書 7(1)①(サ)). LINE documents it as <c>U[0-9a-f]{32}</c>.
/// </summary>
public sealed partial record LineUserId
{
    private LineUserId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads an id at the door.</summary>
    public static bool TryParse(string? value, [NotNullWhen(true)] out LineUserId? id)
    {
        id = value is not null && Pattern().IsMatch(value) ? new(value) : null;
        return id is not null;
    }

    /// <exception cref="FormatException">It is no LINE user id.</exception>
    public static LineUserId Parse(string value) => TryParse(value, out var id) ? id : throw new FormatException("Not a LINE user id.");

    /// <summary>Its beginning only: the whole never goes into a log.</summary>
    public override string ToString() => $"{Value[..5]}…";

    [GeneratedRegex(@"^U[0-9a-f]{32}\z")]
    private static partial Regex Pattern();
}
