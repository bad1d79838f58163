using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Bookings.Load;

/// <summary>The address of 混みぐあい: a day, or the week that contains it for one kind of talk.</summary>
/// <param name="Day">Null for today.</param>
public sealed record LoadAddress(DateOnly? Day, bool IsWeek, BookingKind Kind)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/load";

    private const string Week = "week";

    /// <summary>Parses the query; what is unknown is the default.</summary>
    public static LoadAddress Read(DateOnly? day, string? view, string? kind) =>
        new(day, view == Week, Enum.TryParse<BookingKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : BookingKind.Consultation);

    /// <summary>The first day shown.</summary>
    public DateOnly First(DateOnly today) => IsWeek ? (Day ?? today).Monday : Day ?? today;

    /// <summary>The number of days shown.</summary>
    public int Days => IsWeek ? 7 : 1;

    /// <summary>The address.</summary>
    public override string ToString()
    {
        string[] query = [.. Day is { } day ? [$"day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
            .. IsWeek ? [$"view={Week}"] : Array.Empty<string>(),
            .. IsWeek && Kind != BookingKind.Consultation ? [$"kind={Kind}"] : Array.Empty<string>()];
        return query.Length == 0 ? Path : $"{Path}?{string.Join('&', query)}";
    }
}
