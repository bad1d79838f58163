using OneStop.Domain.Channels;
using OneStop.Line.Reception;

namespace OneStop.Tests.Line;

public sealed class AutoRepliesTests
{
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
