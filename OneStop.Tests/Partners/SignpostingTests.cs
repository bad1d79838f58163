using OneStop.Domain;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Partners;

/// <summary>案内: from the explanation to what came of it.</summary>
public sealed class SignpostingTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly DateOnly Monday = new(2026, 10, 5);
    private static readonly Guid Aoba = Guid.CreateVersion7(Nine), Client = Guid.CreateVersion7(Nine);
    private readonly Signposting signposting = Signposting.Of(Client, null, SignpostingWish.None(Monday) with { Service = " 学び教室 " }, Aoba, Nine);

    [Fact]
    public void Each_step_leads_further_and_keeps_its_day_and_author()
    {
        Step(SignpostingStage.Explained, Monday);
        Step(SignpostingStage.Signposted, Monday.AddDays(1), Nine.AddDays(1)); // a stage can be left out
        Assert.Equal((SignpostingStage.Signposted, "学び教室"), (signposting.Stage, signposting.Service));
        Assert.Equal([(SignpostingStage.Explained, Monday, Aoba), (SignpostingStage.Signposted, Monday.AddDays(1), Aoba)],
            signposting.Steps.Select(s => (s.Stage, s.On, s.StaffId)));
        Assert.Equal(nameof(StepWish.Stage), FieldOf(StepWish.None(SignpostingStage.Signposted, Monday.AddDays(1)), Nine.AddDays(1)));
        Assert.Equal(nameof(StepWish.Stage), FieldOf(StepWish.None(SignpostingStage.Wished, Monday.AddDays(1)), Nine.AddDays(1)));
    }

    [Fact]
    public void A_step_is_neither_of_tomorrow_nor_before_the_one_it_follows()
    {
        Assert.Equal(nameof(StepWish.On), FieldOf(StepWish.None(SignpostingStage.Explained, null), Nine));
        Assert.Equal(nameof(StepWish.On), FieldOf(StepWish.None(SignpostingStage.Explained, Monday.AddDays(1)), Nine));
        Step(SignpostingStage.Explained, Monday);
        Assert.Equal(nameof(StepWish.On), FieldOf(StepWish.None(SignpostingStage.Wished, Monday.AddDays(-1)), Nine));
    }

    [Fact]
    public void The_end_has_a_result_and_nothing_left_to_look_after()
    {
        Step(SignpostingStage.Explained, Monday, next: Monday.AddDays(7));
        Assert.Equal(Monday.AddDays(7), signposting.NextOn);
        Assert.Equal(nameof(StepWish.Result), FieldOf(StepWish.None(SignpostingStage.Ended, Monday), Nine));
        signposting.Advance(StepWish.None(SignpostingStage.Ended, Monday) with { Result = SignpostingResult.Unknown, NextOn = Monday.AddDays(9) }, Aoba, Nine);
        Assert.Equal((SignpostingStage.Ended, SignpostingResult.Unknown, null), (signposting.Stage, signposting.Result, signposting.NextOn));
    }

    [Fact]
    public void The_last_step_is_taken_back_and_comes_back_and_without_any_it_never_was()
    {
        var first = Step(SignpostingStage.Explained, Monday);
        var second = Step(SignpostingStage.Connected, Monday);
        Assert.Throws<RuleException>(() => signposting.TakeBack(first.Id, Aoba, Nine));
        signposting.TakeBack(second.Id, Aoba, Nine);
        Assert.Equal(SignpostingStage.Explained, signposting.Stage);
        signposting.Restore(second.Id);
        Assert.Equal(SignpostingStage.Connected, signposting.Stage);
        signposting.TakeBack(second.Id, Aoba, Nine);
        Step(SignpostingStage.Ended, Monday);
        Assert.Throws<RuleException>(() => signposting.Restore(second.Id)); // something else has followed
        signposting.TakeBack(signposting.Steps[^1].Id, Aoba, Nine);
        signposting.TakeBack(first.Id, Aoba, Nine);
        Assert.Null(signposting.Stage);
    }

    [Theory]
    [InlineData(SignpostingStage.Explained, null, CountedReach.Explained)]
    [InlineData(SignpostingStage.Wished, null, CountedReach.Explained)]
    [InlineData(SignpostingStage.Signposted, null, CountedReach.Signposted)]
    [InlineData(SignpostingStage.Connected, null, CountedReach.Connected)]
    [InlineData(SignpostingStage.Ended, SignpostingResult.Connected, CountedReach.Connected)]
    [InlineData(SignpostingStage.Ended, SignpostingResult.NotUsed, CountedReach.NotCounted)] // the end is no signposting by itself
    public void A_step_counts_for_how_far_it_reaches(SignpostingStage stage, SignpostingResult? result, CountedReach reach) =>
        Assert.Equal(reach, signposting.Advance(StepWish.None(stage, Monday) with { Result = result }, Aoba, Nine).Reach);

    [Fact]
    public void It_names_an_office_that_exists_or_a_service()
    {
        Assert.Equal(nameof(SignpostingWish.Service), Assert.Throws<RuleException>(() => Begin(null, "")).Field);
        Assert.Equal(nameof(SignpostingWish.Service), Assert.Throws<RuleException>(() => Begin(null, new('あ', Signposting.LongestService + 1))).Field);
        var partner = Partner.Of(PartnerTests.Center, Aoba, Nine);
        Assert.Equal(PartnerTests.Center.Name, Begin(partner, "").Service);
        partner.Close(Aoba, Nine);
        Assert.Equal(nameof(SignpostingWish.PartnerId), Assert.Throws<RuleException>(() => Begin(partner, "")).Field);
    }

    private static Signposting Begin(Partner? partner, string service) =>
        Signposting.Of(Client, partner, SignpostingWish.None(Monday) with { Service = service }, Aoba, Nine);

    private SignpostingStep Step(SignpostingStage stage, DateOnly on, DateTimeOffset? now = null, DateOnly? next = null) => signposting.Advance(
        StepWish.None(stage, on) with { NextOn = next, Result = stage == SignpostingStage.Ended ? SignpostingResult.Other : null }, Aoba, now ?? Nine);

    private string? FieldOf(StepWish wish, DateTimeOffset now) => Assert.Throws<RuleException>(() => signposting.Advance(wish, Aoba, now)).Field;
}
