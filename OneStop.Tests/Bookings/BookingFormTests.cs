using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>What the address of the list says, and what the form for a booking asks for.</summary>
public sealed class BookingFormTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void A_week_begins_on_Monday_also_for_its_Sunday()
    {
        var filter = new BookingFilter { Day = new(2026, 10, 11), IsWeek = true };
        Assert.Equal((new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 11)), (filter.From(Today), filter.Until(Today)));
        Assert.Equal(new DateOnly(2026, 10, 18), filter.Moved(1, Today).Day);
        Assert.Equal((Today, Today), (new BookingFilter().From(Today), new BookingFilter().Until(Today)));
    }

    [Fact]
    public void What_one_person_answered_is_not_the_next_ones_answer()
    {
        var draft = new BookingDraft { ClientId = Guid.Empty, Eligibility = Eligibility.Yes, Agrees = true, Tells = true, Kind = BookingKind.InterviewPractice };
        var other = After(draft, d => d with { ClientId = null });
        Assert.Equal((null, false, false, BookingKind.InterviewPractice), (other.Eligibility, other.Agrees, other.Tells, other.Kind));
    }

    [Fact]
    public void A_time_is_let_go_of_with_its_day_and_who_holds_the_talk_with_the_kind()
    {
        var draft = new BookingDraft { Day = Today, Time = TimeSpan.FromHours(10), StaffId = Guid.Empty };
        Func<BookingDraft, BookingDraft>[] others =
            [d => d with { Kind = BookingKind.JobPlacement }, d => d with { Method = ContactMethod.Video }, d => d with { Day = Today.AddDays(1) }];
        Assert.Equal((null, null), Chosen(After(draft, others[0])));
        Assert.All(others[1..], change => Assert.Equal((null, draft.StaffId), Chosen(After(draft, change))));
        Assert.Equal((TimeSpan.FromHours(11), draft.StaffId), Chosen(After(draft, d => d with { Time = TimeSpan.FromHours(11) }))); // they may be free then too
        Assert.Equal((draft.Time, null), Chosen(After(draft, d => d with { Beyond = true }))); // anybody may be chosen now, and somebody must

        var beyond = draft with { Beyond = true };
        Assert.All(others[1..], change => Assert.Equal(Chosen(draft), Chosen(After(beyond, change)))); // on purpose any time will do
        Assert.Equal(Chosen(draft), Chosen(After(draft, d => d with { Name = "かえで", Proposes = true })));

        static (TimeSpan?, Guid?) Chosen(BookingDraft draft) => (draft.Time, draft.StaffId);
    }

    [Fact]
    public void A_caller_who_is_typed_otherwise_is_another_person()
    {
        var begins = new BookingDraft { Day = Today };
        var typed = After(begins, d => d with { Name = "さくら" });
        Assert.Equal(typed.PersonKey, After(typed, d => d with { Time = TimeSpan.FromHours(10) }).PersonKey); // whoever saves again for another time means the same
        Assert.DoesNotContain(After(typed, d => d with { Phone = "092" }).PersonKey, (Guid[])[typed.PersonKey, Guid.Empty]);
        Assert.Equal(begins, After(typed, d => d with { Name = "" })); // nothing is typed any more
    }

    [Fact]
    public void Who_has_blocked_the_account_is_neither_told_nor_asked_for_their_word()
    {
        var draft = new BookingDraft { Tells = true, Proposes = true, Day = Today, Time = TimeSpan.FromHours(10) };
        var who = new BookingPerson { ConversationId = Guid.Empty, IsBlocked = true };
        Assert.Equal((false, false, false), (who.CanBeTold, draft.IsProposal(who), draft.Plan(who)!.Tells));
        who = who with
        {
            Client = new()
            {
                Id = Guid.Empty,
                Number = 1,
                Name = null,
                FriendNumber = 1,
                CalledAs = null,
                PhoneEnd = null,
                Eligibility = Eligibility.Yes,
                ConsentAt = default,
                ErasureAskedAt = null,
                Since = default,
                ConversationId = Guid.Empty,
                CanBeTold = true,
                HasAgreed = true,
                HasConsents = true,
            },
        }; // what is known of the client is newer
        Assert.Equal((true, true), (draft.IsProposal(who), draft.Plan(who)!.Tells));
    }

    [Fact]
    public async Task A_taken_time_asks_for_nothing_twice()
    {
        var member = await oneStop.OnShift("form");
        var other = await oneStop.AClient(member);
        await oneStop.As(member, async services =>
        {
            var (entry, desk) = (ActivatorUtilities.CreateInstance<BookingEntry>(services), services.GetRequiredService<BookingDesk>());
            var draft = After(new BookingDraft { Day = new(2026, 10, 7) }, d => d with { Phone = "092-000-0002", Agrees = true, Eligibility = Eligibility.No }); // nobody is refused
            await Refused("時間を選んで", () => entry.Keep(draft, BookingPerson.Nobody));
            draft = draft with { Time = TimeSpan.FromHours(24) };
            await Refused("呼び名", () => entry.Keep(draft, BookingPerson.Nobody));
            draft = After(draft, d => d with { Name = "かえで" });
            await desk.Book(other, draft.Plan(BookingPerson.Nobody)! with { StaffId = member.Id }, false); // somebody is quicker
            var kept = await entry.Keep(draft, BookingPerson.Nobody);
            Assert.False(kept.AsksEligibility || kept.AsksConsent);
            await Refused("空いている担当者がいません", () => entry.Book(new(draft, draft), kept, false));
            var beyond = draft with { Beyond = true };
            await Refused("担当者を選んでください", () => entry.Book(new(beyond, beyond), kept, false)); // beyond shifts nobody is chosen by the service
            Assert.Equal(kept.Client!.Id, (await entry.Keep(draft, BookingPerson.Nobody)).Client!.Id); // also where the answer was lost
            draft = After(draft, d => d with { Time = TimeSpan.FromHours(22) });
            var id = (await entry.Book(new(draft, draft), kept, false)).Id;
            Assert.Equal(kept.Client!.Id, (await desk.Look(id))!.ClientId);
        });

        static async Task Refused(string because, Func<Task> act) =>
            Assert.Contains(because, (await Assert.ThrowsAsync<RuleException>(act)).Message, StringComparison.Ordinal);
    }

    private BookingDraft After(BookingDraft before, Func<BookingDraft, BookingDraft> typed) => typed(before).After(before, oneStop.Clock.GetUtcNow());
}
