using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>The address of the list of bookings, and the questions of the form for a booking.</summary>
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
        var draft = new BookingDraft { IsNew = true, Eligibility = Eligibility.Yes, Agrees = true, Kind = BookingKind.InterviewPractice };
        draft.ChangePerson(null);
        Assert.Equal((null, false, false, BookingKind.InterviewPractice), (draft.Eligibility, draft.Agrees, draft.IsNew, draft.Kind));
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once_after_saving_was_tried_and_the_first_is_gone_to()
    {
        var draft = new BookingDraft { Day = Today, IsNew = true, Beyond = true };
        Assert.Null(draft.FaultOf(DraftPart.Name)); // no errors before the first attempt to save
        Assert.False(draft.IsComplete());
        Assert.Equal([DraftPart.Name, DraftPart.Eligibility, DraftPart.Consent, DraftPart.Time, DraftPart.StaffMember], draft.Missing().Select(m => m.Part));
        Assert.Equal((5, false), (draft.Faults, draft.TakesFocus(DraftPart.Time)));
        Assert.True(draft.TakesFocus(DraftPart.Name));
        Assert.False(draft.TakesFocus(DraftPart.Name)); // only once: the focus must not be pulled back
        draft.Name = "かえで";
        Assert.Equal((4, null), (draft.Faults, draft.FaultOf(DraftPart.Name)));
        Assert.Equal([DraftPart.Time], new BookingDraft { IsMove = true, Day = Today }.Missing().Select(m => m.Part));
    }

    [Fact]
    public void Who_has_blocked_the_account_is_neither_told_nor_asked_for_their_word()
    {
        var draft = new BookingDraft
        {
            ConversationId = Guid.Empty,
            IsBlocked = true,
            Tells = true,
            Proposes = true,
            Day = Today,
            Time = TimeSpan.FromHours(10)
        };
        Assert.Equal((true, false, false, false), (draft.IsInLine, draft.CanBeTold, draft.IsProposal, draft.Plan!.Tells));
        draft.Client = new()
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
            ConversationId = Guid.Empty,
            CanBeTold = true,
            HasAgreed = true,
            HasConsents = true,
        }; // the client's data is newer
        Assert.Equal((true, true), (draft.IsProposal, draft.Plan!.Tells));
    }

    [Fact]
    public async Task What_is_missing_is_told_in_turn_and_a_taken_time_asks_for_nothing_twice()
    {
        var member = await oneStop.OnShift("form");
        var other = await oneStop.AClient(member);
        await oneStop.As(member, async services =>
        {
            var entry = ActivatorUtilities.CreateInstance<BookingEntry>(services);
            var draft = new BookingDraft { Day = new(2026, 10, 7) };
            await Refused("利用者を選んで");
            (draft.IsNew, draft.Phone) = (true, "092-000-0002");
            await Refused("お名前");
            draft.Name = "かえで";
            await Refused("対象者の確認");
            draft.Eligibility = Eligibility.No; // nobody is refused
            await Refused("同意をもらって");
            draft.Agrees = true;
            await Refused("時間を選んで");
            draft.Time = TimeSpan.FromHours(24);
            await services.GetRequiredService<BookingDesk>().Book(other, draft.Plan! with { StaffId = member.Id }, false); // somebody else takes the time
            await Refused("空いている担当者がいません");
            var client = draft.Client!.Id;
            Assert.False(draft.AsksEligibility || draft.AsksConsent);
            draft.Time = TimeSpan.FromHours(22);
            var id = (await entry.Enter(draft)).Id;
            Assert.Equal(client, (await services.GetRequiredService<BookingDesk>().Look(id))!.ClientId);

            async Task Refused(string because) =>
                Assert.Contains(because, (await Assert.ThrowsAsync<RuleException>(() => entry.Enter(draft))).Message, StringComparison.Ordinal);
        });
    }
}
