using OneStop.Domain.RichMenus;

namespace OneStop.Tests.RichMenus;

/// <summary>The changes of an edition are shown to those who decide about it.</summary>
public sealed class EditionDifferenceTests
{
    private static readonly MenuButton Ask = new("質問する", "ask", "質問の送り方を答えます。");
    private static readonly MenuButton Help = new("支援情報", "help", "制度を案内します。");

    [Fact]
    public void Two_editions_that_are_the_same_have_no_difference()
    {
        var difference = EditionDifference.Between(Edition(1, Ask, Help), Edition(2, Ask, Help));
        Assert.Equal(1, difference.Before);
        Assert.False(difference.HasOtherPicture);
        Assert.Empty(difference.Changes);
    }

    [Fact]
    public void Each_change_of_a_button_is_one_sentence()
    {
        var difference = EditionDifference.Between(Edition(1, Ask, Help),
            Edition(2, Ask with { OpensKeyboard = true }, Help with { Label = "制度の案内", Does = "4つの制度を案内します。" }, new MenuButton("事業", "about", "案内します。")));
        Assert.Equal(
        [
            "1番目のボタン「質問する」を押すと、文字の入力欄が開くようになります。",
            "2番目のボタンの名前が「支援情報」から「制度の案内」に変わります。",
            "2番目のボタン「制度の案内」の動きが変わります。前: 制度を案内します。 いま: 4つの制度を案内します。",
            "3番目のボタン「事業」が加わります。",
        ], difference.Changes);
    }

    [Fact]
    public void A_button_that_posts_back_something_else_is_told_though_its_words_are_the_same() =>
        Assert.Contains("動きが変わります", Assert.Single(EditionDifference.Between(Edition(1, Ask), Edition(2, Ask with { Data = "other" })).Changes));

    [Fact]
    public void Another_picture_or_bar_is_told()
    {
        var difference = EditionDifference.Between(Edition(1, "メニュー", 1, Ask, Help), Edition(2, "ひらく", 2, Ask));
        Assert.True(difference.HasOtherPicture);
        Assert.Equal(["2番目のボタン「支援情報」がなくなります。", "帯の言葉が「メニュー」から「ひらく」に変わります。"], difference.Changes);
    }

    private static MenuEdition Edition(int number, params MenuButton[] buttons) => Edition(number, "メニュー", 1, buttons);

    private static MenuEdition Edition(int number, string bar, byte picture, params MenuButton[] buttons) =>
        MenuEdition.Propose(number, new([picture], "image/png"), buttons, bar, "", Guid.Empty, House.TestOneStop.Japan("2026-10-05T09:00"));
}
