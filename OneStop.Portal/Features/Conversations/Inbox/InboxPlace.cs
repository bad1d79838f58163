using System.Globalization;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>A place in the inbox as stored in the address: a list and its filter. Search words are never in an address.</summary>
public sealed record InboxPlace(InboxList List, InboxFilter Filter)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads an address; invalid values are ignored.</summary>
    public static InboxPlace Read(string? list, string? assignee, string? tag, string? kind, string? from, string? until) => new(
        InboxLists.Parse(list),
        new(IdOf(assignee), IdOf(tag), Enum.TryParse<MessageKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            DayOf(from), DayOf(until)));

    /// <summary>Returns the address of this place.</summary>
    /// <param name="id">The conversation that is open.</param>
    /// <param name="at">The order key of the message to show.</param>
    public string Url(Guid? id = null, long? at = null)
    {
        (string Name, string? Value)[] all =
        [
            ("list", List.InUrl),
            ("assignee", Filter.AssigneeId?.ToString()),
            ("tag", Filter.TagId?.ToString()),
            ("kind", Filter.Kind?.ToString().ToLowerInvariant()),
            ("from", Filter.From?.ToString(Day, CultureInfo.InvariantCulture)),
            ("until", Filter.Until?.ToString(Day, CultureInfo.InvariantCulture)),
            ("at", at?.ToString(CultureInfo.InvariantCulture)),
        ];
        return $"/inbox{(id is null ? "" : $"/{id}")}?{string.Join('&', all.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"))}";
    }

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
