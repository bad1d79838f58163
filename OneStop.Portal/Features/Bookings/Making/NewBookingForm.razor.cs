using Microsoft.AspNetCore.Components;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Shared.Forms;

namespace OneStop.Portal.Features.Bookings.Making;

public sealed partial class NewBookingForm
{
    private BookingPerson person = BookingPerson.Nobody;
    private Form<BookingDraft>? form;
    private EnteredBooking booked = new(Guid.Empty, false);
    private BookingDraft? saved; // the form begins anew after saving, and the page still has to know what was saved

    [Parameter, EditorRequired] public BookingDraft Begins { get; set; } = default!;

    /// <summary>The person with whom the form begins; nobody if one is to be chosen.</summary>
    [Parameter] public BookingPerson Person { get; set; } = BookingPerson.Nobody;

    [Parameter, EditorRequired] public string DraftKey { get; set; } = "";

    /// <summary>The path of a page that keeps the form when only the rest of its address changes.</summary>
    [Parameter] public string? StaysOn { get; set; }

    /// <summary>What gets the focus when the form appears.</summary>
    [Parameter] public FormFocus Focus { get; set; }

    /// <summary>Buttons to the left of the save button.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>Called with the present input after each change.</summary>
    [Parameter] public EventCallback<BookingDraft> OnChange { get; set; }

    /// <summary>Called after the booking was entered.</summary>
    [Parameter] public EventCallback<EnteredBooking> OnBooked { get; set; }

    /// <summary>Closes the form without saving.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    /// <summary>The present input, or what was saved.</summary>
    public BookingDraft Wish => saved ?? form?.Mine ?? Begins;

    /// <summary>The person of the booking; nobody while a chosen client is being read.</summary>
    public BookingPerson Who => person.ConversationId is not null || person.Client?.Id == Wish.ClientId ? person : BookingPerson.Nobody;

    private string Called => Who.IsKnown ? Who.Called : Wish.Name.Trim() is { Length: > 0 } name ? name : "新しい利用者";

    private bool LacksPhone =>
        Wish is { Method: ContactMethod.Phone, Phone: "" } && (Who.IsKnown || Wish.IsNew) && !Who.CanBeTold && Who.Client?.PhoneEnd is null;

    protected override void OnInitialized() => person = Person;

    /// <summary>Takes another place on the calendar, and keeps all else that was typed.</summary>
    public void Place(BookingDraft at) => form!.Fill(PlacedAt(Wish, at));

    /// <summary>What was typed for one place on the calendar is restored at the one where the form is opened.</summary>
    private BookingDraft Revive(BookingDraft draft) => Begins.IsPlaced ? PlacedAt(draft, Begins) : draft;

    private static BookingDraft PlacedAt(BookingDraft wish, BookingDraft at) =>
        wish with { IsPlaced = at.IsPlaced, Day = at.Day, Time = at.Time, Minutes = at.Minutes, StaffId = at.StaffId };

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

    private void Changed()
    {
        StateHasChanged();
        _ = OnChange.InvokeAsync(Wish);
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
            (booked, saved) = (done, edit.Wish);
        }
        catch (RuleException)
        {
            Know(kept, Wish.Tells); // the saved person need not be entered again
            throw;
        }
    }
}
