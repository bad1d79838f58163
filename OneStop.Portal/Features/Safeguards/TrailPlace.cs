using System.Globalization;
using OneStop.Domain.PersonTrail;

namespace OneStop.Portal.Features.Safeguards;

/// <summary>Which part of a person's trail somebody looks at, as the address says it.</summary>
/// <param name="Person">The client, the friend, or their talk.</param>
public sealed record TrailPlace(Guid Person, TrailFilter Filter)
{
    /// <summary>The whole trail of a person.</summary>
    public static string UrlOf(Guid person) => new TrailPlace(person, new()).Url;

    /// <summary>Reads what an address says; what makes no sense in it is left out.</summary>
    public static TrailPlace Read(Guid person, string? kind, string? staff, string? page) => new(person, new(
        Enum.TryParse<TrailKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(kind, out _) ? known : null,
        Guid.TryParse(staff, out var id) ? id : null,
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : 1));

    /// <summary>The same trail, narrowed otherwise and from its first page on.</summary>
    public TrailPlace With(TrailKind? kind, Guid? staff) => this with { Filter = new(kind, staff) };

    /// <summary>Another page of it.</summary>
    public TrailPlace At(int page) => this with { Filter = Filter with { Page = page } };

    /// <summary>The address of this place.</summary>
    public string Url
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("kind", Filter.Kind?.ToString().ToLowerInvariant()),
                ("staff", Filter.StaffId?.ToString()),
                ("page", Filter.Page > 1 ? Filter.Page.ToString(CultureInfo.InvariantCulture) : null),
            ];
            var query = string.Join('&', all.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
            return $"/clients/{Person}/trail{(query.Length == 0 ? "" : "?" + query)}";
        }
    }
}
