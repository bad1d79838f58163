using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.SignIn;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Sign-in, and protection against guessing.</summary>
public sealed class SignInTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Wrong = "wrong-password";

    [Fact]
    public async Task A_known_name_and_an_unknown_one_are_answered_alike_until_the_end()
    {
        await oneStop.AMember("known", Duty.Counselor);
        using SignInForm known = new(oneStop.Address), unknown = new(oneStop.Address);
        for (var i = 0; i < 7; i++)
            Assert.Equal(await Answer(known, "known", "192.0.2.1"), await Answer(unknown, "nobody-of-that-name", "192.0.2.2"));
        Assert.Contains("少し待って", await Answer(known, "known", "192.0.2.1"));

        static async Task<string> Answer(SignInForm window, string name, string from) =>
            WebUtility.HtmlDecode(await (await window.Send(name, Wrong, from: from)).Content.ReadAsStringAsync()) is var page
            ? page[page.IndexOf("<h1", StringComparison.Ordinal)..page.IndexOf("<form", StringComparison.Ordinal)]
            : "";
    }

    [Fact]
    public async Task An_unknown_name_costs_the_work_of_a_known_one()
    {
        var member = await oneStop.AMember("hashed", Duty.Counselor);
        var (real, nobodys) = (Convert.FromBase64String(member.PasswordHash!),
            Convert.FromBase64String(oneStop.Services.GetRequiredService<NobodysPassword>().Hash));
        // the same function, rounds and salt length
        Assert.Equal((real.Length, Convert.ToHexString(real[..13])), (nobodys.Length, Convert.ToHexString(nobodys[..13])));
    }

    [Fact]
    public async Task Guesses_at_the_same_instant_are_all_counted()
    {
        await oneStop.AMember("stormed", Duty.Counselor);
        var looked = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var window = new SignInForm(oneStop.Address);
            var page = WebUtility.HtmlDecode(await (await window.Send("stormed", Wrong, from: $"198.51.100.{i}")).Content.ReadAsStringAsync());
            return page.Contains("ログイン名かパスワードが違います", StringComparison.Ordinal);
        }));
        Assert.InRange(looked.Count(l => l), 1, TryLimit.Account.Free);
    }

    [Fact]
    public async Task One_address_gets_slower_whatever_names_it_tries_and_another_one_does_not()
    {
        await oneStop.AMember("elsewhere", Duty.Counselor);
        for (var i = 0; i < TryLimit.Address.Free; i++)
        {
            using var window = new SignInForm(oneStop.Address);
            await window.Send($"guessed-{i}", Wrong, from: "203.0.113.5");
        }
        using SignInForm there = new(oneStop.Address), here = new(oneStop.Address);
        Assert.False(await there.LetsIn("elsewhere", TestOneStop.Password, "203.0.113.5"));
        Assert.True(await here.LetsIn("elsewhere", TestOneStop.Password, "203.0.113.6"));
    }

    [Fact]
    public async Task Nobody_is_shut_out_of_a_device_of_theirs_by_what_others_try()
    {
        await oneStop.AMember("besieged", Duty.Counselor);
        using SignInForm own = new(oneStop.Address), next = new(oneStop.Address), strange = new(oneStop.Address), attacker = new(oneStop.Address);
        Assert.True(await own.LetsIn("besieged", TestOneStop.Password, "192.0.2.10"));
        next.Take(own, "Device"); // the next morning
        for (var i = 0; i < 8; i++)
            await attacker.Send("besieged", Wrong, from: "192.0.2.10"); // even from the same address
        Assert.False(await strange.LetsIn("besieged", TestOneStop.Password, "192.0.2.10"));
        Assert.True(await next.LetsIn("besieged", TestOneStop.Password, "192.0.2.10"));
    }

    [Fact]
    public async Task A_device_is_known_for_its_own_person_only_and_counts_its_own_failures()
    {
        await oneStop.AMember("borrows", Duty.Counselor);
        await oneStop.AMember("lends", Duty.Counselor);
        using SignInForm own = new(oneStop.Address), lent = new(oneStop.Address);
        Assert.True(await own.LetsIn("lends", TestOneStop.Password, "192.0.2.20"));
        lent.Take(own, "Device");
        for (var i = 0; i < TryLimit.Account.Free; i++)
            await lent.Send("borrows", Wrong, from: $"192.0.2.{30 + i}");
        Assert.False(await lent.LetsIn("borrows", TestOneStop.Password, "192.0.2.40"));
        for (var i = 0; i < TryLimit.Device.Free; i++)
            await lent.Send("lends", Wrong, from: $"192.0.2.{50 + i}");
        Assert.False(await lent.LetsIn("lends", TestOneStop.Password, "192.0.2.60"));
        oneStop.Clock.Advance(TryLimit.Device.Longest);
        Assert.True(await lent.LetsIn("lends", TestOneStop.Password, "192.0.2.60"));
    }

    [Fact]
    public async Task Who_signs_in_between_guesses_at_a_colleague_of_the_same_computer_wipes_none_of_them_out()
    {
        await oneStop.AMember("guessed", Duty.Counselor);
        await oneStop.AMember("guesser", Duty.Counselor);
        using var shared = new SignInForm(oneStop.Address);
        Assert.True(await shared.LetsIn("guessed", TestOneStop.Password));
        Assert.True(await shared.LetsIn("guesser", TestOneStop.Password));
        for (var i = 0; i < TryLimit.Device.Free; i++)
        {
            await shared.Send("guessed", Wrong);
            Assert.True(await shared.LetsIn("guesser", TestOneStop.Password));
        }
        Assert.False(await shared.LetsIn("guessed", TestOneStop.Password));
        oneStop.Clock.Advance(TryLimit.Device.Longest);
        Assert.True(await shared.LetsIn("guessed", TestOneStop.Password));
    }

    [Fact]
    public async Task However_a_name_is_spelt_one_account_is_counted_once()
    {
        await oneStop.AMember("kelvin", Duty.Counselor);
        string[] spelt = ["kelvin", "\u212Aelvin", "KELVIN"]; // the Kelvin sign normalizes to K
        using var window = new SignInForm(oneStop.Address);
        for (var i = 0; i < TryLimit.Account.Free; i++)
            await window.Send(spelt[i % spelt.Length], Wrong, from: $"192.0.2.{90 + i}");
        Assert.False(await window.LetsIn("kelvin", TestOneStop.Password, "192.0.2.99"));
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("a\uFFFEb")]
    public async Task A_name_that_cannot_be_normalised_is_a_failed_try_like_any(string name)
    {
        using var window = new SignInForm(oneStop.Address);
        var from = $"198.18.0.{name.Length}";
        var answer = await window.Send(name, Wrong, from: from);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("ログイン名かパスワードが違います", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(1, await oneStop.Read(db =>
            db.AuditEntries.CountAsync(e => e.Act == AuditAct.SignInFailed && db.AuditValues.Any(v => v.EntryId == e.Id && v.After == from))));
    }

    [Fact]
    public async Task What_many_mistyped_at_one_address_is_forgotten_minute_by_minute_and_an_attack_is_not()
    {
        await oneStop.AMember("behind-nat", Duty.Counselor);
        for (var i = 0; i < TryLimit.Address.Free; i++)
            await Mistype(i);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 4; i++)
            await Mistype(100 + i); // typing errors over a day do not add up
        using var someone = new SignInForm(oneStop.Address);
        Assert.True(await someone.LetsIn("behind-nat", TestOneStop.Password, "203.0.113.77"));

        var tries = SignInTries.Of("address");
        var now = oneStop.Clock.GetUtcNow();
        for (var i = 0; i < 40; i++)
        {
            tries.Count(TryLimit.Address, now);
            now = tries.NextAt;
        }
        Assert.Equal(TryLimit.Address.Longest, tries.NextAt - tries.LastAt);

        async Task Mistype(int who)
        {
            using var window = new SignInForm(oneStop.Address);
            await window.Send($"mistyped-{who}", Wrong, from: "203.0.113.77");
        }
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    [InlineData(6, 4)]
    [InlineData(13, 512)]
    [InlineData(14, 900)] // never longer than a quarter of an hour
    [InlineData(5000, 900)]
    public void The_next_try_waits_twice_as_long_each_time(int failures, int seconds) =>
    Assert.Equal(TimeSpan.FromSeconds(seconds), TryLimit.Account.After(failures));

    [Fact]
    public async Task Failed_tries_are_in_the_trail_and_what_was_typed_as_a_name_is_not()
    {
        var member = await oneStop.AMember("tried", Duty.Counselor);
        using var window = new SignInForm(oneStop.Address);
        await window.Send("tried", Wrong, from: "192.0.2.70");
        await window.Send("my-password-by-mistake", Wrong, from: "192.0.2.70");
        var entries = await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.Act == AuditAct.SignInFailed && db.AuditValues.Any(v => v.EntryId == e.Id && v.After == "192.0.2.70"))
            .OrderBy(e => e.At).Select(e => e.SubjectId).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.Contains(member.Id.ToString(), entries);
        Assert.DoesNotContain(entries, e => e.Contains("mistake", StringComparison.Ordinal));
        Assert.Null((await oneStop.VerifyTrail()).Broken);
    }

    [Fact]
    public async Task Who_has_left_is_answered_like_anybody()
    {
        var member = await oneStop.AMember("gone", Duty.Counselor);
        await oneStop.Read(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == member.Id)).Leave(oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        using var window = new SignInForm(oneStop.Address);
        Assert.Contains("ログイン名かパスワードが違います", WebUtility.HtmlDecode(await (await window.Send("gone", TestOneStop.Password)).Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_password_that_many_try_first_is_refused_however_it_is_set()
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var staff = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var member = StaffMember.Create("weak", "青葉 みどり", [Duty.Counselor], oneStop.Clock.GetUtcNow());
        Assert.False((await staff.CreateAsync(member, "passwordpassword")).Succeeded);
        Assert.True((await staff.CreateAsync(member, TestOneStop.Password)).Succeeded);
        Assert.False((await staff.ChangePasswordAsync(member, TestOneStop.Password, "weakweakweak")).Succeeded);
    }
}
