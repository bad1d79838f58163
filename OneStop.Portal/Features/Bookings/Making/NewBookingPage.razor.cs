using Microsoft.AspNetCore.Components;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.Making;

public sealed partial class NewBookingPage
{
    private BookingDraft? begins;
    private BookingPerson person = BookingPerson.Nobody;
    private NewBookingForm? form;

    [SupplyParameterFromQuery(Name = "conversation")] private Guid? Conversation { get; set; }

    /// <summary>The client of an open case file.</summary>
    [SupplyParameterFromQuery(Name = "client")] private Guid? Client { get; set; }

    /// <summary>A past booking: the new one is for the same person and of the same kind.</summary>
    [SupplyParameterFromQuery(Name = "after")] private Guid? After { get; set; }

    /// <summary>Set if the page was opened beside the conversation.</summary>
    [SupplyParameterFromQuery(Name = "talk")] private string? FromTalk { get; set; }

    private string DraftKey => $"booking:{Conversation ?? begins?.ClientId}"; // the person with whom the form begins; nobody if one is to be chosen

    private string Back => (Conversation ?? (FromTalk == "1" ? (form?.Who ?? person).Client?.ConversationId : null)) is { } id
        ? $"/inbox/{id}"
        : Client is { } client ? $"/clients/{client}"
        : BookingsAddress.Of(form?.Wish.Day ?? begins!.Day!.Value);

    protected override async Task OnInitializedAsync()
    {
        var start = new BookingDraft { Day = ListAddress.Read<BookingFilter>(Nav.Uri).Filter.Day ?? ServiceDay.Of(Clock.GetUtcNow()).Date };
        if (After is { } over && await Desk.Look(over) is { } row && await Entry.Known(row.ClientId) is { } known)
            (person, start) = (known, start with { ClientId = row.ClientId, Kind = row.Kind, Method = row.Method });
        else if (Client is { } client && await Entry.Known(client) is { } filed)
            (person, start) = (filed, start with { ClientId = client, Method = filed.CanBeTold ? ContactMethod.Chat : ContactMethod.Phone });
        else if (Conversation is { } id && await Entry.OfTalk(id) is { } other)
            (person, start) = (other, start with { Method = ContactMethod.Chat });
        begins = start with { Tells = person.IsTold };
    }
}
