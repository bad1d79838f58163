using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OneStop.Domain.Bookings.Slots;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>
/// What a client has chosen so far. The state of the dialogue is stored nowhere: each button carries all choices made before it, so an old button, a
/// second telephone or a button pressed twice needs no special treatment.
/// </summary>
/// <param name="Day">The service day.</param>
/// <param name="Time">On the service day's clock (up to 25:00).</param>
/// <param name="Moves">The booking to be replaced; null for a new one.</param>
/// <param name="Later">How many days after today the days shown begin.</param>
/// <param name="AsksMethod">方法を変える: ask for the method where chat would be the default; day and time are kept.</param>
/// <param name="IsInVain">
/// The card with this button says that the day is full or the time gone, and that was counted. It says nothing about the wish that the button leads to.
/// </param>
public sealed record BookingWish(BookingKind Kind, ContactMethod? Method = null, ServiceDay? Day = null, TimeSpan? Time = null, Guid? Moves = null,
    int Later = 0, bool AsksMethod = false, bool IsInVain = false)
{
    private const string Asked = "?";
    private const char InVain = '!';
    private const string DayFormat = "yyyyMMdd";
    private const int MostLater = 180;
    private static readonly TimeSpan Latest = TimeSpan.FromHours(25);
    private static readonly (BookingKind Kind, string Code)[] Kinds =
        [(BookingKind.Consultation, "c"), (BookingKind.JobPlacement, "j"), (BookingKind.ProgramMeeting, "p"), (BookingKind.InterviewPractice, "i"),
            (BookingKind.RetentionMeeting, "r")];
    private static readonly (ContactMethod Method, string Code)[] Methods = [(ContactMethod.Chat, "c"), (ContactMethod.Phone, "p"), (ContactMethod.Video, "v")];

    /// <summary>The start; null until both day and time are chosen.</summary>
    public DateTimeOffset? Start => Day is { } day && Time is { } time ? day.At(time) : null;

    /// <summary>Returns the wish with a typed time. A time that is never offered is left out, so that the dialogue asks for one.</summary>
    public BookingWish At(TimeSpan? typed) =>
        this with { Time = typed is { } time && time >= TimeSpan.Zero && time <= Latest && time.Ticks % FreeSlots.OfferedEvery.Ticks == 0 ? time : null };

    /// <summary>
    /// The form in a button's data: <c>c/p/20261028/870</c>, followed by <c>!</c> on a card that says that nothing is free, and by <c>~</c> and the id of
    /// the booking to be moved.
    /// </summary>
    public override string ToString()
    {
        List<string?> all =
        [
            Kinds.Single(k => k.Kind == Kind).Code,
            AsksMethod ? Asked : Method is { } method ? Methods.Single(m => m.Method == method).Code : null,
            Later > 0 ? $"+{Later.ToString(CultureInfo.InvariantCulture)}" : Day?.Date.ToString(DayFormat, CultureInfo.InvariantCulture),
            Later == 0 && Time is { } time ? ((int)time.TotalMinutes).ToString(CultureInfo.InvariantCulture) : null,
        ];
        var parts = all.TakeWhile(part => part is not null); // no time without a day, no day without a method
        return string.Join('/', parts) + (IsInVain ? InVain : null) + (Moves is { } moves ? $"~{moves:N}" : "");
    }

    /// <summary>Parses the form in a button's data.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out BookingWish? wish)
    {
        wish = null;
        Guid? moves = null;
        if (text.Split('~') is [var head, var id] && Guid.TryParseExact(id, "N", out var moved))
            (text, moves) = (head, moved);
        var isInVain = text.EndsWith(InVain);
        var parts = (isInVain ? text[..^1] : text).Split('/');
        if (parts.Length > 4 || Kinds.FirstOrDefault(k => k.Code == parts[0]) is not { Code: not null } kind)
            return false;
        var read = new BookingWish(kind.Kind, Moves: moves, IsInVain: isInVain);
        if (parts.Length > 1 && parts[1] == Asked)
            read = read with { AsksMethod = true };
        else if (parts.Length > 1)
        {
            if (Methods.FirstOrDefault(m => m.Code == parts[1]) is not { Code: not null } method)
                return false;
            read = read with { Method = method.Method };
        }
        if (parts.Length == 3 && parts[2].StartsWith('+'))
        {
            if (!int.TryParse(parts[2].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var later) || later is 0 or > MostLater)
                return false;
            wish = read with { Later = later };
            return true;
        }
        if (parts.Length > 2)
        {
            if (!DateOnly.TryParseExact(parts[2], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2000 or > 2200)
                return false;
            read = read with { Day = new(date) };
        }
        if (parts.Length > 3)
        {
            if (!int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > Latest.TotalMinutes
                || minutes % Slot.Quarter != 0)
                return false;
            read = read with { Time = TimeSpan.FromMinutes(minutes) };
        }
        wish = read;
        return true;
    }
}
