using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>Two who record a consent of the same person at the same moment.</summary>
[SqliteOnly("holds back its commands")]
public sealed class ConsentAtOnceTests
{
    [Fact]
    public async Task A_consent_that_a_colleague_records_at_the_same_moment_is_one()
    {
        var held = new HeldCommands();
        await using var oneStop = new TestOneStop { Options = options => options.AddInterceptors(held) };
        await oneStop.InitializeAsync();
        var member = await oneStop.AMember("agreeing", Duty.Counselor);
        var client = await oneStop.ACaller(member);
        var isHeld = held.HoldNext("\"ConsentWordings\""); // after the look for a consent, before the new one is added
        var agreeing = oneStop.At<ClientDesk>(member, d => d.Agree(client));
        await isHeld;
        var recording = oneStop.ByWord(member, client, ConsentPurpose.Consultation);
        held.Release();
        await agreeing;
        await Assert.ThrowsAsync<RuleException>(() => recording);
        Assert.Single(await oneStop.ConsentsOf(member, client));
    }
}
