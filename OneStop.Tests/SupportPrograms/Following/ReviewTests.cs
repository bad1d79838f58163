using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Following;

/// <summary>見直し about every month (仕様書 7(2)②(ウ)): it sets the next one, is corrected with its past kept, and removed by a manager.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_review_keeps_what_was_done_and_sets_the_next_one()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var begins = (await oneStop.Following(planner, id)).Begins;
        Assert.Equal((oneStop.Day, oneStop.Day.AddMonths(1), planner.Id, 2, 2), (begins.On, begins.NextOn, begins.StaffId, begins.Items.Count, begins.Goals.Count));
        oneStop.Pass(TimeSpan.FromDays(20));
        await oneStop.Review(planner, id, r => r with
        {
            Items = [r.Items[0] with { Words = "講座を3回受けた" }, r.Items[1]],
            Goals = [r.Goals[0], r.Goals[1] with { Percent = 50, Evidence = "模試で6割" }],
            NextOn = oneStop.Day.AddDays(10),
        });
        var view = await oneStop.Following(planner, id);
        var review = view.Reviews.Single();
        Assert.Equal(("講座を3回受けた", "簿記の講座"), (review.Newest.Content.Items.Single().Words, review.Newest.Content.Items.Single().What));
        Assert.Equal((oneStop.Day.AddDays(10), 50, "模試で6割", review.Id), (view.NextReviewOn!.Value, view.Goals[1].Latest!.Percent, view.Goals[1].Latest!.Evidence,
            view.Goals[1].Latest!.ReviewId!.Value));
        Assert.Null(view.Goals[0].Latest); // of it nothing was said
    }

    [Theory]
    [InlineData("empty", null)]
    [InlineData("tomorrow", nameof(ReviewWish.On))]
    [InlineData("before", nameof(ReviewWish.On))]
    [InlineData("no next", nameof(ReviewWish.NextOn))]
    [InlineData("next today", nameof(ReviewWish.NextOn))]
    [InlineData("no evidence", nameof(ReviewWish.Goals))]
    public async Task What_a_review_needs(string what, string? field)
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.Review(planner, id, r => what switch
        {
            "empty" => r with { Next = " " },
            "tomorrow" => r with { On = oneStop.Day.AddDays(1), NextOn = oneStop.Day.AddDays(30) },
            "before" => r with { On = oneStop.Day.AddDays(-1) },
            "no next" => r with { NextOn = null },
            "next today" => r with { NextOn = oneStop.Day },
            _ => r with { Goals = [r.Goals[0] with { Percent = 25 }] },
        }));
        Assert.Equal(field, refused.Field);
        Assert.Empty((await oneStop.Following(planner, id)).Reviews);
    }

    [Fact]
    public async Task A_correction_gives_its_reason_and_the_words_before_stay()
    {
        var (planner, second, _, id) = await oneStop.Followed();
        var review = await oneStop.Review(planner, id, r => r with { Obstacles = "預け先がない", Goals = [r.Goals[0] with { Percent = 25, Evidence = "応募した" }] });
        oneStop.Pass(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(second, id, review, r => r with { Obstacles = "夜の預け先がない" }));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(second, id, review, r => r with { Reason = "同じ" }));
        var seen = (await oneStop.Following(second, id)).Reviews.Single().Wish;
        await oneStop.Correct(second, id, review, r => r with { Obstacles = "夜の預け先がない", Goals = [r.Goals[0] with { Percent = 50 }], Reason = "聞きちがい" });
        var row = (await oneStop.Following(planner, id)).Reviews.Single();
        Assert.Equal([("夜の預け先がない", second.Name, "聞きちがい"), ("預け先がない", planner.Name, "")], row.Editions.Select(e => (e.Content.Obstacles, e.By, e.Content.Reason)));
        Assert.Equal([50], (await oneStop.Following(planner, id)).Goals[0].Steps.Select(s => s.Percent)); // the course shows what is true
        await Assert.ThrowsAsync<ConflictException<ReviewWish>>(() => oneStop.At<FollowingDesk>(planner, d =>
            d.CorrectReview(review, new(seen, seen with { Obstacles = "別のこと", Reason = "古い画面から" }))));
    }

    /// <summary>A review reads alone for ever: a part keeps the name under which it was spoken of.</summary>
    [Fact]
    public async Task A_correction_keeps_the_names_that_the_parts_had()
    {
        var (planner, second, _, id) = await oneStop.Followed();
        var review = await oneStop.Review(planner, id, r => r with
        {
            Items = [r.Items[0] with { Words = "講座を3回受けた" }],
            Goals = [r.Goals[0] with { Percent = 25, Evidence = "応募した" }],
        });
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        await oneStop.ChangeItem(planner, id, i => i with { What = "看護の講座" });
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        await oneStop.Confirm(planner, id);
        await oneStop.Correct(planner, id, review, r => r with
        {
            Items = [r.Items.First(i => i.Words.Length > 0) with { Words = "講座を4回受けた" }, .. r.Items.Where(i => i.Words.Length == 0).Select(i => i with { Words = "話した" })],
            Reason = "数えまちがい",
        });
        var corrected = (await oneStop.Following(planner, id)).Reviews.Single().Newest.Content;
        Assert.Equal([("簿記の講座", "講座を4回受けた"), ("働き方の相談", "話した")], corrected.Items.Select(i => (i.What, i.Words)));
        Assert.Equal("正社員で働く", corrected.Goals.Single().Goal);
    }

    [Theory]
    [InlineData("writer", 0, "", true)] // at once, as an undo
    [InlineData("writer", 2, "まちがい", false)]
    [InlineData("other", 0, "まちがい", false)]
    [InlineData("manager", 2, "まちがい", true)]
    [InlineData("manager", 2, " ", false)]
    public async Task Later_only_a_manager_removes_a_review_with_the_reason(string who, int hours, string reason, bool may)
    {
        var (planner, second, _, id) = await oneStop.Followed();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var before = (await oneStop.Following(planner, id)).NextReviewOn;
        var review = await oneStop.Review(planner, id, r => r with { NextOn = oneStop.Day.AddDays(50), Goals = [r.Goals[0] with { Percent = 25, Evidence = "応募した" }] });
        oneStop.Pass(TimeSpan.FromHours(hours));
        var by = who switch { "writer" => planner, "other" => second, _ => manager };
        Task Remove() => oneStop.At<FollowingDesk>(by, d => d.RemoveReview(review, reason));
        if (!may)
        {
            await Assert.ThrowsAsync<RuleException>(Remove);
            return;
        }
        await Remove();
        var view = await oneStop.Following(planner, id);
        Assert.Equal((before, reason), (view.NextReviewOn, view.Reviews.Single().Removal!.Reason));
        Assert.Null(view.Goals[0].Latest);
        await oneStop.At<FollowingDesk>(by, d => d.BringReviewBack(review));
        view = await oneStop.Following(planner, id);
        Assert.Equal((oneStop.Day.AddDays(50), 25), (view.NextReviewOn!.Value, view.Goals[0].Latest!.Percent));
    }

    [Fact]
    public async Task A_booked_meeting_offers_its_review_until_one_stands()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        await oneStop.HasVideo();
        var booking = await oneStop.ABooking(planner, client, 15, 2, BookingKind.ProgramMeeting);
        Assert.Equal(id, await oneStop.At<FollowingDesk, Guid?>(planner, d => d.ProgramOf(booking)));
        Assert.Empty((await oneStop.Following(planner, id)).Meetings);
        oneStop.PassTo(16, 2);
        var offered = (await oneStop.Following(planner, id)).Meetings.Single().Begins;
        Assert.Equal((booking, oneStop.Day, ConsultationMethod.Video, planner.Id), (offered.BookingId, offered.On!.Value, offered.Method, offered.StaffId));
        var review = await oneStop.At<FollowingDesk, Guid>(planner, d => d.Review(id, new(offered, offered with { Next = "履歴書を直す" })));
        Assert.Equal(BookingState.Held, await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync()));
        Assert.Empty((await oneStop.Following(planner, id)).Meetings);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<FollowingDesk, Guid>(planner, d => d.Review(id, new(offered, offered with { Next = "2つめ" }))));
        await oneStop.At<FollowingDesk>(planner, d => d.RemoveReview(review, ""));
        Assert.Single((await oneStop.Following(planner, id)).Meetings);
        Assert.Contains(await oneStop.ProgramsDue(client, planner, planner), i => i.Kind == ProgramsDue.Meeting && i.Id == booking);
    }

    [Fact]
    public async Task The_day_of_the_next_review_is_set_by_hand_and_an_older_review_does_not_move_it()
    {
        var (planner, second, _, id) = await oneStop.Followed();
        var day = (await oneStop.Following(planner, id)).NextReviewOn;
        var edit = new Edit<ReviewDay>(new(day), new(day!.Value.AddDays(7)));
        await oneStop.At<FollowingDesk>(planner, d => d.SaveNextReview(id, edit));
        await Assert.ThrowsAsync<ConflictException<ReviewDay>>(() => oneStop.At<FollowingDesk>(second, d => d.SaveNextReview(id, new(new(day), new(day.Value.AddDays(9))))));
        await oneStop.At<FollowingDesk>(planner, d => d.SaveNextReview(id, edit.Reversed));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<FollowingDesk>(planner, d => d.SaveNextReview(id, new(new(day), new(oneStop.Day)))));
        oneStop.Pass(TimeSpan.FromDays(10));
        await oneStop.Review(planner, id, r => r with { NextOn = oneStop.Day.AddDays(30) });
        await oneStop.Review(planner, id, r => r with { On = oneStop.Day.AddDays(-5), NextOn = oneStop.Day.AddDays(3) });
        Assert.Equal(oneStop.Day.AddDays(30), (await oneStop.Following(planner, id)).NextReviewOn);
    }

    [Fact]
    public async Task A_correction_keeps_the_next_day_that_was_set_by_hand_since()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var review = await oneStop.Review(planner, id, r => r with { NextOn = oneStop.Day.AddDays(30) });
        await SetNext(planner, id, oneStop.Day.AddDays(15));
        await oneStop.Correct(planner, id, review, r => r with { Next = "求人を5件見る", Reason = "書きまちがい" });
        Assert.Equal(oneStop.Day.AddDays(15), (await oneStop.Following(planner, id)).NextReviewOn);
        await oneStop.Correct(planner, id, review, r => r with { NextOn = oneStop.Day.AddDays(40), Reason = "日が変わった" });
        Assert.Equal(oneStop.Day.AddDays(40), (await oneStop.Following(planner, id)).NextReviewOn); // a day that is corrected counts
    }

    /// <summary>Two reviews say the same next day: removing the older one leaves it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5)] // of two of one day the later one counts
    public async Task Removing_an_older_review_leaves_the_next_day(int days)
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var next = oneStop.Day.AddDays(35);
        var older = await oneStop.Review(planner, id, r => r with { NextOn = next });
        oneStop.Pass(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(5));
        var newer = await oneStop.Review(planner, id, r => r with { NextOn = next });
        await oneStop.At<FollowingDesk>(manager, d => d.RemoveReview(older, "まちがい"));
        Assert.Equal(next, (await oneStop.Following(planner, id)).NextReviewOn);
        await oneStop.At<FollowingDesk>(manager, d => d.RemoveReview(newer, "まちがい"));
        await SetNext(planner, id, next.AddDays(-10));
        await oneStop.At<FollowingDesk>(manager, d => d.BringReviewBack(newer));
        Assert.Equal(next.AddDays(-10), (await oneStop.Following(planner, id)).NextReviewOn); // set by hand meanwhile
    }

    [Fact]
    public async Task The_newest_review_sets_no_day_that_is_past()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        oneStop.Pass(TimeSpan.FromDays(20));
        var late = await Assert.ThrowsAsync<RuleException>(() => oneStop.Review(planner, id, r => r with { On = oneStop.Day.AddDays(-10), NextOn = oneStop.Day.AddDays(-1) }));
        Assert.Equal(nameof(ReviewWish.NextOn), late.Field);
    }

    /// <summary>A draft that was written at another program names other parts: what was typed is refused, not dropped.</summary>
    [Fact]
    public async Task Words_about_parts_of_another_program_are_not_dropped()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Review(planner, id, r => r with { Items = [new(ProgramOffice.NewId(), "別の支援", "3回行った")] }));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Review(planner, id, r => r with { Goals = [new(ProgramOffice.NewId(), "別の目標", 25, "控え")] }));
        await oneStop.Review(planner, id, r => r with { Items = [new(ProgramOffice.NewId(), "別の支援", " ")] }); // nothing was said
    }

    /// <summary>Written by the large button, without the booking: a correction says which talk it was.</summary>
    [Fact]
    public async Task A_review_that_forgot_its_booking_takes_it_later()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        await oneStop.HasVideo();
        var booking = await oneStop.ABooking(planner, client, 15, 2, BookingKind.ProgramMeeting);
        oneStop.PassTo(16, 2);
        var review = await oneStop.Review(planner, id, r => r);
        Assert.Single((await oneStop.Following(planner, id)).Meetings);
        await oneStop.Correct(planner, id, review, r => r with { BookingId = booking, Reason = "予約を選び忘れた" });
        Assert.Empty((await oneStop.Following(planner, id)).Meetings);
        Assert.Equal(BookingState.Held, await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync()));
    }

    /// <summary>A talk that explained the plan, or took the signature, needs no review.</summary>
    [Fact]
    public async Task A_talk_that_was_no_review_waits_for_none()
    {
        var (planner, second, client, id) = await oneStop.Followed();
        await oneStop.HasVideo();
        var booking = await oneStop.ABooking(planner, client, 15, 2, BookingKind.ProgramMeeting);
        oneStop.PassTo(16, 2);
        await Leave(planner, id, booking, isWithout: true);
        await Leave(second, id, booking, isWithout: true); // twice does nothing
        Assert.Empty((await oneStop.Following(planner, id)).Meetings);
        await Leave(planner, id, booking, isWithout: false);
        Assert.Single((await oneStop.Following(planner, id)).Meetings);
        var (other, _, _, foreign) = await oneStop.Followed("other");
        await Assert.ThrowsAsync<RuleException>(() => Leave(other, foreign, booking, isWithout: true));
    }

    /// <summary>A talk at 24:30 belongs to the day that opened: its review is not tomorrow's.</summary>
    [Fact]
    public async Task A_review_after_midnight_is_of_the_day_that_opened()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var day = oneStop.Day.AddDays(3);
        oneStop.Clock.SetUtcNow(new ServiceDay(day).At(TimeSpan.FromHours(24.5)));
        Assert.Equal((day, day.AddMonths(1)), (await oneStop.Following(planner, id)).Begins is var begins ? (begins.On, begins.NextOn) : default);
    }

    /// <summary>There is no service from 12/29 to 1/3.</summary>
    [Theory]
    [InlineData("2026-11-28", "2026-12-28")]
    [InlineData("2026-11-29", "2027-01-04")]
    [InlineData("2026-12-01", "2027-01-04")]
    public async Task The_next_review_falls_on_a_day_on_which_the_service_is_open(string today, string next)
    {
        var (planner, _, _, id) = await oneStop.Followed();
        oneStop.Clock.SetUtcNow(JapanTime.At(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), new(10, 0)));
        Assert.Equal(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), (await oneStop.Following(planner, id)).UsualNext);
    }

    private async Task SetNext(StaffMember by, Guid program, DateOnly day)
    {
        var present = (await oneStop.Following(by, program)).NextReviewOn;
        await oneStop.At<FollowingDesk>(by, d => d.SaveNextReview(program, new(new(present), new(day))));
    }

    private Task Leave(StaffMember by, Guid program, Guid booking, bool isWithout) =>
        oneStop.At<FollowingDesk>(by, d => d.LeaveWithoutReview(program, booking, isWithout));

    [Fact]
    public async Task A_form_that_is_saved_twice_writes_once()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var begins = (await oneStop.Following(planner, id)).Begins;
        var edit = new Edit<ReviewWish>(begins, begins with { Next = "求人を3件見る" }) { Key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow()) };
        Assert.Equal(await oneStop.At<FollowingDesk, Guid>(planner, d => d.Review(id, edit)), await oneStop.At<FollowingDesk, Guid>(planner, d => d.Review(id, edit)));
        Assert.Single((await oneStop.Following(planner, id)).Reviews);
    }
}
