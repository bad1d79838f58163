using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.DatedRules;

/// <summary>The rules that come with the program.</summary>
public sealed class FirstRulesTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_new_database_has_them_all_and_they_are_entered_once()
    {
        var first = FirstRules.All();
        Assert.True(first.Count > 40);
        Assert.Equal(first.Select(f => f.Code).Order(StringComparer.Ordinal),
            (await oneStop.Read(db => db.DatedRules.Where(r => !r.Code.StartsWith("own.")).Select(r => r.Code).ToListAsync())).Order(StringComparer.Ordinal));

        var manager = await oneStop.AMember("manager", Duty.Manager);
        var rate = await oneStop.Read(db => db.DatedRules.SingleAsync(r => r.Code == "measure.kyouiku.rate"));
        await oneStop.At<RuleDesk, Guid>(manager, desk => desk.Set(rate.Id, new("80", new(2026, 10, 5), null, "福岡市の通知", "", true)));
        var before = await oneStop.Read(db => db.RuleValues.CountAsync());
        await using (var scope = oneStop.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
            await FirstRules.Enter(scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>(), oneStop.Clock.GetUtcNow()); // the next start
        }
        Assert.Equal(before, await oneStop.Read(db => db.RuleValues.CountAsync()));
        var book = await oneStop.Read(db => db.RulesOn(new(2026, 10, 5), oneStop.Clock.GetUtcNow()));
        Assert.Equal("80%", book.Find(rate.Code)!.InWords);
    }

    [Theory]
    [InlineData("measure.koutou.most-years", true)] // read at the City itself
    [InlineData("measure.kashitsuke.entry", true)]
    [InlineData("measure.kyouiku.rate", false)] // the City's own rate was not seen
    [InlineData("measure.kyouiku.more.rate", false)] // read in another's words
    [InlineData("measure.jutaku.monthly", false)] // two sources differ
    [InlineData("measure.kyouiku.before", false)] // of 2023
    [InlineData("measure.koutou.start", false)] // of 2021
    public async Task What_was_not_read_at_its_source_or_is_old_has_to_be_checked(string code, bool isConfirmed)
    {
        await using var fresh = new TestOneStop();
        await fresh.InitializeAsync();
        var book = await fresh.Read(db => db.RulesOn(new(2026, 10, 5), fresh.Clock.GetUtcNow()));
        Assert.NotNull(book.Find(code));
        Assert.Equal(isConfirmed, book.IsConfirmed(code));
    }
}
