using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.RichMenus;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.RichMenus;

/// <summary>The states of a menu edition: 承認は作成者以外, and only approved content is displayed.</summary>
public sealed class MenuEditionTests
{
    private static readonly DateTimeOffset Now = Japan("2026-10-05T09:00");
    private static readonly Guid Manager = Guid.CreateVersion7(Now);
    private static readonly Guid City = Guid.CreateVersion7(Now);
    private static readonly ApprovalLetter Letter = ApprovalLetter.Of("こ家支第1号", new(2026, 10, 5), "課長", new(2026, 10, 5));

    [Fact]
    public void Who_proposed_it_does_not_approve_it_whatever_other_duties_they_hold()
    {
        var edition = Proposed();
        Assert.Contains("別の人", Assert.Throws<RuleException>(() => edition.Approve(edition.Approval.Digest, Letter, Manager, Now)).Message);
        Assert.Equal(MenuState.Proposed, edition.State);
    }

    [Fact]
    public void What_the_City_did_not_look_at_is_not_approved()
    {
        var edition = Proposed();
        Assert.Throws<RuleException>(() => edition.Approve(Proposed(label: "ほかのボタン").Approval.Digest, Letter, City, Now));
    }

    [Fact]
    public void Picture_buttons_and_bar_are_all_part_of_what_is_approved()
    {
        string[] digests = [Proposed().Approval.Digest, Proposed(picture: 2).Approval.Digest, Proposed(label: "質問").Approval.Digest,
            Proposed(data: "help").Approval.Digest, Proposed(bar: "開く").Approval.Digest];
        Assert.Distinct(digests);
        Assert.Equal(Proposed().Approval.Digest, Proposed().Approval.Digest);
    }

    [Fact]
    public void Only_what_is_approved_is_put_up()
    {
        var edition = Proposed();
        Assert.Throws<RuleException>(() => edition.PutUp("richmenu-1", Manager, Now));
        edition.Approve(edition.Approval.Digest, Letter, City, Now);
        edition.Picture[0] = 9; // somebody changed it in the database
        Assert.Contains("承認されたあとに内容が変わっています", Assert.Throws<RuleException>(() => edition.PutUp("richmenu-1", Manager, Now)).Message);
    }

    [Fact]
    public void An_approval_is_taken_back_by_sending_it_back_but_not_under_peoples_eyes()
    {
        var edition = Approved();
        edition.PutUp("richmenu-1", Manager, Now);
        Assert.Throws<RuleException>(() => edition.SendBack("文字が小さい", City, Now));
        edition.TakeDown(Manager, Now);
        Assert.Equal(MenuState.Down, edition.State);
        edition.SendBack("文字が小さい", City, Now);
        Assert.Equal((MenuState.SentBack, (ApprovalDecision?)null), (edition.State, edition.Approval.Decision));
        Assert.Throws<RuleException>(() => edition.PutUp("richmenu-2", Manager, Now));
        Assert.Throws<RuleException>(() => edition.SendBack("もう一度", City, Now));
    }

    [Fact]
    public void While_it_is_being_put_up_it_is_not_sent_back()
    {
        var edition = Approved();
        edition.Begin(Now);
        Assert.Throws<RuleException>(() => edition.SendBack("待って", City, Now));
        edition.SendBack("待って", City, Now.AddHours(1)); // the portal that had begun has died
    }

    [Fact]
    public void It_is_withdrawn_only_while_the_City_has_not_decided()
    {
        var edition = Proposed();
        edition.Approval.Withdraw(Manager, Now);
        Assert.Equal(MenuState.Withdrawn, edition.State);
        Assert.Throws<RuleException>(() => edition.Approve(edition.Approval.Digest, Letter, City, Now));
        edition.Approval.BringBack();
        edition.Approve(edition.Approval.Digest, Letter, City, Now);
        Assert.Throws<RuleException>(() => edition.Approval.Withdraw(Manager, Now));
    }

    [Theory]
    [InlineData("", "2026-10-05", "課長")]
    [InlineData("第1号", "2026-10-06", "課長")] // tomorrow
    [InlineData("第1号", "0001-01-01", "課長")] // the field was left empty
    [InlineData("第1号", "2026-10-05", "　")]
    public void An_approval_has_a_number_a_day_and_a_name(string number, string on, string by) =>
        Assert.Throws<RuleException>(() =>
            ApprovalLetter.Of(number, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), by, new(2026, 10, 5)));

    private static MenuEdition Approved()
    {
        var edition = Proposed();
        edition.Approve(edition.Approval.Digest, Letter, City, Now);
        return edition;
    }

    private static MenuEdition Proposed(byte picture = 1, string label = "質問する", string data = "ask", string bar = "メニュー") =>
        MenuEdition.Propose(1, new([picture], "image/png"), [new(label, data, "")], bar, "", Manager, Now);
}
