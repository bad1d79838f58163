using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Clients;

/// <summary>A consent is given and withdrawn for one purpose; what depends on another purpose stays.</summary>
public sealed class ConsentPurposeTests : IAsyncLifetime
{
    private static readonly ConsentPurpose Other = new("other", "ほかの目的", "2026-10", new string('0', 64));

    private readonly RestsOnOther rests = new();
    private readonly TestOneStop oneStop;
    private StaffMember member = null!;
    private Guid client, booking;

    public ConsentPurposeTests() => oneStop = new() { Registers = services => services.AddSingleton(Other).AddSingleton<IRestsOnConsent>(rests) };

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.OnShift("aoba");
        client = await oneStop.AClient(member);
        await Give(Other, client);
        booking = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, Ten, false))).Id;
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Withdrawing_one_purpose_ends_only_what_rests_on_it()
    {
        Assert.Empty((await oneStop.At<ClientDesk, RestingOnConsent>(member, d => d.RestingOn(client, Other.Code))).Bookings);
        await Withdraw(Other.Code);
        Assert.Equal(("consultation", BookingState.Confirmed, 1), (await Given(), await State(), rests.Ended));
    }

    [Fact]
    public async Task The_bookings_end_with_the_purpose_that_they_rest_on_and_the_other_consent_stays()
    {
        Assert.Single((await oneStop.At<ClientDesk, RestingOnConsent>(member, d => d.RestingOn(client, ConsentPurpose.Consultation.Code))).Bookings);
        await Withdraw(ConsentPurpose.Consultation.Code);
        Assert.Equal(("other", BookingState.Cancelled, 0), (await Given(), await State(), rests.Ended));
        var row = (await oneStop.At<ClientDesk, ClientRow?>(member, d => d.Open(client)))!;
        Assert.Equal((null, false, true), (row.ConsentAt, row.HasAgreed, row.HasConsents));
    }

    [Fact]
    public async Task All_can_be_withdrawn_at_once()
    {
        Assert.Equal(["相談と予約", "ほかの目的"], (await oneStop.At<ClientDesk, IReadOnlyList<GivenConsent>>(member, d => d.ConsentsOf(client))).Select(c => c.Of));
        await Withdraw(null);
        Assert.Equal(("", BookingState.Cancelled, 1), (await Given(), await State(), rests.Ended));
    }

    [Fact]
    public async Task A_consent_to_another_purpose_lets_nobody_book()
    {
        var only = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "ほかの人", null));
        await Give(Other, only);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.Book(only, Ten, false)));
    }

    [Fact]
    public async Task A_purpose_that_nobody_knows_withdraws_nothing()
    {
        await Withdraw("unknown");
        Assert.Equal(("consultation other", BookingState.Confirmed, 0), (await Given(), await State(), rests.Ended));
    }

    private static BookingPlan Ten => new(BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-06T10:00"), null, false, false);

    private Task Withdraw(string? purpose) => oneStop.At<ClientDesk>(member, d => d.Withdraw(client, purpose));

    private Task<int> Give(ConsentPurpose purpose, Guid to) => oneStop.Read(db =>
    {
        db.Consents.Add(Consent.To(purpose, to, null, oneStop.Clock.GetUtcNow()));
        return db.SaveChangesAsync();
    });

    private async Task<string> Given() =>
        string.Join(' ', await oneStop.Read(db => db.Consents.Given(client).OrderBy(c => c.Purpose).Select(c => c.Purpose).ToListAsync()));

    private Task<BookingState> State() => oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync());

    /// <summary>A stand-in for a feature that depends on another purpose.</summary>
    private sealed class RestsOnOther : IRestsOnConsent
    {
        public int Ended { get; private set; }

        public ConsentPurpose Purpose => Other;

        public Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, Guid? objectId, DateTimeOffset now) => Task.FromResult(new RestingOnConsent([], 0));

        public Task End(OneStopDb db, Guid clientId, Guid? objectId, Guid? by, DateTimeOffset now)
        {
            Ended++;
            return Task.CompletedTask;
        }
    }
}
