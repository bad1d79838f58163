using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Tests.Bookings;

/// <summary>What the manager can set for a kind, and where it ends.</summary>
public sealed class BookingTermsTests
{
    private static readonly TermsWish Standard = BookingTerms.Standard(BookingKind.Consultation).Wish;

    public static TheoryData<TermsWish, string?> Wishes => new()
    {
        { Standard with { Minutes = 60 }, null },
        { Standard with { Minutes = 15 }, null },
        { Standard with { Minutes = 75 }, nameof(TermsWish.Minutes) },
        { Standard with { Minutes = 0 }, nameof(TermsWish.Minutes) },
        { Standard with { Minutes = 50 }, nameof(TermsWish.Minutes) },
        { Standard with { BufferBefore = 0, BufferAfter = 60 }, null },
        { Standard with { BufferBefore = 60, BufferAfter = 0 }, null },
        { Standard with { BufferBefore = -15 }, nameof(TermsWish.BufferBefore) },
        { Standard with { BufferBefore = 75 }, nameof(TermsWish.BufferBefore) },
        { Standard with { BufferAfter = 75 }, nameof(TermsWish.BufferAfter) },
        { Standard with { BufferAfter = 20 }, nameof(TermsWish.BufferAfter) },
        { Standard with { LeadMinutes = 0 }, null },
        { Standard with { LeadMinutes = BookingTerms.LongestLead }, null },
        { Standard with { LeadMinutes = -1 }, nameof(TermsWish.LeadMinutes) },
        { Standard with { LeadMinutes = BookingTerms.LongestLead + 1 }, nameof(TermsWish.LeadMinutes) },
        { Standard with { HorizonDays = 1 }, null },
        { Standard with { HorizonDays = BookingTerms.LongestHorizon }, null },
        { Standard with { HorizonDays = 0 }, nameof(TermsWish.HorizonDays) },
        { Standard with { HorizonDays = BookingTerms.LongestHorizon + 1 }, nameof(TermsWish.HorizonDays) },
        { Standard with { ChangeUntilMinutes = 0 }, null },
        { Standard with { ChangeUntilMinutes = BookingTerms.LongestChangeUntil }, null },
        { Standard with { ChangeUntilMinutes = -1 }, nameof(TermsWish.ChangeUntilMinutes) },
        { Standard with { ChangeUntilMinutes = BookingTerms.LongestChangeUntil + 1 }, nameof(TermsWish.ChangeUntilMinutes) },
        { Standard with { Methods = [] }, nameof(TermsWish.Methods) },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_value_out_of_bounds_is_refused_at_its_field_and_changes_nothing(TermsWish wish, string? refusedAt)
    {
        var terms = BookingTerms.Standard(BookingKind.Consultation);
        if (refusedAt is null)
            terms.Set(wish);
        else
            Assert.Equal(refusedAt, Assert.Throws<RuleException>(() => terms.Set(wish)).Field);
        Assert.Equal(refusedAt is null ? wish : Standard, terms.Wish);
    }

    [Fact]
    public void A_talk_takes_its_length_and_the_time_kept_around_it()
    {
        var terms = BookingTerms.Standard(BookingKind.Consultation);
        terms.Set(Standard with { Minutes = 45, BufferBefore = 15, BufferAfter = 30, ChangeUntilMinutes = 90 });
        Assert.Equal(6, terms.Quarters);
        var slot = new Slot(House.TestOneStop.Japan("2026-10-06T10:00"), 45);
        Assert.Equal(House.TestOneStop.Japan("2026-10-06T08:30"), terms.ChangeableUntil(slot));
        Assert.Equal((60, 30), (Standard.Minutes, BookingTerms.Standard(BookingKind.RetentionMeeting).Minutes));
    }

    [Fact]
    public void Only_a_consultation_is_offered_at_once()
    {
        var terms = BookingTerms.Standard(BookingKind.Consultation);
        Assert.False(terms.OffersNow);
        terms.OfferNow(true);
        Assert.True(terms.OffersNow);
        Assert.Throws<RuleException>(() => BookingTerms.Standard(BookingKind.JobPlacement).OfferNow(true));
    }
}
