using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>The input of the form for a booking.</summary>
public sealed record BookingDraft
{
    /// <summary>The id of the chosen client; null for a new caller.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>The name of a caller who is not a client yet.</summary>
    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";

    /// <summary>The idempotency key for registering the caller, however often the booking is saved.</summary>
    public Guid PersonKey { get; init; }

    /// <summary>対象者の確認: the answer of the person now.</summary>
    public Eligibility? Eligibility { get; init; }

    /// <summary>True if 同意 is given now.</summary>
    public bool Agrees { get; init; }

    public BookingKind Kind { get; init; }
    public ContactMethod Method { get; init; } = ContactMethod.Phone;

    /// <summary>Null while the typed text is not a date.</summary>
    public DateOnly? Day { get; init; }
    public TimeSpan? Time { get; init; }

    /// <summary>Null to let the system choose a free member.</summary>
    public Guid? StaffId { get; init; }
    public bool Beyond { get; init; }

    /// <summary>Why it is booked outside the shift or beside another booking; asked only then.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The length in minutes; null for the length of the kind.</summary>
    public int? Minutes { get; init; }

    /// <summary>True if day, time and member were chosen on the calendar: they stay when something else is changed.</summary>
    public bool IsPlaced { get; init; }
    public bool Proposes { get; init; }
    public bool Tells { get; init; }

    /// <summary>True if somebody new has been typed in.</summary>
    public bool IsNew => Name.Trim().Length > 0 || Phone.Trim().Length > 0;

    /// <summary>True if the client is asked to confirm, and can be.</summary>
    public bool IsProposal(BookingPerson who) => Proposes && who.CanBeTold;

    /// <summary>Returns the time and the member of the booking; null until a time is chosen.</summary>
    public BookingPlan? Plan(BookingPerson who) =>
        (Day, Time) is ({ } day, { } time) ? new(Kind, Method, new ServiceDay(day).At(time), StaffId, Beyond, Tells && who.CanBeTold, Minutes, Reason) : null;

    /// <summary>Clears what depended on a value that changed: answers on the person, the time on the day, the staff member on the kind. Whether
    /// they are free at another time is seen when its free times are read.</summary>
    public BookingDraft After(BookingDraft before, DateTimeOffset now)
    {
        var wish = this;
        if (ClientId != before.ClientId)
            wish = wish with { Eligibility = null, Agrees = false, Tells = ClientId is not null };
        if ((Name, Phone) != (before.Name, before.Phone))
            wish = wish with { PersonKey = IsNew ? Guid.CreateVersion7(now) : Guid.Empty };
        if (IsPlaced)
            return wish;
        if (Kind != before.Kind || (!Beyond && (Method, Day) != (before.Method, before.Day)))
            wish = wish with { Time = null };
        if (Kind != before.Kind || Beyond != before.Beyond)
            wish = wish with { StaffId = null };
        return wish;
    }
}
