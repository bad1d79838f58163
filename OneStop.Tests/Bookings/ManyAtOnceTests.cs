using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.Faults;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>Two hundred requests at once for one slot: a hundred clients through two portals, a hundred calls of staff in a third process.</summary>
[SqliteOnly("starts portals on a SQLite file"), NeedsTime("starts portals")]
public sealed class ManyAtOnceTests
{
    private const int Each = 100;

    [Fact]
    public async Task One_slot_goes_to_one_of_two_hundred_and_the_others_are_told_kindly()
    {
        await using var line = new OwnProcess(typeof(FaultRun).Assembly, "/simulator/people", "simulator");
        await using var first = new PortalProcess(
            new() { ["Demo__Enabled"] = "false", ["ONESTOP_PASSWORD"] = Password, ["Logging__LogLevel__Default"] = "Warning" });
        await using var second = new PortalProcess(
            new() { ["Demo__Enabled"] = "false", ["DataFolder"] = first.Folder, ["Logging__LogLevel__Default"] = "Warning" });
        line.Settings["Simulator__Webhook"] = new Uri(first.Address, "/line/webhook").ToString();
        foreach (var portal in (PortalProcess[])[first, second])
        {
            portal.Set("Line__ChannelId", SimulatorPaths.ChannelId);
            portal.Set("Line__ChannelSecret", SimulatorPaths.ChannelSecret);
            portal.Set("Line__ApiBaseUrl", new Uri(line.Address, SimulatorPaths.Api).ToString());
            portal.Set("Line__DataApiBaseUrl", new Uri(line.Address, SimulatorPaths.Data).ToString());
        }
        await first.Start();
        await first.Run("create-staff", "--sign-in", "aoba", "--name", "青葉 みどり", "--duties", nameof(Duty.Counselor));
        await line.Start();
        await second.Start();
        await using var desks = new DesksBeside(first.Folder);
        using var http = new HttpClient { BaseAddress = line.Address };

        var member = await desks.Read(db => db.Users.AsNoTracking().SingleAsync());
        var slot = ServiceDay.Of(TimeProvider.System.GetUtcNow()).AddDays(2).At(TimeSpan.FromHours(14));
        var people = await Prepare(desks, http, member);
        var callers = new List<Guid>();
        for (var i = 0; i < Each; i++)
            callers.Add(await desks.At<ClientDesk, Guid>(member, async d =>
            {
                var id = await d.Register(null, $"電話{i}", null);
                await d.Agree(id);
                return id;
            }));

        var day = ServiceDay.Of(slot);
        var button = new Confirms(Guid.Empty, new(BookingKind.Consultation, ContactMethod.Chat, day, day.TimeOf(slot))).Data;
        var calls = Task.WhenAll(callers.Select(id => Task.Run(() => Call(desks, member, id, slot))));
        var thumbs = Task.WhenAll(people.Select(id => http.PostAsJsonAsync($"/simulator/people/{id}/press", new { data = button, displayText = "予約する" })));
        await thumbs;
        var takenByStaff = (await calls).Count(taken => taken);
        await Until(() => desks.Read(async db => await db.IncomingEvents.CountAsync(e => e.ProcessedAt != null) == Each + Each // each followed and pressed
            && !await db.OutgoingMessages.AnyAsync(m => m.State == Domain.Channels.Delivery.Waiting)), "all to be answered", TimeSpan.FromMinutes(2));

        Assert.Equal(1, await desks.Read(db => db.Bookings.CountAsync(b => b.State == BookingState.Confirmed)));
        var told = await desks.Read(db => db.Messages.Where(m => m.By == Domain.Conversations.Speaker.Bot).Select(m => m.Text!).ToListAsync());
        var (booked, gone) = (told.Count(t => t.Contains("予約ができました", StringComparison.Ordinal)),
            told.Count(t => t.Contains("この時間は取れなくなりました", StringComparison.Ordinal)));
        Assert.Equal(Each, booked + gone);
        Assert.Equal(1, booked + takenByStaff);
        Assert.Equal(0, await desks.Read(db => db.IncomingEvents.CountAsync(e => e.PutAsideAt != null)));
    }

    /// <summary>Adds friends who have answered the first questions, and so may book.</summary>
    private static async Task<List<string>> Prepare(DesksBeside desks, HttpClient http, StaffMember member)
    {
        var people = new List<string>();
        for (var i = 0; i < Each; i++)
        {
            using var invented = await http.PostAsJsonAsync("/simulator/people", new { name = $"ひと{i}" });
            people.Add((await invented.Content.ReadFromJsonAsync<Person>())!.UserId);
            using var followed = await http.PostAsync(new Uri($"/simulator/people/{people[^1]}/follow", UriKind.Relative), null);
        }
        await Until(() => desks.Read(async db => await db.Friends.CountAsync() == Each), "everybody to follow", TimeSpan.FromMinutes(1));
        var now = TimeProvider.System.GetUtcNow();
        await desks.Read(async db =>
        {
            foreach (var weekday in Enum.GetValues<DayOfWeek>())
                db.WeeklyShifts.Add(WeeklyShift.For(member.Id, weekday, new(2026, 1, 1), WorkingTimes.Read("6:00-25:00"), now));
            var number = 0;
            foreach (var friend in await db.Friends.ToListAsync())
            {
                var client = Client.Of(++number, friend, null, now);
                client.Answer(Eligibility.Yes, EligibilityQuestion.ReadOut.Rule, now);
                db.Add(client);
                db.Add(Consent.To(ConsentPurpose.Consultation, client.Id, null, now));
            }
            return await db.SaveChangesAsync();
        });
        return people;
    }

    private static async Task<bool> Call(DesksBeside desks, StaffMember member, Guid client, DateTimeOffset slot)
    {
        try
        {
            await desks.At<BookingDesk>(member,
                d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, slot, null, Beyond: false, Tells: false), isProposal: false));
            return true;
        }
        catch (RuleException rule)
        {
            Assert.Contains("空いている担当者がいません", rule.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private sealed record Person(string UserId);
}
