using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.CaseFiles.Due;
using OneStop.Portal.Shell;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.CaseFiles;

/// <summary>What is due, as words: until when, on the clock that people have in mind, and as a link only for who may follow it.</summary>
public sealed class DueWordsTests : BunitContext
{
    [Theory]
    [InlineData("2026-10-05T22:00", "2026-10-06T01:00", "今日 25:00まで", "waits")] // the end of the service day
    [InlineData("2026-10-05T22:00", "2026-10-06T00:30", "今日 24:30まで", "waits")]
    [InlineData("2026-10-05T22:00", "2026-10-06T03:49", "あす 3:49まで", "plain")] // at night as on a clock: not 27:49
    [InlineData("2026-10-06T00:30", "2026-10-06T03:49", "今日 3:49まで", "waits")] // 24:30 of the service day before
    [InlineData("2026-10-06T02:00", "2026-10-06T03:49", "今日 3:49まで", "waits")]
    [InlineData("2026-10-06T09:00", "2026-10-06T03:49", "期限切れ（3:49まで）", "danger")]
    [InlineData("2026-10-07T09:00", "2026-10-06T03:49", "期限切れ（1日）", "danger")]
    [InlineData("2026-10-05T09:00", "2026-10-07T03:49", "10月7日(水)まで", "plain")]
    [InlineData("2026-10-05T09:00", "2026-10-07T01:00", "あす 25:00まで", "plain")]
    [InlineData("2026-10-05T09:00", "2026-10-08T00:00", "10月7日(水)まで", "plain")] // the midnight at which the 7th ends
    [InlineData("2026-10-06T01:00", "2026-10-06T01:00", "期限切れ（25:00まで）", "danger")]
    public void Until_when_it_is_due(string now, string until, string says, string tone)
    {
        var chip = Render<DueChip>(p => p.Add(x => x.Until, Japan(until)).Add(x => x.Now, Japan(now))).Find(".chip");
        Assert.Equal((says, $"chip {tone}"), (chip.TextContent.Trim(), chip.ClassName));
    }

    [Theory]
    [InlineData("/clients/{0}/erasure", Duty.Manager, true)]
    [InlineData("/clients/{0}/erasure", Duty.Counselor, false)]
    [InlineData("/clients/{0}/questionnaires/{0}", Duty.Planner, true)]
    [InlineData("/clients/{0}/questionnaires/{0}", Duty.RetentionOfficer, false)]
    [InlineData("/clients/{0}/consultations/new?booking={0}", Duty.PlacementOfficer, false)]
    [InlineData("/clients/{0}", Duty.RetentionOfficer, true)]
    [InlineData("/inbox/{0}", Duty.Counselor, true)]
    [InlineData("/caseload/received", Duty.Counselor, true)]
    [InlineData("/nowhere", Duty.Manager, false)]
    public void Who_may_not_open_its_page_reads_it_without_a_link(string link, Duty duty, bool isLink)
    {
        Services.AddSingleton(As(duty));
        var what = Render<DueWhat>(p => p.Add(x => x.Item, Item(link)));
        Assert.Equal((isLink, "すること"), (what.FindAll("a").Count == 1, what.Find("a, span").TextContent));
    }

    [Fact]
    public void It_says_whose_duty_it_is()
    {
        Assert.Equal("業務責任者", Item("/clients/{0}/erasure").Doers);
        Assert.Equal("キャリアカウンセラー・策定員・業務責任者", Item("/clients/{0}/questionnaires/{0}").Doers);
        Assert.Equal("だれでも", Item("/clients/{0}").Doers);
    }

    [Fact]
    public void An_address_with_fixed_words_is_not_taken_for_one_with_an_id() =>
        Assert.Equal([Duty.Counselor, Duty.Planner, Duty.Manager], PageGate.RuleOf("/clients/duplicates").Duties);

    private static DueItem Item(string link) => new()
    {
        Id = Guid.Empty,
        Kind = "some",
        What = "すること",
        Until = Japan("2026-10-06T09:00"),
        Link = string.Format(System.Globalization.CultureInfo.InvariantCulture, link, Guid.Empty),
    };

    private static Actor As(Duty duty)
    {
        var actor = new Actor();
        actor.BeStaff(StaffMember.Create("someone", "だれか", [duty], Japan("2026-10-05T09:00")), "sitting");
        return actor;
    }
}
