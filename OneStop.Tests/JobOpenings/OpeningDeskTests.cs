using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Due;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings;

/// <summary>Openings at their desk, on a real database.</summary>
public sealed class OpeningDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private DateOnly Today => oneStop.Clock.GetUtcNow().JapaneseDate;

    [Fact]
    public async Task An_opening_goes_its_way_from_outreach_to_the_second_person()
    {
        var (outreach, second) = (await oneStop.Outreach(), await oneStop.Placement());
        var id = await oneStop.ADraft();
        var draft = await oneStop.Opening(outreach, id);
        Assert.Equal(["自己申告書（職業安定法5条の6）がありません。"], draft.Against[OpeningAct.Receive]);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<OpeningDesk>(outreach, d => d.Receive(id, Today)));
        await oneStop.Declare(id);
        await oneStop.At<OpeningDesk>(outreach, d => d.Receive(id, Today));
        var received = await oneStop.Opening(outreach, id);
        Assert.Equal((OpeningState.Received, false), (received.Row.State, received.MayCheck));
        Assert.Matches(@"^R8-\d{4}\z", received.Row.Number);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<OpeningDesk>(outreach, d => d.Check(id, received.Digest)));
        await oneStop.At<OpeningDesk>(second, d => d.Check(id, received.Digest));
        await oneStop.At<OpeningDesk>(outreach, d => d.Publish(id));
        var published = await oneStop.Opening(second, id);
        Assert.All(published.Against.Where(a => a.Key is OpeningAct.Introduce or OpeningAct.Broadcast or OpeningAct.Show), a => Assert.Empty(a.Value));
        Assert.Equal(["作成", "受理", "確認", "公開"], published.Steps.Select(s => s.Step));
        Assert.Equal("月 126,000円", published.MonthlyPay.Rule.Split(" = ")[1]);
    }

    [Fact]
    public async Task A_blank_item_keeps_an_opening_from_being_accepted()
    {
        var outreach = await oneStop.Outreach();
        var id = await oneStop.ADraft(await oneStop.AWish() with { Terms = Whole.Terms with { Place = Whole.Terms.Place with { PlaceChange = null } } });
        await oneStop.Declare(id);
        var refusal = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<OpeningDesk>(outreach, d => d.Receive(id, Today)));
        Assert.Equal("受理できません。場所の変更の範囲が空欄です。変わらないときは「変更なし」と書きます。", refusal.Message);
    }

    [Fact]
    public async Task Two_who_accept_at_once_get_two_numbers()
    {
        var outreach = await oneStop.Outreach();
        Guid[] ids = [await oneStop.ADraft(), await oneStop.ADraft(), await oneStop.ADraft()];
        foreach (var id in ids)
            await oneStop.Declare(id);
        await Task.WhenAll(ids.Select(id => oneStop.At<OpeningDesk>(outreach, d => d.Receive(id, Today))));
        var numbers = await oneStop.Read(db => db.JobOpenings.Where(o => ids.Contains(o.Id)).Select(o => o.ReceiptNumber).ToListAsync());
        Assert.Equal(3, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_change_is_kept_and_checked_again_and_two_who_change_it_are_told()
    {
        var (outreach, id) = (await oneStop.Outreach(), await oneStop.APublished());
        var was = (await oneStop.Opening(outreach, id)).Wish;
        var raised = was with { Terms = was.Terms with { Pay = was.Terms.Pay with { Lower = 1300 } } };
        await oneStop.At<OpeningDesk>(outreach, d => d.Save(id, new(was, raised), "賃金が上がった"));
        await Assert.ThrowsAsync<ConflictException<OpeningWish>>(() => oneStop.At<OpeningDesk>(outreach, d => d.Save(id, new(was, was with { Title = "別の題" }), "題")));
        var view = await oneStop.Opening(outreach, id);
        Assert.Equal((OpeningState.Received, 1300), (view.Row.State, view.Row.HourlyPay));
        Assert.Equal("1,200円", Assert.Single(Assert.Single(view.Revisions).Changes).Before);
        Assert.Equal(was.Terms, await oneStop.Read(db => db.OpeningRevisions.Where(r => r.OpeningId == id).Select(r => r.Before).SingleAsync()));
        Assert.Contains("2人目がまだ確認していません。", view.Against[OpeningAct.Introduce]);
        await oneStop.Checked(id);
        Assert.Equal(OpeningState.Published, (await oneStop.Opening(outreach, id)).Row.State);
    }

    [Fact]
    public async Task An_opening_counts_once_and_a_renewal_that_was_typed_anew_does_not()
    {
        var (outreach, manager) = (await oneStop.Outreach(), await oneStop.AMember("opening-manager", Duty.Manager));
        var wish = await oneStop.AWish();
        var first = await oneStop.APublished(wish);
        Assert.Equal((true, Today), ((await oneStop.Opening(outreach, first)).Count.Counts, (await oneStop.Opening(outreach, first)).Count.On));
        var again = await oneStop.APublished(wish with { Title = "もう一度出す", Terms = wish.Terms with { Selection = wish.Terms.Selection with { Persons = 5 } } });
        var (number, count) = ((await oneStop.Opening(outreach, first)).Row.Number, (await oneStop.Opening(outreach, again)).Count);
        Assert.Equal((false, $"{number} と同じ求人の出し直しなので数えません。"), (count.Counts, count.Why));
        var other = await oneStop.APublished(wish with { Terms = wish.Terms with { Hours = wish.Terms.Hours with { Patterns = [new(new(13, 0), new(18, 0), 0)] } } });
        Assert.True((await oneStop.Opening(outreach, other)).Count.Counts); // another condition is another opening
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<OpeningDesk>(outreach, d => d.DecideCount(again, true, "数えたい")));
        await oneStop.At<OpeningDesk>(manager, d => d.DecideCount(again, true, "福岡市と協議した"));
        Assert.True((await oneStop.Opening(outreach, again)).Count.Counts);
        await oneStop.At<OpeningDesk>(manager, d => d.TakeCountDecisionBack(again));
        Assert.False((await oneStop.Opening(outreach, again)).Count.Counts);
    }

    [Fact]
    public async Task Asked_again_it_is_fresh_and_what_changed_has_to_be_rewritten()
    {
        await using var later = new TestOneStop();
        await later.InitializeAsync();
        var (outreach, id) = (await later.Outreach(), await later.APublished());
        var due = (await later.Opening(outreach, id)).Row.AskAgainOn!.Value;
        later.Clock.SetUtcNow(JapanTime.At(due.AddDays(1), new(9, 0)));
        Assert.NotEmpty((await later.Opening(outreach, id)).Against[OpeningAct.Introduce]);
        await Ask(InquiryAnswer.NoAnswer);
        Assert.NotEmpty((await later.Opening(outreach, id)).Against[OpeningAct.Introduce]);
        await Ask(InquiryAnswer.StillSo);
        var view = await later.Opening(outreach, id);
        Assert.Equal((due.AddDays(1), due.AddDays(31)), (view.Row.AsOf, view.Row.AskAgainOn));
        Assert.Empty(view.Against[OpeningAct.Introduce]);
        Assert.Equal([InquiryAnswer.StillSo, InquiryAnswer.NoAnswer], view.Inquiries.Select(i => i.Answer));

        Task Ask(InquiryAnswer answer) => later.At<OpeningDesk>(outreach, d =>
            d.AskAgain(id, new(new(null, "", null, ""), new(later.Clock.GetUtcNow().JapaneseDate, "人事の見本さん", answer, ""))));
    }

    [Fact]
    public async Task What_ends_soon_and_what_has_to_be_asked_is_due_for_those_who_can_do_it()
    {
        await using var later = new TestOneStop();
        await later.InitializeAsync();
        var (outreach, id) = (await later.Outreach(), await later.APublished(await later.AWish() with { ValidUntil = new(2026, 10, 25) }));
        Assert.Empty(await Due(outreach));
        later.Clock.SetUtcNow(JapanTime.At(new(2026, 10, 11), new(9, 0))); // 14 days before the end
        Assert.Equal([(OpeningsDue.Ending, id)], await Due(outreach));
        Assert.Empty(await Due(await later.AMember("opening-counselor", Duty.Counselor)));
        await later.At<OpeningDesk>(outreach, d => d.Extend(id, new(2026, 12, 25), "まだ探している"));
        later.Clock.SetUtcNow(JapanTime.At(new(2026, 11, 4), new(9, 0))); // 30 days after the acceptance
        Assert.Equal([(OpeningsDue.Asking, id)], await Due(outreach));
        await later.At<OpeningDesk>(outreach, d => d.End(id, new(OpeningEndKind.Filled, null, null, "")));
        Assert.Empty(await Due(outreach));

        Task<IEnumerable<(string, Guid)>> Due(StaffMember member) => later.As(member, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
            var (source, now) = (later.Services.GetServices<IDueSource>().OfType<OpeningsDue>().Single(), later.Clock.GetUtcNow());
            return (await source.Read(db, new(null, null, now.AddDays(30), now, 100))).Where(i => i.Id == id && i.Until < now.AddDays(15)).Select(i => (i.Kind, i.Id));
        });
    }

    [Fact]
    public async Task A_public_opening_is_accepted_with_an_employer_and_is_no_found_opening()
    {
        var (outreach, employer) = (await oneStop.Outreach(), await oneStop.AnEmployer());
        var id = await oneStop.APublicOpening("40010-00000001");
        var shown = await oneStop.Opening(outreach, id);
        Assert.Equal((OpeningState.Listed, "ハローワーク 求人番号 40010-00000001（10月5日(月)時点）"), (shown.Row.State, shown.Source!.Shown));
        Assert.Empty(shown.Against[OpeningAct.Show]);
        await oneStop.Declare(id);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<OpeningDesk>(outreach, d => d.Receive(id, Today)));
        await oneStop.At<OpeningDesk>(outreach, d => d.AcceptPublic(id, employer, null, Today));
        await oneStop.Checked(id);
        var view = await oneStop.Opening(outreach, id);
        Assert.Equal((OpeningState.Checked, false, "公開求人なので数えません。"), (view.Row.State, view.Count.Counts, view.Count.Why));
        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => oneStop.APublicOpening("40010-00000001")); // once at its source
    }

    [Fact]
    public async Task An_employer_that_is_not_in_the_list_and_a_place_of_another_one_are_refused()
    {
        var (outreach, wish, other) = (await oneStop.Outreach(), await oneStop.AWish(), await oneStop.AnEmployer());
        var stranger = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var site = await oneStop.Read(async db =>
        {
            var made = db.Worksites.Add(Worksite.Of(other, WorksiteWish.None with { Name = "本店", Address = "福岡市中央区天神0-0" }, oneStop.Clock.GetUtcNow())).Entity;
            await db.SaveChangesAsync();
            return made.Id;
        });
        await Refused(wish with { EmployerId = stranger }, nameof(OpeningWish.EmployerId));
        await Refused(wish with { WorksiteId = site }, nameof(OpeningWish.WorksiteId));
        await oneStop.ADraft(wish with { EmployerId = other, WorksiteId = site });

        async Task Refused(OpeningWish wrong, string field) => Assert.Equal(field, (await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<OpeningDesk, Guid>(outreach, d => d.Save(null, new(OpeningWish.None, wrong))))).Field);
    }

    [Theory]
    [InlineData("40132", true)] // 博多区
    [InlineData("40202", false)] // 大牟田市 is no place that was proposed
    public async Task Whether_an_opening_counts_goes_by_the_commuting_area_of_the_day(string code, bool counts)
    {
        var wish = await oneStop.AWish() with { Terms = Whole.Terms with { Place = Whole.Terms.Place with { MunicipalityCode = code } } };
        var id = await oneStop.APublished(wish);
        Assert.Equal(counts, (await oneStop.Opening(await oneStop.Outreach(), id)).Count.Counts);
    }

    [Fact]
    public async Task Outreach_sees_openings_and_no_client()
    {
        var (outreach, id) = (await oneStop.Outreach(), await oneStop.ADraft());
        Assert.Equal(id, (await oneStop.Opening(outreach, id)).Row.Id);
        Assert.Equal(0, await oneStop.As(outreach, async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<Domain.Data.OneStopDb>>().CreateDbContextAsync();
            return await db.Clients.CountAsync();
        }));
    }

    [Fact]
    public async Task A_copy_begins_with_the_words_and_pressing_twice_makes_one()
    {
        var (outreach, id) = (await oneStop.Outreach(), await oneStop.APublished());
        var key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var copy = await oneStop.At<OpeningDesk, Guid>(outreach, d => d.Copy(id, key));
        Assert.Equal(copy, await oneStop.At<OpeningDesk, Guid>(outreach, d => d.Copy(id, key)));
        var view = await oneStop.Opening(outreach, copy);
        Assert.Equal((OpeningState.Draft, Whole.Terms, "", null), (view.Row.State, view.Wish.Terms, view.Row.Number, view.Count.Counts));
    }
}
