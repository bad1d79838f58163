using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;

namespace OneStop.Tests.House;

/// <summary>Three portals on one database with delayed answers: competing changes wait for their turn, and none is refused because of it.</summary>
public sealed class SeveralPortalsTests : IAsyncLifetime
{
    private const int AtOnce = 30;
    private readonly List<TestOneStop> portals = [];

    private TestOneStop First => portals[0];

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var portal = new TestOneStop { CommandDelay = TimeSpan.FromMilliseconds(3) };
            if (i > 0)
                portal.Shares(First);
            portals.Add(portal);
            await portal.InitializeAsync();
        }
    }

    [Fact]
    public async Task All_who_register_a_client_at_once_have_registered_one()
    {
        var member = await First.AMember("registrar", Duty.Counselor);
        await Task.WhenAll(Enumerable.Range(0, AtOnce)
            .Select(i => Task.Run(() => Portal(i).At<ClientDesk, Guid>(member, desk => desk.Register(null, $"電話{i}", null)))));
        Assert.Equal(Enumerable.Range(1, AtOnce), await First.Read(db => db.Clients.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync()));
    }

    [Fact]
    public async Task All_who_follow_at_once_are_met_at_the_first_try()
    {
        var ids = Enumerable.Range(0, AtOnce).Select(i => $"01FOLLOW{i:D18}").ToArray();
        await Task.WhenAll(ids.Select((id, i) => Portal(i).PostEvents(Follow(id, $"U{i:x32}"))));
        await First.Processed(ids);
        Assert.Equal(Enumerable.Range(1, AtOnce), await First.Read(db => db.Friends.OrderBy(f => f.Number).Select(f => f.Number).ToListAsync()));
        Assert.DoesNotContain(portals.SelectMany(p => p.Logged), line => line.Contains("could not be processed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_as_many_are_free_as_book_nobody_is_refused()
    {
        const int people = 12;
        for (var i = 0; i < people; i++)
            await First.OnShift($"free-{i}");
        var member = await First.AMember("free-0", Duty.Counselor);
        var clients = new List<Guid>();
        for (var i = 0; i < people; i++)
            clients.Add(await First.AClient(member, $"予約{i}"));
        var start = new ServiceDay(new(2026, 10, 6)).At(TimeSpan.FromHours(10));
        await Task.WhenAll(clients.Select((client, i) =>
            Task.Run(() => Portal(i).At<BookingDesk, EnteredBooking>(member,
                desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, null, false, false), false)))));
        Assert.Equal(people, await First.Read(db => db.Bookings.Select(b => b.StaffId).Distinct().CountAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in Enumerable.Reverse(portals))
            await portal.DisposeAsync();
    }

    private TestOneStop Portal(int i) => portals[i % portals.Count];

    private string Follow(string id, string user) =>
        $$$"""{"type":"follow","mode":"active","timestamp":{{{First.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"source":{"type":"user","userId":"{{{user}}}"},"webhookEventId":"{{{id}}}","deliveryContext":{"isRedelivery":false},"replyToken":"t{{{id}}}","follow":{"isUnblocked":false}}""";
}
