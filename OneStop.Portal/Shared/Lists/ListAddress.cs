using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.WebUtilities;
using OneStop.Domain;
using OneStop.Domain.Lists;

namespace OneStop.Portal.Shared.Lists;

/// <summary>
/// Converts the query of a list to and from an address: each property of the filter by its name (<c>Kind</c> is <c>kind</c>, <c>IsWeek</c> is
/// <c>week</c>), beside <c>sort</c>, <c>page</c> and <c>hide</c>. Only values that differ from an empty filter are written.
/// Text is left out: what is typed never appears in an address.
/// </summary>
internal static class ListAddress
{
    private const string Yes = "1";
    private const string DateFormat = "yyyy-MM-dd";
    private const int MostPages = 100_000;

    /// <summary>Reads an address. Invalid values are ignored.</summary>
    public static ListQuery<TFilter> Read<TFilter>(string address)
        where TFilter : class, new()
    {
        var said = QueryHelpers.ParseQuery(new Uri(new Uri("http://onestop"), address).Query);
        var filter = new TFilter();
        foreach (var property in PropertiesOf(typeof(TFilter)))
        {
            if (said.TryGetValue(NameOf(property), out var text) && Parse(property.PropertyType, text.ToString()) is { } value)
                property.SetValue(filter, value);
        }
        var sort = said.TryGetValue("sort", out var column) && column.ToString() is { Length: > 0 and < 40 } word
            && word.Trim('-').All(char.IsAsciiLetter) ? word : null;
        var page = said.TryGetValue("page", out var number) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at is > 0 and < MostPages ? at : 1;
        return new(filter, sort?.TrimStart('-'), sort is ['-', ..], page);
    }

    /// <summary>Returns the columns that an address hides; null if the address does not say.</summary>
    public static ColumnNames? HiddenIn(string address) =>
        QueryHelpers.ParseQuery(new Uri(new Uri("http://onestop"), address).Query).TryGetValue("hide", out var columns)
        ? ColumnNames.Read(columns.ToString())
        : null;

    /// <summary>Returns the address of a query, without search words.</summary>
    /// <param name="hidden">The hidden columns, which may be none; null to leave them out of the address.</param>
    public static string Write<TFilter>(string path, ListQuery<TFilter> query, ColumnNames? hidden = null)
        where TFilter : class, new()
    {
        var empty = new TFilter();
        (string Name, string? Value)[] said =
        [
            .. PropertiesOf(typeof(TFilter)).Where(p => !Equals(p.GetValue(query.Filter), p.GetValue(empty)))
                .Select(p => (NameOf(p), Say(p.GetValue(query.Filter)))),
            ("sort", query.Sort is null ? null : (query.IsDescending ? "-" : "") + query.Sort),
            ("page", query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null),
            ("hide", hidden?.ToString()),
        ];
        return string.Join('&', said.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}")) is { Length: > 0 } words ? $"{path}?{words}" : path;
    }

    /// <summary>False for a date that is still being typed: a partial year is, for example, year 2.</summary>
    public static bool IsSensible(DateOnly day) => day.Year is > 2000 and < 2200;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type filter) =>
        filter.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static string NameOf(PropertyInfo property)
    {
        var name = property.Name is ['I', 's', _, ..] && property.PropertyType == typeof(bool) ? property.Name[2..] : property.Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string? Say(object? value) => value switch
    {
        null or false => null,
        true => Yes,
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        Enum word => word.ToString().ToLowerInvariant(),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A filter has no {value.GetType().Name}: what is typed never stands in an address."),
    };

    private static object? Parse(Type type, string text)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return !int.TryParse(text, out _) && Enum.TryParse(plain, text, ignoreCase: true, out var word) && Enum.IsDefined(plain, word) ? word : null;
        if (plain == typeof(bool))
            return text == Yes ? true : null;
        if (plain == typeof(DateOnly))
            return DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsSensible(date) ? date : null;
        if (plain == typeof(Guid))
            return Guid.TryParse(text, out var id) ? id : null;
        return plain == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
