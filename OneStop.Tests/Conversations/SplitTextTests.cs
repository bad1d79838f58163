using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;

namespace OneStop.Tests.Conversations;

/// <summary>Text longer than LINE accepts in one message is cut at pauses, without losing anything.</summary>
public sealed class SplitTextTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5000, 1)]
    [InlineData(5001, 2)]
    [InlineData(10_000, 2)]
    [InlineData(25_000, 5)]
    public void A_text_without_a_pause_is_cut_at_the_limit(int length, int parts)
    {
        var text = new string('あ', length);
        var cut = SplitText.Parts(text);
        Assert.Equal(parts, cut.Count);
        Assert.All(cut, p => Assert.InRange(p.Length, 1, TextContent.Longest));
        Assert.Equal(text, string.Concat(cut));
    }

    [Fact]
    public void Paragraphs_are_cut_apart_only_while_the_rest_has_room()
    {
        var text = string.Join("\n\n", Enumerable.Repeat(new string('あ', 2600), 8)); // cutting at each pause would give eight parts
        var cut = SplitText.Parts(text);
        Assert.Equal(OutgoingContent.MostAtOnce, cut.Count);
        Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal), string.Concat(cut).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_five_messages_are_refused() => Assert.Throws<RuleException>(() => SplitText.Parts(new string('あ', 25_001)));

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    [InlineData("。")]
    [InlineData("、")]
    public void It_is_cut_at_the_longest_pause(string pause)
    {
        var first = new string('あ', 4000);
        var cut = SplitText.Parts($"{first}{pause}{new string('い', 3000)}");
        Assert.Equal([$"{first}{pause}".TrimEnd('\n'), new string('い', 3000)], cut);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("。")]
    public void A_pause_counts_from_the_middle_of_a_message_on(string pause)
    {
        var half = new string('あ', (TextContent.Longest / 2) - pause.Length);
        var rest = new string('い', TextContent.Longest);
        Assert.Equal([$"{half}{pause}".TrimEnd('\n'), rest], SplitText.Parts($"{half}{pause}{rest}"));
        Assert.Equal(TextContent.Longest, SplitText.Parts($"{half[1..]}{pause}{rest}")[0].Length); // a character before it: a short message would stand first
    }

    [Fact]
    public void No_character_is_torn()
    {
        var cut = SplitText.Parts(new string('あ', 4999) + "😊" + new string('い', 10)); // the emoji would cross the limit
        Assert.All(cut, p => Assert.False(char.IsHighSurrogate(p[^1]) || char.IsLowSurrogate(p[0])));
        Assert.StartsWith("😊", cut[1], StringComparison.Ordinal);
    }
}
