using Microsoft.AspNetCore.Components;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Shared.Forms;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.Making;

public sealed partial class NewBookingPage
{
    private BookingDraft? begins;
    private BookingPerson person = BookingPerson.Nobody;
    private Form<BookingDraft>? form;
    private string back = "";

    [SupplyParameterFromQuery(Name = "conversation")] private Guid? Conversation { get; set; }

    /// <summary>The client of an open case file.</summary>
    [SupplyParameterFromQuery(Name = "client")] private Guid? Client { get; set; }

    /// <summary>A past booking: the new one is for the same person and of the same kind.</summary>
    [SupplyParameterFromQuery(Name = "after")] private Guid? After { get; set; }

    /// <summary>Set if the page was opened beside the conversation.</summary>
    [SupplyParameterFromQuery(Name = "talk")] private string? FromTalk { get; set; }

    private string DraftKey => $"booking:{Conversation ?? begins?.ClientId}"; // the person with whom the form begins; nobody if one is to be chosen

    private BookingDraft Wish => form?.Mine ?? begins!;

    /// <summary>The person of the booking; nobody while a chosen client is being read.</summary>
    private BookingPerson Who => person.ConversationId is not null || person.Client?.Id == Wish.ClientId ? person : BookingPerson.Nobody;

    private string Called => Who.IsKnown ? Who.Called : Wish.Name.Trim() is { Length: > 0 } name ? name : "新しい利用者";

    private bool LacksPhone =>
        Wish is { Method: ContactMethod.Phone, Phone: "" } && (Who.IsKnown || Wish.IsNew) && !Who.CanBeTold && Who.Client?.PhoneEnd is null;

    private string Back => (Conversation ?? (FromTalk == "1" ? Who.Client?.ConversationId : null)) is { } id
        ? $"/inbox/{id}"
        : Client is { } client ? $"/clients/{client}"
        : BookingsAddress.Of(Wish.Day ?? begins!.Day!.Value);

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

    private async Task Open(Guid clientId)
    {
        var read = await Entry.Known(clientId) ?? BookingPerson.Nobody;
        if (Wish.ClientId == clientId)
            Know(read, Wish.Tells && read.IsTold);
    }

    private async Task Reopen() => person = await Entry.Known(person.Client!.Id) is { } known ? person with { Client = known.Client } : BookingPerson.Nobody;

    private void Know(BookingPerson who, bool tells)
    {
        person = who;
        form!.Fill(Wish with { ClientId = who.ConversationId is null ? who.Client?.Id : null, Tells = tells });
    }

    private async Task Enter(Edit<BookingDraft> edit)
    {
        var isProposal = edit.Wish.IsProposal(Who);
        var (plan, kept) = (edit.Wish.Plan(Who), await Entry.Keep(edit.Wish, Who));
        try
        {
            var done = await Entry.Book(edit, kept, isProposal);
            Undo.Offer($"{kept.Called} の予約を {ServiceDay.Say(plan!.Start)} に入れました{ToldWords.Of(plan.Tells, done.IsTold)}",
                () => Desk.TakeBack(done.Id, done.IsTold));
            Latest.Mark(done.Id);
            back = Back;
        }
        catch (RuleException)
        {
            Know(kept, Wish.Tells); // the saved person need not be entered again
            throw;
        }
    }
}
