using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Tests.House;

/// <summary>A form's edit is saved only if the stored value is still the one that the form showed.</summary>
public sealed class EditTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Two_who_save_at_the_same_instant_meet_although_both_found_it_as_they_saw_it()
    {
        var tag = await oneStop.Read(async db =>
        {
            var added = db.Tags.Add(Tag.Create("はじめの名前", oneStop.Clock.GetUtcNow())).Entity;
            await db.SaveChangesAsync();
            return added.Id;
        });
        var attempts = 0;
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var conflict = await Assert.ThrowsAsync<ConflictException<string>>(() =>
            scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().Change(async db =>
        {
            attempts++;
            var mine = await db.Tags.SingleAsync(t => t.Id == tag);
            mine.Rename(db.Accept(new Edit<string>("はじめの名前", "わたしの名前"), mine, t => t.Name));
            if (attempts == 1)
                await oneStop.Read(async other =>
                {
                    (await other.Tags.SingleAsync(t => t.Id == tag)).Rename("相手の名前");
                    return await other.SaveChangesAsync();
                });
        }));
        Assert.Equal((2, "相手の名前"), (attempts, conflict.Theirs));
        Assert.Equal("相手の名前", await oneStop.Read(db => db.Tags.Where(t => t.Id == tag).Select(t => t.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_row_without_a_version_is_not_taken() => await oneStop.Read(db =>
    {
        var tagging = Tagging.Of(Guid.Empty, Guid.Empty);
        Assert.Contains(nameof(Tagging), Assert.Throws<InvalidOperationException>(() => db.Accept(new Edit<string>("", ""), tagging, _ => "")).Message,
            StringComparison.Ordinal);
        return Task.FromResult(true);
    });
}
