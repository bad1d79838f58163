using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.Channels;
using OneStop.Line.Reception;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Line;

public sealed class AutoRepliesTests
{
    [Theory]
    [InlineData("2026-10-05T14:20", "明日 10月6日(火) 14:20までに")]
    [InlineData("2026-10-05T23:59", "明日 10月6日(火) 23:59までに")]
    [InlineData("2026-12-28T12:00", "1月4日(月) 6:00から順に")] // due on a closed day: the real date is named
    [InlineData("2027-01-02T12:00", "1月4日(月) 6:00から順に")]
    [InlineData("2027-01-03T12:00", "明日 1月4日(月) 12:00までに")]
    public void The_receipt_names_the_real_time(string askedAt, string says)
    {
        var words = new AutoReplies(new FakeTimeProvider(Japan(askedAt)));
        var text = Assert.IsType<TextContent>(Assert.Single(words.Receipt(Japan(askedAt).AddHours(24)).Contents)).Text;
        Assert.Contains(says, text);
    }

    [Fact]
    public void What_stands_on_a_locked_screen_gives_nothing_away()
    {
        var card = Assert.Single(AutoReplies.Greeting().Contents.OfType<CardContent>());
        Assert.DoesNotContain("相談", card.Notice);
        Assert.DoesNotContain("ひとり親", card.Notice);
    }

    [Fact]
    public void A_button_with_unknown_data_is_no_button_of_ours_and_is_not_shown_as_it_is()
    {
        Assert.Equal("いまは使えないボタン", AutoReplies.NameOf("' OR 1=1"));
        Assert.Contains("いまは使えません", Assert.IsType<TextContent>(Assert.Single(AutoReplies.AnswerTo("' OR 1=1").Contents)).Text);
    }
}
