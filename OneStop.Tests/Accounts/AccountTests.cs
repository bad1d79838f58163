using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.SignIn;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Accounts;

/// <summary>Accounts: invitation, sign-in, change of duties, leaving, and the handover of open work.</summary>
public sealed class AccountTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string New = "kasatate-neko-mikan";

    [Fact]
    public async Task Who_is_invited_sets_a_password_by_a_link_that_is_kept_as_a_digest_and_used_once()
    {
        var issued = await oneStop.At<AccountDesk, IssuedCode>(await Admin(), desk => desk.Invite(new("invited", "新しい 人", [Duty.Counselor])));
        Assert.Equal(oneStop.Clock.GetUtcNow() + SignInCode.InvitationFor, issued.EndsAt);
        Assert.Equal(SignInCode.DigestOf(issued.Code),
            await oneStop.Read(db => db.SignInCodes.Where(c => c.StaffId == issued.StaffId).Select(c => c.Digest).SingleAsync()));
        Assert.False(await LetsIn("invited", ""));

        for (var look = 0; look < 3; look++)
            Assert.Equal("invited", await At(desk => desk.WhoseLink(issued.Code))); // looking does not use up the link
        using var window = new SignInForm(oneStop.Address);
        Assert.Contains("よく使われる言葉", await window.SetByLink(issued.Code, "passwordpassword"));
        Assert.Contains("パスワードを決めました", await window.SetByLink(issued.Code, New));
        Assert.NotNull(await At(desk => desk.SetByLink(issued.Code, "another-" + New)));
        Assert.Null(await At(desk => desk.WhoseLink(issued.Code)));
        Assert.True(await LetsIn("invited", New));
    }

    [Fact]
    public async Task Two_who_use_one_link_at_the_same_instant_do_not_both_set_a_password()
    {
        var issued = await oneStop.At<AccountDesk, IssuedCode>(await Admin(), desk => desk.Invite(new("raced", "新しい 人", [Duty.Counselor])));
        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => At(desk => desk.SetByLink(issued.Code, $"{New}-{i}"))));
        Assert.Single(ends, end => end is null);
    }

    [Fact]
    public async Task A_link_ends_and_a_newer_one_ends_the_older()
    {
        var admin = await Admin();
        var member = await oneStop.AMember("forgetful", Duty.Counselor);
        var first = await oneStop.At<AccountDesk, IssuedCode>(admin, desk => desk.Reset(member.Id));
        Assert.False(await LetsIn("forgetful", TestOneStop.Password)); // the old password is no longer valid
        var second = await oneStop.At<AccountDesk, IssuedCode>(admin, desk => desk.Reset(member.Id));
        Assert.Null(await At(desk => desk.WhoseLink(first.Code)));
        Assert.Equal("forgetful", await At(desk => desk.WhoseLink(second.Code)));
        oneStop.Clock.Advance(SignInCode.InvitationFor);
        Assert.Null(await At(desk => desk.WhoseLink(second.Code)));
        Assert.Contains("もう使えません", await At(desk => desk.SetByLink(second.Code, New)));
    }

    [Fact]
    public async Task Whatever_is_changed_turns_the_stamp_so_that_every_sitting_ends()
    {
        var admin = await Admin();
        var member = await oneStop.AMember("turned", Duty.Counselor);
        foreach (var act in (Func<AccountDesk, Task>[])[d => d.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Planner)),
            d => d.Unlock(member.Id), d => d.SignOutEverywhere(member.Id), d => d.Reset(member.Id), d => d.Leave(member.Id, new(null, null))])
        {
            var before = await StampOf(member.Id);
            await oneStop.At(admin, act);
            Assert.NotEqual(before, await StampOf(member.Id));
        }
    }

    [Fact]
    public async Task All_of_it_is_in_the_trail_and_no_secret_is()
    {
        var admin = await Admin();
        var issued = await oneStop.At<AccountDesk, IssuedCode>(admin, desk => desk.Invite(new("trailed", "跡の 残る人", [Duty.Counselor])));
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(issued.StaffId, DutyEdits.From(Duty.Counselor, Duty.Planner)));
        await At(desk => desk.SetByLink(issued.Code, New));
        await oneStop.At<AccountDesk>(admin, desk => desk.Leave(issued.StaffId, new(null, null)));
        var id = issued.StaffId.ToString();
        var fields = await oneStop.Read(db => db.AuditValues.Where(v => db.AuditEntries.Any(e => e.Id == v.EntryId && e.SubjectId == id)).ToListAsync());
        Assert.Contains(fields, f => f is { Field: "duties", Before: "Counselor", After: "Planner" });
        Assert.Contains(fields, f => f is { Field: "LeftAt", After: not null });
        Assert.Contains(fields, f => f is { Field: "PasswordSetAt", After: not null });
        Assert.False(await oneStop.Read(db =>
            db.AuditValues.AnyAsync(v => v.Before!.Contains(issued.Code) || v.After!.Contains(issued.Code) || v.After == SignInCode.DigestOf(issued.Code))));
    }

    [Fact]
    public async Task Nobody_changes_their_own_duties_or_leaves_by_themselves()
    {
        var admin = await Admin();
        await oneStop.AMember("second-admin", Duty.Administrator);
        await Refused(admin, "自分の担当業務", desk => desk.SetDuties(admin.Id, DutyEdits.From(Duty.Administrator, Duty.Administrator, Duty.Counselor)));
        await Refused(admin, "自分の退職", desk => desk.Leave(admin.Id, new(null, null)));
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_password_for_a_link_that_they_would_not_live_to_see()
    {
        var admin = await Admin();
        await Refused(admin, "パスワードを変える", desk => desk.Reset(admin.Id));
        Assert.True(await LetsIn("the-admin", TestOneStop.Password));
    }

    [Fact]
    public async Task A_wrong_password_where_one_changes_ones_own_is_a_failed_try_and_slows_the_next()
    {
        var member = await oneStop.AMember("left-open", Duty.Counselor);
        using var here = new SignInForm(oneStop.Address);
        Assert.True(await here.LetsIn("left-open", TestOneStop.Password));
        for (var i = 0; i < TryLimit.Device.Free; i++)
            Assert.Contains("今のパスワードが違います", await here.ChangePassword("wrong-password", New));
        Assert.Contains("少し待って", await here.ChangePassword(TestOneStop.Password, New));
        var id = member.Id.ToString();
        Assert.Equal(TryLimit.Device.Free, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.SignInFailed && e.SubjectId == id)));
    }

    [Fact]
    public async Task Who_looks_at_the_accounts_is_told_when_somebody_has_set_their_password()
    {
        var issued = await oneStop.At<AccountDesk, IssuedCode>(await Admin(), desk => desk.Invite(new("announced", "新しい 人", [Duty.Counselor])));
        var told = 0;
        using var watch = oneStop.Services.GetRequiredService<LiveUpdates>().On(StaffMember.Topic, () => told++);
        Assert.Null(await At(desk => desk.SetByLink(issued.Code, New)));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_manager_neither_makes_nor_touches_an_administrator()
    {
        var (manager, admin) = (await oneStop.AMember("a-manager", Duty.Manager), await Admin());
        var counselor = await oneStop.AMember("not-raised", Duty.Counselor);
        await Refused(manager, "システム管理者だけ", desk => desk.Invite(new("raised", "偽の 管理者", [Duty.Administrator])));
        await Refused(manager, "システム管理者だけ", desk => desk.SetDuties(counselor.Id, DutyEdits.From(Duty.Counselor, Duty.Counselor, Duty.Administrator)));
        await Refused(manager, "システム管理者だけ", desk => desk.Reset(admin.Id));
        await oneStop.At<AccountDesk>(manager, desk => desk.SetDuties(counselor.Id, DutyEdits.From(Duty.Counselor, Duty.Planner)));
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_is_open()
    {
        var (leaver, heir) = (await oneStop.AMember("leaves", Duty.Counselor), await oneStop.AMember("heir", Duty.Counselor));
        var conversation = await oneStop.AsksSomething("担当が変わります");
        await oneStop.At<ConversationDesk>(leaver, desk => desk.Assign(conversation, leaver.Id, null));
        await oneStop.At<LaterDesk>(leaver, desk => desk.Plan(conversation, "来週のご案内です", oneStop.Clock.GetUtcNow().AddDays(3), false));

        var admin = await Admin(); // sees no clients, and so only numbers
        var work = await oneStop.At<AccountDesk, OpenWork>(admin, desk => desk.OpenWorkOf(leaver.Id));
        Assert.Equal((1, 1, 0), (work.Conversations, work.PlannedAnswers, work.Bookings.Count));
        Assert.Contains(work.Successors, s => s.Id == heir.Id);
        Assert.DoesNotContain(work.Successors, s => s.Id == leaver.Id || s.Id == admin.Id);
        await Refused(admin, "引き継ぐ人", desk => desk.Leave(leaver.Id, new(admin.Id, null)));

        await oneStop.At<AccountDesk>(admin, desk => desk.Leave(leaver.Id, new(heir.Id, heir.Id)));
        Assert.Equal(heir.Id, await oneStop.Read(db => db.Conversations.Where(c => c.Id == conversation).Select(c => c.AssigneeId).SingleAsync()));
        Assert.Equal(heir.Id, await oneStop.Read(db => db.LaterAnswers.Where(l => l.ConversationId == conversation).Select(l => l.StaffId).SingleAsync()));
        Assert.False(await LetsIn("leaves", TestOneStop.Password));
    }

    [Fact]
    public async Task Two_who_change_somebodys_duties_at_once_do_not_write_over_each_other()
    {
        var (admin, member) = (await Admin(), await oneStop.AMember("twice-changed", Duty.Counselor));
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Planner)));
        var late = await Assert.ThrowsAsync<ConflictException<DutiesWish>>(() =>
            oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Manager))));
        Assert.Equal([Duty.Planner], late.Theirs.Duties);
    }

    [Fact]
    public async Task Who_may_see_no_people_any_more_hands_over_what_is_open_first()
    {
        var (admin, to) = (await Admin(), await oneStop.AMember("takes-over", Duty.Counselor));
        var member = await oneStop.AMember("to-the-city", Duty.Counselor);
        var conversation = await oneStop.AsksSomething("担当業務が変わります");
        await oneStop.At<ConversationDesk>(member, desk => desk.Assign(conversation, member.Id, null));
        await oneStop.At<LaterDesk>(member, desk => desk.Plan(conversation, "来週のご案内です", oneStop.Clock.GetUtcNow().AddDays(3), false));
        await Refused(admin, "会話1件と送信予約した返信1件", desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.City)));
        await Refused(admin, "引き継ぐ人", desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.City), new(admin.Id, null)));
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Planner))); // both see clients: no handover
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Planner, Duty.City), new(to.Id, to.Id)));
        Assert.Equal(to.Id, await oneStop.Read(db => db.Conversations.Where(c => c.Id == conversation).Select(c => c.AssigneeId).SingleAsync()));
        Assert.Equal(to.Id, await oneStop.Read(db => db.LaterAnswers.Where(l => l.ConversationId == conversation).Select(l => l.StaffId).SingleAsync()));
    }

    [Fact]
    public async Task A_duty_by_which_somebody_holds_coming_bookings_is_not_taken_away()
    {
        var member = await oneStop.OnShift("still-booked");
        var client = await oneStop.AClient(member, "予約の残る人");
        var start = new ServiceDay(oneStop.Clock.GetUtcNow().JapaneseDate.AddDays(1)).At(TimeSpan.FromHours(20));
        await oneStop.At<BookingDesk, EnteredBooking>(member,
            desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, member.Id, false, false), false));
        var admin = await Admin();
        await Refused(admin, "予約が1件", desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.City), new(null, null)));
        await Refused(admin, "予約が1件", desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Planner)));
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Counselor, Duty.Planner)));
    }

    [Fact]
    public async Task Who_still_has_bookings_does_not_leave()
    {
        var member = await oneStop.OnShift("booked");
        var client = await oneStop.AClient(member, "予約のある人");
        var start = new ServiceDay(oneStop.Clock.GetUtcNow().JapaneseDate.AddDays(1)).At(TimeSpan.FromHours(20));
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(member,
            desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, member.Id, false, false), false));
        var admin = await Admin();
        await Refused(admin, "予約が1件", desk => desk.Leave(member.Id, new(null, null)));
        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(booking.Id, true, null, false));
        await oneStop.At<AccountDesk>(admin, desk => desk.Leave(member.Id, new(null, null)));
    }

    [Fact]
    public async Task Whoever_changes_their_password_knows_the_one_until_now_and_goes_on_in_this_window_alone()
    {
        await oneStop.AMember("changes", Duty.Counselor);
        using SignInForm here = new(oneStop.Address), there = new(oneStop.Address);
        Assert.True(await here.LetsIn("changes", TestOneStop.Password));
        Assert.True(await there.LetsIn("changes", TestOneStop.Password));
        Assert.Contains("今のパスワードが違います", await here.ChangePassword("wrong-password", New));
        Assert.Contains("パスワードを変えました", await here.ChangePassword(TestOneStop.Password, New));
        Assert.True(await here.IsIn());
        Assert.False(await there.IsIn());
        Assert.True(await LetsIn("changes", New));
        Assert.False(await LetsIn("changes", TestOneStop.Password));
    }

    private Task<StaffMember> Admin() => oneStop.AMember("the-admin", Duty.Administrator);

    private Task<string> StampOf(Guid id) => oneStop.Read(db => db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp!).SingleAsync());

    private async Task<bool> LetsIn(string name, string password)
    {
        using var window = new SignInForm(oneStop.Address);
        return await window.LetsIn(name, password);
    }

    private async Task<string?> At(Func<PasswordDesk, Task<string?>> ask)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PasswordDesk>());
    }

    private async Task Refused(StaffMember by, string says, Func<AccountDesk, Task> act) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<RuleException>(() => oneStop.At(by, act))).Message);
}
