using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Search;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Search;

/// <summary>Which messages the days of a search include.</summary>
public sealed class SearchQueryTests
{
    [Fact]
    public void The_first_day_counts_from_its_midnight_and_the_last_until_the_next()
    {
        var query = new SearchQuery("住宅", new(2026, 10, 5), new(2026, 10, 6));
        Assert.Equal(Message.OrderAt(Japan("2026-10-05T00:00")), query.FromOrder);
        Assert.Equal(Message.OrderAt(Japan("2026-10-07T00:00")) - 1, query.ToOrder);
    }

    [Fact]
    public void Without_days_all_messages_are_searched()
    {
        Assert.Equal((0, long.MaxValue), (new SearchQuery("住宅").FromOrder, new SearchQuery("住宅").ToOrder));
        Assert.Equal(long.MaxValue, new SearchQuery("住宅", To: DateOnly.MaxValue).ToOrder); // there is no day after it
    }

    [Fact]
    public void Each_condition_beside_the_words_narrows_it()
    {
        var query = new SearchQuery("住宅");
        Assert.False(query.IsNarrowed);
        SearchQuery[] narrowed = [query with { From = new(2026, 10, 5) }, query with { To = new(2026, 10, 5) }, query with { By = Speaker.Client },
            query with { Kind = MessageKind.File }];
        Assert.All(narrowed, q => Assert.True(q.IsNarrowed));
    }
}
