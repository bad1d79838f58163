using OneStop.Domain.Employers;
using OneStop.Domain.Outreach;

namespace OneStop.Tests.Outreach;

/// <summary>What is proposed after a contact, so that the next action costs no thought.</summary>
public sealed class NextSuggestionTests
{
    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Theory]
    [InlineData(EmployerStage.Candidate, ContactKind.Call, ContactResult.NotReached, EmployerStage.Candidate, OutreachStep.Call, 1)] // nobody was spoken to
    [InlineData(EmployerStage.Candidate, ContactKind.Call, ContactResult.Listened, EmployerStage.InContact, OutreachStep.Call, 14)]
    [InlineData(EmployerStage.Candidate, ContactKind.Mail, ContactResult.PapersWanted, EmployerStage.InContact, OutreachStep.SendPapers, 1)]
    [InlineData(EmployerStage.InContact, ContactKind.Call, ContactResult.WillMeet, EmployerStage.InContact, OutreachStep.Visit, 7)]
    [InlineData(EmployerStage.InContact, ContactKind.Visit, ContactResult.Listened, EmployerStage.Met, OutreachStep.Call, 14)] // they were met
    [InlineData(EmployerStage.InContact, ContactKind.Online, ContactResult.CallLater, EmployerStage.Met, OutreachStep.Call, 3)]
    [InlineData(EmployerStage.InContact, ContactKind.Call, ContactResult.Considers, EmployerStage.Considering, OutreachStep.AwaitAnswer, 7)]
    [InlineData(EmployerStage.Met, ContactKind.Call, ContactResult.WillOffer, EmployerStage.Considering, OutreachStep.TakeOpening, 3)]
    [InlineData(EmployerStage.HasOpening, ContactKind.Call, ContactResult.Listened, EmployerStage.HasOpening, OutreachStep.Call, 14)] // nobody is moved back
    [InlineData(EmployerStage.Dormant, ContactKind.Call, ContactResult.Listened, EmployerStage.InContact, OutreachStep.Call, 14)] // awake again
    [InlineData(EmployerStage.Considering, ContactKind.Call, ContactResult.NotNow, EmployerStage.Dormant, OutreachStep.AskAgain, 91)] // 90: a Sunday
    public void The_next_action_follows_from_the_result(EmployerStage before, ContactKind kind, ContactResult result, EmployerStage after,
        OutreachStep step, int days)
    {
        var course = NextSuggestion.After(kind, result, new(before, Monday.AddDays(-30), null, null), Monday);
        Assert.Equal((after, new NextAction(step, Monday.AddDays(days), "")), (course.Stage, course.Next));
        Assert.Equal(after == before ? Monday.AddDays(-30) : Monday, course.Since);
    }

    [Fact]
    public void After_a_refusal_nothing_is_next()
    {
        var course = NextSuggestion.After(ContactKind.Call, ContactResult.Declined, EmployerCourse.Begun(Monday), Monday);
        Assert.Equal((EmployerStage.Declined, null), (course.Stage, course.Next));
    }
}
