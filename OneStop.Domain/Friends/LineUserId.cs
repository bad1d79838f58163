using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Friends;

/// <summary>
/// A LINE user id: <c>U</c> and 32 hexadecimal digits, valid within the provider. The only data taken from a client's device without asking (仕様書
/// 7(1)①(サ)). LINE documents it as <c>U[0-9a-f]{32}</c>.
/// </summary>
public sealed partial record LineUserId
{
    private LineUserId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Parses an id from outside.</summary>
    public static bool TryParse(string? value, [NotNullWhen(true)] out LineUserId? id)
    {
        id = value is not null && Pattern().IsMatch(value) ? new(value) : null;
        return id is not null;
    }

    /// <exception cref="FormatException">The value is no LINE user id.</exception>
    public static LineUserId Parse(string value) => TryParse(value, out var id) ? id : throw new FormatException("Not a LINE user id.");

    /// <summary>Returns its beginning only, because the whole id must not be logged.</summary>
    public override string ToString() => $"{Value[..5]}…";

    [GeneratedRegex(@"^U[0-9a-f]{32}\z")]
    private static partial Regex Pattern();
}
