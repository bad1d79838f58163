using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Portal.Shared.Forms;

namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>A part of the form for a booking that cannot stay empty, in the order of the form.</summary>
public enum DraftPart
{
    Person,
    Name,
    Eligibility,
    Consent,
    Time,
    StaffMember,
}

/// <summary>What somebody has filled in so far on the way to a booking; it stays as it is whatever goes wrong.</summary>
public sealed class BookingDraft
{
    /// <summary>The client, once chosen or known.</summary>
    public ClientRow? Client { get; set; }

    /// <summary>The talk whose person it is for.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What the person of the talk is called, while they are no client yet.</summary>
    public string? Alias { get; init; }

    /// <summary>A caller who is no client yet.</summary>
    public bool IsNew { get; set; }
    public string Name { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>対象者の確認, as the person answers it now.</summary>
    public Eligibility? Eligibility { get; set; }

    /// <summary>同意, given now.</summary>
    public bool Agrees { get; set; }

    public BookingKind Kind { get; set; }
    public ContactMethod Method { get; set; } = ContactMethod.Phone;
    public DateOnly Day { get; set; }
    public TimeSpan? Time { get; set; }
    public Guid? StaffId { get; set; }
    public bool Beyond { get; set; }
    public bool Proposes { get; set; }
    public bool Tells { get; set; }

    /// <summary>It moves a booking: of whom and what is known.</summary>
    public bool IsMove { get; init; }

    /// <summary>With it the person is entered once, however often the same is saved.</summary>
    internal SaveKey PersonKey { get; } = new();

    /// <summary>And with it the booking.</summary>
    internal SaveKey BookingKey { get; } = new();

    private bool isTried;
    private DraftPart? goal;

    /// <summary>It is known for whom.</summary>
    public bool HasPerson => Client is not null || ConversationId is not null || IsNew;

    /// <summary>It is for somebody else: what the one before had answered is theirs alone.</summary>
    public void ChangePerson(ClientRow? client) => (Client, IsNew, Eligibility, Agrees) = (client, false, null, false);

    /// <summary>Their talk in LINE.</summary>
    public Guid? Talk => ConversationId ?? Client?.ConversationId;

    /// <summary>They have one.</summary>
    public bool IsInLine => Talk is not null;

    /// <summary>The talk of which it is known whether the person is to be left alone now.</summary>
    public Guid? HoursReadOf { private get; set; }

    /// <summary>It is known whether they may be told just now: before, nothing is sent.</summary>
    public bool KnowsHours => HoursReadOf == Talk;

    /// <summary>The person of the talk has blocked the account. Of a client it is known by itself.</summary>
    public bool IsBlocked { private get; init; }

    /// <summary>What is sent in LINE reaches them.</summary>
    public bool CanBeTold => Client?.CanBeTold ?? (ConversationId is not null && !IsBlocked);

    /// <summary>It waits for their word, which they can give.</summary>
    public bool IsProposal => Proposes && CanBeTold;

    public string Called => Client?.Alias ?? Alias ?? (Name.Trim().Length > 0 ? Name.Trim() : "新しい利用者");

    /// <summary>対象者の確認 is still to be asked.</summary>
    public bool AsksEligibility => Client is null or { Eligibility: OneStop.Domain.Clients.Eligibility.NotAsked };

    /// <summary>同意 is still to be asked.</summary>
    public bool AsksConsent => Client?.ConsentAt is null;

    /// <summary>When it would be and with whom; null until a time is chosen.</summary>
    public BookingPlan? Plan => Time is { } time ? new(Kind, Method, new ServiceDay(Day).At(time), StaffId, Beyond, Tells && CanBeTold) : null;

    /// <summary>What is still missing, all of it, in the order of the form.</summary>
    public IEnumerable<(DraftPart Part, string Says)> Missing()
    {
        if (!IsMove)
        {
            if (!HasPerson)
                yield return (DraftPart.Person, "利用者を選んでください。はじめての人は、お名前（呼び名）を入力してください。");
            if (IsNew && Client is null && Name.Trim().Length == 0)
                yield return (DraftPart.Name, "お名前（呼び名）を入力してください。");
            if (HasPerson && AsksEligibility && Eligibility is null)
                yield return (DraftPart.Eligibility, "対象者の確認で、答えを選んでください。");
            if (HasPerson && AsksConsent && !Agrees)
                yield return (DraftPart.Consent, "個人情報の取り扱いへの同意をもらってから、予約を入れてください。");
        }
        if (Time is null)
            yield return (DraftPart.Time, "時間を選んでください。");
        if (Beyond && StaffId is null)
            yield return (DraftPart.StaffMember, "重複・時間外で入れるときは、担当者を選んでください。");
    }

    /// <summary>Looks whether all is there. If not, what is missing is told beside its field from now on, and the first of them is to be gone to.</summary>
    public bool IsComplete()
    {
        isTried = true;
        goal = Missing().Select(m => (DraftPart?)m.Part).FirstOrDefault();
        return goal is null;
    }

    /// <summary>What stands beside a field: nothing before saving was tried, nor when it is filled in.</summary>
    public string? FaultOf(DraftPart part) => isTried ? Missing().Where(m => m.Part == part).Select(m => m.Says).FirstOrDefault() : null;

    /// <summary>How many fields are told to be missing.</summary>
    public int Faults => isTried ? Missing().Count() : 0;

    /// <summary>Whether this field is to be gone to; true once.</summary>
    public bool TakesFocus(DraftPart part)
    {
        if (goal != part)
            return false;
        goal = null;
        return true;
    }

    /// <summary>The plan, of what is complete.</summary>
    /// <exception cref="RuleException">Something is missing; it says what.</exception>
    public BookingPlan Check() => Missing().Select(m => m.Says).FirstOrDefault() is { } missing ? throw new RuleException(missing) : Plan!;
}

/// <summary>
/// Enters what was filled in: the person first, then the booking, so that what is already kept is not asked again if the time is gone meanwhile.
/// </summary>
internal sealed class BookingEntry(ClientDesk clients, BookingDesk desk, TimeProvider clock)
{
    /// <returns>The new booking.</returns>
    /// <exception cref="RuleException">Something is missing, nobody is free then, or who was to
    /// answer a proposal has blocked the account meanwhile.</exception>
    public async Task<EnteredBooking> Enter(BookingDraft draft)
    {
        var (plan, isProposal) = (draft.Check(), draft.IsProposal);
        var client = draft.Client?.Id
            ?? await clients.Register(draft.ConversationId, draft.IsNew ? draft.Name : null, draft.Phone,
                draft.PersonKey.Of((draft.Name, draft.Phone), clock.GetUtcNow()));
        draft.Client ??= await clients.Open(client);
        if (draft is { AsksEligibility: true, Eligibility: { } answer })
            await clients.Answer(client, answer);
        if (draft.AsksConsent)
            await clients.Agree(client);
        draft.Client = await clients.Open(client);
        if (isProposal && !draft.CanBeTold)
            throw new RuleException("LINEでは届かなくなったため、提案できません。電話で日時を決めて、予約を入れてください。");
        return await desk.Book(client, plan, isProposal, draft.BookingKey.Of((client, plan, isProposal), clock.GetUtcNow()));
    }
}
