using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Partners;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Papers;

/// <summary>A paper with the name goes to an office that decides on a benefit, on a consent that names it, and stays in the register.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!;
    private Guid client, ward;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        ward = await oneStop.APartner(planner);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Without_a_consent_that_names_this_office_nothing_is_made()
    {
        var program = await oneStop.Established(planner, second, client);
        var other = await oneStop.APartner(planner, "東区 子育て支援課（架空）");
        Assert.Contains("同意がありません", (await Refused(program, ward)).Message, StringComparison.Ordinal);
        await oneStop.Shares(client, other);
        Assert.Contains("同意がありません", (await Refused(program, ward)).Message, StringComparison.Ordinal); // it names another one
        var consent = await oneStop.Shares(client, ward);
        var paper = await ForOffice(program, ward);
        Assert.Equal("中央区 子育て支援課（架空）", paper.PartnerName);
        await oneStop.Registered(planner, program, ward);
        await oneStop.Withdraw(planner, consent);
        await Refused(program, ward);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Registered(planner, program, ward)); // withdrawn between printing and keeping
        Assert.Single((await oneStop.Papers(planner, program)).HandOvers);
        Assert.NotNull(await oneStop.WhyKept(consent)); // the paper is out of the house
        var offices = (await oneStop.Papers(planner, program)).Offices;
        Assert.Equal([(other, true), (ward, false)], offices.Select(o => (o.Id, o.ConsentAt is not null)));
    }

    [Theory]
    [InlineData(PartnerKind.WardOffice, true)]
    [InlineData(PartnerKind.WelfareCouncil, true)]
    [InlineData(PartnerKind.HelloWork, false)]
    [InlineData(PartnerKind.LawAndDebts, false)]
    [InlineData(PartnerKind.Other, false)]
    public async Task Only_an_office_that_decides_on_a_benefit_is_given_the_name(PartnerKind kind, bool isGiven)
    {
        var program = await oneStop.Established(planner, second, client);
        var partner = await oneStop.APartner(planner, "窓口（架空）", kind);
        await oneStop.Shares(client, partner);
        if (isGiven)
            await ForOffice(program, partner);
        else
            Assert.Contains("だけです", (await Refused(program, partner)).Message, StringComparison.Ordinal);
        Assert.Equal(isGiven, (await oneStop.Papers(planner, program)).Offices.Any(o => o.Id == partner));
    }

    [Fact]
    public async Task Only_an_established_version_is_given_away()
    {
        await oneStop.Shares(client, ward);
        var program = await oneStop.Written(planner, client);
        Assert.Contains("策定した版だけ", (await Refused(program, ward)).Message, StringComparison.Ordinal);
        await oneStop.Ask(planner, program);
        await oneStop.Approve(second, program);
        await Refused(program, ward);
        await oneStop.Confirm(planner, program);
        await ForOffice(program, ward);
        await oneStop.Revise(planner, program);
        Assert.Equal(1, (await oneStop.Papers(planner, program)).Head.Edition); // the one in force, not the draft
        Assert.True((await oneStop.Papers(planner, program, 2)).Head.IsDraft);
        await Assert.ThrowsAsync<RuleException>(() => ForOffice(program, ward, 2));
    }

    [Fact]
    public async Task The_handing_over_is_recorded_once_with_a_possible_day_and_is_only_annotated_afterwards()
    {
        var program = await oneStop.Established(planner, second, client);
        await oneStop.Shares(client, ward);
        var paper = await oneStop.Registered(planner, program, ward);
        oneStop.Clock.Advance(TimeSpan.FromDays(3));
        foreach (var day in (DateOnly?[])[null, ProgramOffice.Today.AddDays(-1), ProgramOffice.Today.AddDays(4)])
            Assert.Equal(nameof(HandingWish.On), (await Assert.ThrowsAsync<RuleException>(() => HandOver(paper, day))).Field);
        await HandOver(paper, ProgramOffice.Today.AddDays(1));
        await Assert.ThrowsAsync<RuleException>(() => HandOver(paper, ProgramOffice.Today.AddDays(1)));

        await Annotate(paper, "方法は郵送でした", false);
        await Annotate(paper, "方法は郵送でした", false); // the answer was lost, and the form is saved again
        await Assert.ThrowsAsync<RuleException>(() => Annotate(paper, " ", true));
        await Annotate(paper, "別の人の書類でした", true);
        var row = Assert.Single((await oneStop.Papers(planner, program)).HandOvers);
        Assert.Equal(("取り消し", HandOverWay.Counter, "planner さん", new string('a', 64)), (row.State, row.Handing!.Way, row.HandedBy, row.Digest));
        Assert.Equal(["方法は郵送でした", "別の人の書類でした"], row.Notes.Select(n => n.Words));
    }

    [Fact]
    public async Task A_paper_whose_consent_was_withdrawn_before_is_not_handed_over()
    {
        var program = await oneStop.Established(planner, second, client);
        var consent = await oneStop.Shares(client, ward);
        var (sent, kept) = (await oneStop.Registered(planner, program, ward), await oneStop.Registered(planner, program, ward));
        oneStop.Clock.Advance(TimeSpan.FromDays(2));
        await oneStop.Withdraw(planner, consent);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        await HandOver(sent, ProgramOffice.Today.AddDays(1)); // it went before the withdrawal, and is written down late
        Assert.Equal(nameof(HandingWish.On), (await Assert.ThrowsAsync<RuleException>(() => HandOver(kept, ProgramOffice.Today.AddDays(3)))).Field);
        await Annotate(kept, "同意が取り消されたので捨てました", true);
        await Assert.ThrowsAsync<RuleException>(() => HandOver(kept, ProgramOffice.Today.AddDays(1)));
    }

    [Fact]
    public async Task On_the_day_of_the_withdrawal_nothing_is_handed_over_any_more()
    {
        var program = await oneStop.Established(planner, second, client);
        var consent = await oneStop.Shares(client, ward);
        var paper = await oneStop.Registered(planner, program, ward);
        await oneStop.Withdraw(planner, consent);
        oneStop.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(nameof(HandingWish.On), (await Assert.ThrowsAsync<RuleException>(() => HandOver(paper, ProgramOffice.Today))).Field);
        Assert.Equal(planner.Id, Assert.Single(await Due()).Item.StaffId); // somebody has to destroy it
        await Annotate(paper, "捨てました", true);
        Assert.Empty(await Due());
    }

    [Fact]
    public async Task An_office_that_is_used_no_more_is_given_nothing()
    {
        var program = await oneStop.Established(planner, second, client);
        await oneStop.Shares(client, ward);
        await oneStop.At<PartnerDesk>(planner, d => d.Close(ward));
        Assert.Contains("もう使わない窓口", (await Refused(program, ward)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_paper_is_an_export_and_the_City_and_administrators_get_none()
    {
        var program = await oneStop.Established(planner, second, client);
        await oneStop.Shares(client, ward);
        var version = (await oneStop.Papers(planner, program)).VersionId;
        await ForOffice(program, ward);
        await oneStop.At<ProgramPaperDesk, PersonPaper?>(planner, d => d.ForPerson(version));
        Assert.Equal(2, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Exported && e.Subject == ProgramPaperDesk.Exported && e.PersonId == client)));
        var counselor = await oneStop.AMember("reads", Duty.Counselor);
        Assert.False((await oneStop.Papers(counselor, program)).MayWrite);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramPaperDesk, OfficePaper?>(counselor, d => d.ForOffice(version, ward, OfficeWords.None)));
        foreach (var duty in (Duty[])[Duty.City, Duty.Administrator, Duty.PlacementOfficer, Duty.OutreachOfficer])
        {
            var nosy = await oneStop.AMember($"nosy-{duty}", duty);
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramPaperDesk, PapersView?>(nosy, d => d.Open(program, null)));
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramPaperDesk, OfficePaper?>(nosy, d => d.ForOffice(version, ward, OfficeWords.None)));
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramPaperDesk, PersonPaper?>(nosy, d => d.ForPerson(version)));
            await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ProgramPaperDesk, AnonymousProgram?>(nosy, d => d.ForReport(version)));
        }
    }

    private async Task<OfficePaper> ForOffice(Guid program, Guid partner, int? edition = null)
    {
        var version = (await oneStop.Papers(planner, program, edition)).VersionId;
        return (await oneStop.At<ProgramPaperDesk, OfficePaper?>(planner, d => d.ForOffice(version, partner, OfficeWords.None)))!;
    }

    private async Task<IEnumerable<DueRow>> Due() =>
        (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(planner, d => d.Of(client))).Where(d => d.Item.Kind == "program-paper-void");

    private Task<RuleException> Refused(Guid program, Guid partner) => Assert.ThrowsAsync<RuleException>(() => ForOffice(program, partner));

    private Task HandOver(Guid paper, DateOnly? day) => oneStop.At<ProgramPaperDesk>(planner, d => d.HandOver(paper, new(day, HandOverWay.Counter, "給付係")));

    private Task Annotate(Guid paper, string words, bool isVoid) => oneStop.At<ProgramPaperDesk>(planner, d => d.Annotate(paper, new(words, isVoid)));
}
