using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.Staff;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Approvals;

/// <summary>Approvals: never by the person who asked, only for exactly the content shown, and with an expiry.</summary>
public sealed class ApprovalTests
{
    private static readonly DateTimeOffset Now = Japan("2026-10-05T09:00");
    private static readonly string Content = ContentDigest.Of("what is to be done"), Other = ContentDigest.Of("what was made of it");
    private static readonly Guid Asker = Guid.CreateVersion7(Now), Decider = Guid.CreateVersion7(Now);
    private static readonly ApprovalLetter Letter = ApprovalLetter.Of("こ家支第1号", new(2026, 10, 5), "課長", new(2026, 10, 5));

    [Fact]
    public void Ones_own_is_not_approved()
    {
        var approval = Asked();
        Assert.Contains("別の人", Refused(() => approval.Grant(Content, Content, null, Asker, Now)), StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Asked, approval.State);
        Granted(approval);
        Assert.Equal((ApprovalState.Granted, Decider), (approval.State, approval.Decision!.StaffId));
    }

    [Fact]
    public void What_was_changed_after_the_request_is_not_approved_though_it_is_what_was_looked_at()
    {
        var approval = Asked();
        Assert.Contains("違います", Refused(() => approval.Grant(Other, Other, null, Decider, Now)), StringComparison.Ordinal);
        Assert.Contains("違います", Refused(() => approval.Grant(Content, Other, null, Decider, Now)), StringComparison.Ordinal);
        Assert.Contains("違います", Refused(() => approval.Grant(Other, Content, null, Decider, Now)), StringComparison.Ordinal);
        Assert.Null(approval.Decision);
    }

    [Fact]
    public void What_was_changed_after_the_approval_is_not_done()
    {
        var approval = Granted(Asked());
        Assert.Contains("内容が変わっています", Refused(() => approval.Use(Other, Now)), StringComparison.Ordinal);
        Assert.Null(approval.UsedAt);
        approval.Use(Content, Now);
        Assert.Equal(Now, approval.UsedAt);
    }

    [Fact]
    public void Neither_a_request_nor_an_approval_outlives_its_day()
    {
        var (late, granted) = (Asked(Now.AddDays(7)), Granted(Asked(Now.AddDays(7))));
        granted.RefuseUnlessGranted(Content, Now.AddDays(7).AddTicks(-1));
        Assert.Contains("期限", Refused(() => late.Grant(Content, Content, null, Decider, Now.AddDays(7))), StringComparison.Ordinal);
        Assert.Contains("期限", Refused(() => granted.RefuseUnlessGranted(Content, Now.AddDays(7))), StringComparison.Ordinal);
        IQueryable<Approval> both = new[] { late, granted }.AsQueryable();
        Assert.Equal((1, 1), (both.Waiting(Now).Count(), both.InForce(Now).Count()));
        Assert.Equal((0, 0), (both.Waiting(Now.AddDays(7)).Count(), both.InForce(Now.AddDays(7)).Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    public void It_is_sent_back_with_words_only(string reason) =>
    Assert.Contains("理由", Refused(() => Asked().SendBack(reason, Decider, Now)), StringComparison.Ordinal);

    [Fact]
    public void Sent_back_it_holds_no_more_and_cannot_be_decided_again()
    {
        var approval = Granted(Asked());
        approval.SendBack("文字が小さい", Decider, Now);
        Assert.Equal((ApprovalState.SentBack, "文字が小さい", (ApprovalDecision?)null), (approval.State, approval.Return!.Reason, approval.Decision));
        Refused(() => approval.RefuseUnlessGranted(Content, Now));
        Refused(() => approval.Grant(Content, Content, null, Decider, Now));
        Refused(() => approval.SendBack("もう一度", Decider, Now));
        Refused(() => approval.Withdraw(Asker, Now));
    }

    [Fact]
    public void The_City_decides_by_a_letter()
    {
        var approval = Approval.Ask(Request() with { Decides = Duty.City }, Asker, Now);
        Assert.Throws<ArgumentNullException>(() => approval.Grant(Content, Content, null, Decider, Now));
        approval.Grant(Content, Content, Letter, Decider, Now);
        Assert.Equal(("こ家支第1号", new DateOnly(2026, 10, 5), "課長"), (approval.Decision!.Number, approval.Decision.On, approval.Decision.By));
    }

    [Fact]
    public void What_the_City_approved_outside_is_entered_with_its_letter_and_ended_once()
    {
        var approval = Approval.Enter(Request() with { Decides = Duty.City }, Letter, Asker, Now);
        approval.RefuseUnlessGranted(Content, Now);
        approval.End(Asker, Now.AddDays(1));
        approval.End(Decider, Now.AddDays(2));
        Assert.Equal(new ApprovalStep(Now.AddDays(1), Asker), approval.Withdrawal);
        Refused(() => approval.RefuseUnlessGranted(Content, Now.AddDays(1)));
    }

    [Fact]
    public void No_word_moves_from_one_part_of_a_content_to_the_next_unseen() => Assert.NotEqual(ContentDigest.Of("ab", "c"), ContentDigest.Of("a", "bc"));

    private static ApprovalRequest Request(DateTimeOffset? until = null) => new("test", 1, "試し", Duty.Manager, Content, "", until);

    private static Approval Asked(DateTimeOffset? until = null) => Approval.Ask(Request(until), Asker, Now);

    private static Approval Granted(Approval approval)
    {
        approval.Grant(Content, Content, null, Decider, Now);
        return approval;
    }

    private static string Refused(Action act) => Assert.Throws<RuleException>(act).Message;
}
